using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>pseudonymize</c>: the holder's step, on its own premises.</summary>
static class PseudonymizeCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (convention, month) = (SharedOptions.Convention(), SharedOptions.Month());
        var source = SharedOptions.Source();
        var key = new Option<string>("--key") { HelpName = "REF", Required = true };
        var secret = new Option<string>("--secret") { HelpName = "REF", Required = true };
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var passphrases = SharedOptions.Passphrases();
        var (identity, registers) = (SharedOptions.SignedBy(), SharedOptions.Registers());
        var oppositionsOnly = new Option<bool>("--oppositions-only");
        var command = new Command("pseudonymize")
        {
            convention, source, month, key, secret, passphrases, output, registers, oppositionsOnly, identity,
        };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(convention), chosen);
            // Without an identity the package is not signed: a key that nobody keeps would add nothing to the digests of its manifest.
            using var signer = result.GetValue(identity) is { } reference ? SharedOptions.Open(reference, screen) : null;
            var chosenSource = SharedOptions.Find(agreement, result.GetRequiredValue(source));
            new StatedCertificates(agreement, chosenSource).RequireSigner(signer?.Certificate);
            var attestation = signer is null ? null : new RunAttestation(workspace, agreement, chosen, signer, TimeProvider.System.GetUtcNow());
            var own = new OwnRegisters(agreement, result.GetValue(registers));
            Action<Terminal, Workspace, Agreement, Source, YearMonth, string, string, KeyAccess, string, OwnRegisters, RunAttestation?, CancellationToken> run = result.GetValue(oppositionsOnly) ? RunOppositions : Run;
            run(screen, workspace, agreement, chosenSource, chosen, result.GetRequiredValue(key), result.GetRequiredValue(secret),
                SharedOptions.Keys(result, passphrases), result.GetRequiredValue(output), own, attestation, stop);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static void Run(Terminal screen, Workspace workspace, Agreement agreement, Source source, YearMonth month, string key, string secret, KeyAccess keys, string output, OwnRegisters registers, RunAttestation? attestation, CancellationToken stop)
    {
        // Both folders appear together, or not at all.
        using var package = new StagingFolder(Path.Combine(output, "packages", source.Id), ManifestFile.Name);
        using var holder = new StagingFolder(Path.Combine(output, "holders", source.Id), HandleTableLayout.FileName);
        PseudonymisationResult? made = null;
        var step = new HolderStep(workspace, agreement, month, registers);
        new StepDisplay(screen).Run(
        [
            new Step(source.Id, _ => made = step
                .Run(source, key, secret, keys, package.Folder, holder.Folder, null, stop)),
        ]);
        ReportFiles.Write(Path.Combine(holder.Folder, "bilan"), made!.Report, screen.Language);
        attestation?.WritePackage(package.Folder, made.Manifest, made.Report.Tables.Select(table => Resource.Of($"extraits/{source.Id}/{table.File}", table.Sha256)));
        stop.ThrowIfCancellationRequested();
        TraceFolders.TakeOver(Path.Combine(output, "holders", source.Id), holder.Folder);
        holder.Publish();
        package.Publish();
        foreach (var (table, balance) in made.Manifest.Bilan)
        {
            var drops = string.Join(", ", balance.Drops.Where(drop => drop.Value > 0).Select(drop => $"{drop.Key} {drop.Value}"));
            var line = CliTexts.Format("Pseudonymize.Table", table, balance.RowsIn, balance.RowsOut);
            screen.Output.WriteLine(drops.Length == 0 ? line : $"{line} ({CliTexts.Format("Pseudonymize.Drops", drops)})");
        }

        screen.Output.WriteLine(CliTexts.Format("Pseudonymize.Oppositions", made.Manifest.Oppositions, step.EndedOppositions));
        screen.Output.WriteLine(CliTexts.Format("Pseudonymize.Send", Path.GetFullPath(Path.Combine(output, "packages", source.Id))));
        screen.Output.WriteLine(CliTexts.Format("Pseudonymize.Keep", Path.GetFullPath(Path.Combine(output, "holders", source.Id))));
    }

    /// <summary>For a body that sends no extract: what it received counts all the same, from its register alone.</summary>
    static void RunOppositions(
        Terminal screen, Workspace workspace, Agreement agreement, Source source, YearMonth month, string key, string secret, KeyAccess keys, string output, OwnRegisters registers, RunAttestation? attestation, CancellationToken stop)
    {
        if (!File.Exists(registers.OppositionsOf(source)))
            throw new FileNotFoundException(registers.OppositionsOf(source));
        using var package = new StagingFolder(Path.Combine(output, "packages", source.Id), ManifestFile.Name);
        var step = new HolderStep(workspace, agreement, month, registers);
        var made = step.RunOppositions(source, key, secret, keys, package.Folder, stop);
        attestation?.WritePackage(package.Folder, made, []);
        stop.ThrowIfCancellationRequested();
        package.Publish();
        screen.Output.WriteLine(CliTexts.Format("Pseudonymize.Oppositions", made.Oppositions, step.EndedOppositions));
        screen.Output.WriteLine(CliTexts.Format("Pseudonymize.Send", Path.GetFullPath(Path.Combine(output, "packages", source.Id))));
    }
}
