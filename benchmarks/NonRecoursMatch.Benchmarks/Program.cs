using System.Globalization;
using BenchmarkDotNet.Running;
using NonRecoursMatch.Benchmarks;

if (args is ["cpu", var seconds])
    ProcessorTime.Rights(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
else if (args is ["cpu-hmac", var each])
    ProcessorTime.Hmac(TimeSpan.FromSeconds(int.Parse(each, CultureInfo.InvariantCulture)));
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
