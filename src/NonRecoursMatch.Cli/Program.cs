using NonRecoursMatch.Cli;

return await CliHost.RunAsync(args).ConfigureAwait(false);
