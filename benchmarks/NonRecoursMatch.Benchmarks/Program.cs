using System.Globalization;
using BenchmarkDotNet.Running;
using NonRecoursMatch.Benchmarks;

if (args is ["cpu", var seconds])
    ProcessorTime.Rights(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
else if (args is ["cpu-hmac", var each])
    ProcessorTime.Hmac(TimeSpan.FromSeconds(int.Parse(each, CultureInfo.InvariantCulture)));
else if (args is ["extract", var rows, "valid" or "invalid", var folder, var convention])
    ExtractFile.Write(folder, int.Parse(rows, CultureInfo.InvariantCulture), args[2] == "valid", convention);
else if (args is ["csv-bytes", var path])
    CsvBytes.Read(path);
else if (args is ["cpu-holder", var of])
    ProcessorTime.Holder(TimeSpan.FromSeconds(int.Parse(of, CultureInfo.InvariantCulture)));
else if (args is ["join-tables", var pairs, var place])
    TokenJoin.Make(int.Parse(pairs, CultureInfo.InvariantCulture), place);
else if (args is ["join", var tables])
    Console.WriteLine(TokenJoin.Run(tables));
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
