using System.Globalization;
using BenchmarkDotNet.Running;
using NonRecoursMatch.Benchmarks;

if (args is ["cpu", var seconds])
    ProcessorTime.Run(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
