using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Cli.Running;

/// <summary>The operator's step of a month: this same program as a child process, which is given the packages and a copy of the agreement alone.</summary>
sealed class OperatorStep(Terminal terminal, Agreement agreement, YearMonth month, MonthRequest request)
{
    /// <summary>Runs <c>match</c> over the packages of a staging folder.</summary>
    /// <param name="staging">The staging folder.</param>
    /// <param name="outFolder">Where lists, report and journal go.</param>
    /// <param name="previous">The earlier result that this one replaces, or null.</param>
    /// <param name="report">Told the done share.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="CliException">The operator refused.</exception>
    public void Run(string staging, string outFolder, string? previous, Action<double> report, CancellationToken stop)
    {
        var agreementFolder = Path.Combine(staging, "convention");
        Directory.CreateDirectory(agreementFolder);
        var copy = Path.Combine(agreementFolder, AgreementLoader.FileName);
        File.Copy(agreement.Path, copy, overwrite: true);
        var errors = new List<string>();
        var done = 0;
        var code = SelfProcess.Run(
            [
                "match", "--convention", copy, "--month", month.ToString(), "--in", Path.Combine(staging, "packages"), "--out", outFolder, "--lang", terminal.Language.Name,
                .. CycleOptions.Arguments(request.Absences, request.Confirmed), .. previous is null ? Array.Empty<string>() : ["--previous", previous],
                .. request.Before is { } before ? ["--before", before] : Array.Empty<string>(),
            ],
            staging,
            line =>
            {
                if (line.StartsWith(MatchCommand.StageMark, StringComparison.Ordinal))
                    report(++done / 3d);
                else
                    errors.Add(line);
            },
            stop);
        Directory.Delete(agreementFolder, recursive: true);
        if (code != ExitCode.Done)
            throw new CliException(code, string.Join('\n', errors));
    }
}
