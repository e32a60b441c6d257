using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Trust.Journals;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// The whole month on one machine, for an agreement that names a single processor. The roles stay apart in the program: every holder's step
/// opens its own keys, and the operator is a child process with a clean environment that is given the packages and the agreement alone.
/// </summary>
sealed class MonthRun(Workspace workspace, Terminal terminal, Agreement agreement, YearMonth month)
{
    const string JournalFile = "journal.jsonl";

    /// <summary>Runs the month into <paramref name="outFolder"/>, which appears only when everything is done.</summary>
    /// <param name="key">Reference of the campaign root, relative to <paramref name="keyFolder"/>.</param>
    /// <param name="keyFolder">Folder that a relative <c>file:</c> reference starts from.</param>
    /// <exception cref="AgreementException">No single processor is named, or a secret reference is missing.</exception>
    /// <exception cref="CliException">A source is missing, or the operator refused.</exception>
    public void Run(string outFolder, string key, string keyFolder, CancellationToken stop)
    {
        AgreementException.ThrowIfAny(agreement.Path, agreement.CheckSingleProcessor());
        RequireSources();
        using var staging = new StagingFolder(outFolder, JournalFile);
        var operatorFolder = Path.Combine(staging.Folder, "operateur");
        using (var journal = OpenJournal(operatorFolder))
        {
            journal.Append("mois.debut", new JournalData()
                .Code("convention", agreement.Id).Digest("convention-sha256", agreement.Sha256).Code("mois", month.ToString()).Code("roles", "non-separes"));
        }

        var steps = agreement.Sources.Select(source => (source.Id, Work: HolderWork(source, staging.Folder, operatorFolder, key, keyFolder, stop))).ToList();
        steps.Add((CliTexts.Get("Run.Match"), report => Match(staging.Folder, operatorFolder, report, stop)));
        new StepDisplay(terminal).Run(steps);

        using (var journal = OpenJournal(operatorFolder))
            journal.Append("mois.fin", new JournalData().Count("sources", agreement.Sources.Count));
        foreach (var child in Directory.GetFileSystemEntries(operatorFolder))
            Directory.Move(child, Path.Combine(staging.Folder, Path.GetFileName(child)));
        Directory.Delete(operatorFolder);
        stop.ThrowIfCancellationRequested();
        staging.Publish();
    }

    static Journal OpenJournal(string operatorFolder) => Journal.Open(Path.Combine(operatorFolder, JournalFile), TimeProvider.System);

    void RequireSources()
    {
        var status = SourceStatus.Of(agreement, month, workspace.Today(agreement, month));
        var missing = status.Where(source => source.Missing.Count > 0).Select(source => $"{source.Source.Id} ({string.Join(", ", source.Missing)})").ToList();
        if (missing.Count > 0)
            throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.Missing", string.Join(", ", missing)));
    }

    Action<Action<double>> HolderWork(Source source, string staging, string operatorFolder, string key, string keyFolder, CancellationToken stop) => report =>
    {
        var step = new HolderStep(workspace, agreement, month);
        var rows = SourceRows.Of(source);
        var result = step.Run(
            source, key, source.SecretReference!, keyFolder, Path.Combine(staging, "packages", source.Id), Path.Combine(staging, "holders", source.Id),
            new RowProgress(rows, report), stop);
        ReportFiles.Write(Path.Combine(staging, "bilans", source.Id), result.Report, terminal.Language);
        using var journal = OpenJournal(operatorFolder);
        var data = new JournalData().Code("source", source.Id).Code("kcv", result.Manifest.Kcv).Count("oppositions", result.Manifest.Oppositions);
        foreach (var (table, balance) in result.Manifest.Bilan)
            data.Count(table + ".entrees", balance.RowsIn).Count(table + ".sorties", balance.RowsOut);
        foreach (var file in result.Report.Tables)
            data.Digest("extrait." + file.File, file.Sha256);
        journal.Append("paquet.fait", data);
    };

    void Match(string staging, string operatorFolder, Action<double> report, CancellationToken stop)
    {
        var agreementFolder = Path.Combine(staging, "convention");
        Directory.CreateDirectory(agreementFolder);
        var copy = Path.Combine(agreementFolder, AgreementLoader.FileName);
        File.Copy(agreement.Path, copy);
        var errors = new List<string>();
        var done = 0;
        var code = SelfProcess.Run(
            ["match", "--convention", copy, "--month", month.ToString(), "--in", Path.Combine(staging, "packages"), "--out", operatorFolder, "--lang", terminal.Language.Name],
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
