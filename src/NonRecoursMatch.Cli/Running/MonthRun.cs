using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// The whole month on one machine, for an agreement that names a single processor. The roles stay apart in the program: every holder's step
/// opens its own keys, and the operator is a child process with a clean environment that is given the packages and the agreement alone.
/// </summary>
sealed class MonthRun(Workspace workspace, Terminal terminal, Agreement agreement, YearMonth month, MonthRequest request)
{
    const string OperatorFolder = "operateur";
    const string MatchStep = "rapprochement";

    readonly Lock _journal = new();

    /// <summary>Runs the month; the result appears under its name only when everything is done. Nothing is done when nothing changed.</summary>
    /// <exception cref="CliException">A source is missing, or the operator refused.</exception>
    public MonthResult Run(CancellationToken stop)
    {
        var prepared = MonthPreparation.Make(workspace, agreement, month, request, stop);
        if (prepared.Unchanged)
        {
            // What an interrupted run over other inputs left would otherwise stay for ever.
            StagingFolder.RemoveLeftover(prepared.Folder);
            return new MonthResult(prepared.Previous!.Folder, prepared.Revision - 1, Unchanged: true);
        }

        using var identity = SharedOptions.Open(request.Identity, terminal);
        using var staging = new StagingFolder(prepared.Folder, mark: null, keepLeftover: request.Resume && HasSoundJournal(StagingFolder.NameOf(prepared.Folder)));
        var ledger = new StepLedger(staging.Folder, $"{OperatorFolder}/{JournalState.FileName}");
        try
        {
            Work(prepared, staging, ledger, new RunAttestation(workspace, agreement, month, identity, TimeProvider.System.GetUtcNow()), stop);
        }
        catch (Exception e) when (ledger.Any && (stop.IsCancellationRequested || IsInterruption(e)))
        {
            ledger.RemoveUnfinished();
            staging.Keep();
            terminal.Note(CliTexts.Format("Run.Resumable", staging.Folder));
            throw;
        }

        return new MonthResult(prepared.Folder, prepared.Revision, Unchanged: false);
    }

    /// <summary>A terminal sends Ctrl-C to the operator's process too, which may answer before this one is told.</summary>
    static bool IsInterruption(Exception e) => e is CliException { ExitCode: ExitCode.Interrupted or ExitCode.Terminated };

    void Work(MonthPreparation prepared, StagingFolder staging, StepLedger ledger, RunAttestation attestation, CancellationToken stop)
    {
        var inputs = prepared.Inputs.Sources.ToDictionary(source => source.Id, source => source.EntreesSha256, StringComparer.Ordinal);
        inputs[MatchStep] = RunInputs.Digest($"{prepared.Inputs.Sha256()}\n{prepared.Previous?.ReportSha256}\n{(request.Before is { } before ? FileEntry.Of(before, before, 0).Sha256 : "")}");
        ledger.Keep(inputs);
        var journalPath = Path.Combine(staging.Folder, OperatorFolder, JournalState.FileName);
        Begin(journalPath, ledger, inputs);

        using var together = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var holders = agreement.Sources.Where(source => inputs.ContainsKey(source.Id)).Select(source => Step(ledger, source.Id, source.Id, SourceRows.BytesOf(source), report =>
        {
            var absent = request.Absences.Contains(source.Id);
            var package = absent
                ? ShipOppositions(source, staging.Folder, journalPath, together.Token)
                : Pseudonymize(source, prepared, staging.Folder, journalPath, report, together.Token);
            lock (ledger)
                ledger.Record(source.Id, inputs[source.Id], absent ? [PackageOf(source)] : HolderFolders(source), package.Fichiers.Select(file => file with { Name = $"{PackageOf(source)}/{file.Name}" }));
        })).ToList();
        var match = Step(ledger, MatchStep, CliTexts.Get("Run.Match"), 0, report =>
        {
            new OperatorStep(terminal, agreement, month, request).Run(staging.Folder, Path.Combine(staging.Folder, OperatorFolder), prepared.Previous?.Folder, report, stop);
            ledger.Record(MatchStep, inputs[MatchStep], [OperatorFolder]);
        });
        new StepDisplay(terminal).Run(holders, [match], together.Cancel);
        stop.ThrowIfCancellationRequested();
        Finish(prepared, staging, ledger, journalPath, attestation);
    }

    /// <summary>A step, or only its name when it was finished before.</summary>
    static Step Step(StepLedger ledger, string name, string title, long weight, Action<Action<double>> work)
        => ledger.IsDone(name) ? new Step(CliTexts.Format("Run.Kept", title), _ => { }) : new Step(title, work, weight);

    void Begin(string journalPath, StepLedger ledger, Dictionary<string, string> inputs)
    {
        using var journal = OpenJournal(journalPath);
        var data = new JournalData().Code("convention", agreement.Id).Digest("convention-sha256", agreement.Sha256).Code("mois", month.ToString()).Code("roles", "non-separes");
        if (ledger.Any)
            data.Count("etapes-reprises", inputs.Keys.Count(ledger.IsDone));
        journal.Append(ledger.Any ? "mois.reprise" : "mois.debut", data);
    }

    /// <summary>What an absent source owes the persons who objected there.</summary>
    PackageManifest ShipOppositions(Source source, string staging, string journalPath, CancellationToken stop)
    {
        var made = new HolderStep(workspace, agreement, month, new OwnRegisters(agreement, request.Registers))
            .RunOppositions(source, request.Key, source.SecretReference!, request.Keys, Path.Combine(staging, "packages", source.Id), stop);
        lock (_journal)
        {
            using var journal = OpenJournal(journalPath);
            journal.Append("oppositions.seules", new JournalData().Code("source", source.Id).Code("kcv", made.Kcv).Count("oppositions", made.Oppositions));
        }

        return made;
    }

    PackageManifest Pseudonymize(Source source, MonthPreparation prepared, string staging, string journalPath, Action<double> report, CancellationToken stop)
    {
        var result = new HolderStep(workspace, agreement, month, new OwnRegisters(agreement, request.Registers)).Run(
            source, request.Key, source.SecretReference!, request.Keys, Path.Combine(staging, "packages", source.Id), Path.Combine(staging, "holders", source.Id),
            new RowProgress(SourceRows.Of(source), report), stop);
        ReportFiles.Write(Path.Combine(staging, "bilans", source.Id), result.Report, terminal.Language);
        var expected = prepared.Inputs.Sources.First(inputs => inputs.Id == source.Id).Fichiers;
        if (result.Report.Tables.Any(table => expected.All(file => file.Sha256 != table.Sha256)))
            throw new CliException(ExitCode.InputOutput, CliTexts.Format("Error.ChangedMeanwhile", source.Id));
        var data = new JournalData().Code("source", source.Id).Code("kcv", result.Manifest.Kcv).Count("oppositions", result.Manifest.Oppositions);
        foreach (var (table, balance) in result.Manifest.Bilan)
            data.Count(table + ".entrees", balance.RowsIn).Count(table + ".sorties", balance.RowsOut);
        foreach (var file in result.Report.Tables)
            data.Digest("extrait." + file.File, file.Sha256);
        lock (_journal)
        {
            using var journal = OpenJournal(journalPath);
            journal.Append("paquet.fait", data);
        }

        return result.Manifest;
    }

    static void Finish(MonthPreparation prepared, StagingFolder staging, StepLedger ledger, string journalPath, RunAttestation attestation)
    {
        using (var journal = OpenJournal(journalPath))
            journal.Append("mois.fin", new JournalData().Count("sources", prepared.Inputs.Sources.Count).Count("revision", prepared.Revision));
        StableJson.Write(Path.Combine(staging.Folder, RunInputs.FileName), prepared.Inputs);
        ledger.Close();
        var operatorFolder = Path.Combine(staging.Folder, OperatorFolder);
        // The operator's own closing record gives way to that of the whole month.
        File.Delete(Path.Combine(operatorFolder, AttestationFile.Name));
        foreach (var child in Directory.GetFileSystemEntries(operatorFolder))
            Directory.Move(child, Path.Combine(staging.Folder, Path.GetFileName(child)));
        Directory.Delete(operatorFolder);
        var packages = prepared.Inputs.Sources.Select(source => ManifestFile.Read(Path.Combine(staging.Folder, "packages", source.Id))).ToList();
        var extracts = prepared.Inputs.Sources.SelectMany(source => source.Fichiers.Select(file => Resource.Of($"extraits/{source.Id}/{file.Name}", file.Sha256)));
        attestation.WriteResult(BuildTypes.Mois, staging.Folder, prepared.Folder, packages, extracts);
        staging.Publish();
    }

    static IEnumerable<string> HolderFolders(Source source) => [PackageOf(source), $"holders/{source.Id}", $"bilans/{source.Id}"];

    static string PackageOf(Source source) => $"packages/{source.Id}";

    static Journal OpenJournal(string path) => Journal.Open(path, TimeProvider.System);

    /// <summary>Whether a leftover has a journal that may be continued: steps whose journal was altered are not taken over.</summary>
    static bool HasSoundJournal(string staging)
    {
        var path = Path.Combine(staging, OperatorFolder, JournalState.FileName);
        return File.Exists(path) && Journal.Verify(path) is { Fault: null or JournalFault.Incomplete };
    }
}
