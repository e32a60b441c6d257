using System.CommandLine;
using System.Security.Cryptography;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>seal</c> and <c>open</c>: what goes from one role to another, readable by its receiver alone and refused when a bit has changed.</summary>
static class SealCommands
{
    public static Command Seal(Func<ParseResult, Terminal> terminal)
    {
        var shared = new Options();
        var to = new Option<string>("--to") { HelpName = "CERT", Required = true };
        var command = shared.AddTo(new Command("seal") { to });
        command.SetAction((result, stop) =>
        {
            var (campaign, stated) = shared.Campaign(result);
            using var receiver = SealingCertificate.Load(result.GetRequiredValue(to), TimeProvider.System);
            using var signer = SigningIdentity.Open(result.GetRequiredValue(shared.Identity), Directory.GetCurrentDirectory(), TimeProvider.System);
            stated.Require(signer.Certificate);
            stated.Require(receiver);
            using var staging = new StagingFolder(result.GetRequiredValue(shared.Out), SealManifest.FileName);
            var made = PackageSealer.Seal(result.GetRequiredValue(shared.Folder), campaign, receiver, signer, staging.Folder, TimeProvider.System, stop);
            staging.Publish();
            terminal(result).Output.WriteLine(CliTexts.Format("Seal.Done", made.Fichiers.Count, receiver.Subject, Path.GetFullPath(result.GetRequiredValue(shared.Out))));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command Open(Func<ParseResult, Terminal> terminal)
    {
        var shared = new Options();
        var from = new Option<string[]>("--from") { HelpName = "CERT", AllowMultipleArgumentsPerToken = true };
        var trust = new Option<string[]>("--trust") { HelpName = "CERT", AllowMultipleArgumentsPerToken = true };
        var command = shared.AddTo(new Command("open") { from, trust });
        command.SetAction((result, stop) =>
        {
            var (campaign, stated) = shared.Campaign(result);
            using var receiver = ReceivingIdentity.Open(result.GetRequiredValue(shared.Identity), Directory.GetCurrentDirectory());
            var senders = stated.Senders([.. (result.GetValue(from) ?? []).Select(Sender)], [.. (result.GetValue(trust) ?? []).Select(SharedOptions.Anchor)]);
            // Never over what is there: what was opened before may be in use.
            using var staging = new StagingFolder(result.GetRequiredValue(shared.Out), mark: null);
            var (opened, sender) = new PackageOpener(result.GetRequiredValue(shared.Folder), senders, receiver, TimeProvider.System).Open(campaign, staging.Folder, stop);
            staging.Publish();
            terminal(result).Output.WriteLine(CliTexts.Format("Open.Done", opened.Fichiers.Count, sender.Subject, opened.ScelleLe, Path.GetFullPath(result.GetRequiredValue(shared.Out))));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static SignerCertificate Sender(string path)
    {
        try
        {
            return SignerCertificate.Read(File.ReadAllBytes(path));
        }
        catch (CryptographicException)
        {
            throw new SealRefusedException(SealRefusal.CertificateUnusable, $"{path}: an X.509 certificate of an EC P-256 key is expected, PEM or DER");
        }
    }

    /// <summary>What both have: a folder, where it goes, who acts, and what the package belongs to.</summary>
    sealed class Options
    {
        readonly Option<string> _convention = SharedOptions.Convention();
        readonly Option<YearMonth> _month = SharedOptions.Month();
        readonly Option<string> _source = SharedOptions.Source();

        public Argument<string> Folder { get; } = new("DIR");

        public Option<string> Identity { get; } = new("--identity") { HelpName = "REF", Required = true };

        public Option<string> Out { get; } = new("--out") { HelpName = "DIR", Required = true };

        public Command AddTo(Command command)
        {
            command.Arguments.Add(Folder);
            foreach (var option in new Option[] { _convention, _source, _month, Identity, Out })
                command.Options.Add(option);
            return command;
        }

        public (SealedFor Campaign, StatedCertificates Stated) Campaign(ParseResult result)
        {
            var month = result.GetRequiredValue(_month);
            var agreement = new Workspace(TimeProvider.System).Open(result.GetRequiredValue(_convention), month);
            var source = SharedOptions.Find(agreement, result.GetRequiredValue(_source));
            return (new SealedFor(agreement.Id, agreement.Sha256, month.ToString(), source.Id), new StatedCertificates(agreement, source));
        }
    }
}
