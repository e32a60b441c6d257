using System.CommandLine;
using System.Globalization;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key destroy</c>: the end of a key, with a signed statement.</summary>
static class KeyDestroyCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var reference = KeyCommands.Reference();
        var identity = new Option<string>("--identity") { HelpName = "REF", Required = true };
        var outFile = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var command = new Command("destroy") { reference, identity, outFile };
        command.SetAction(result =>
        {
            var files = KeyCommands.Free(SignedDocument.FilesOf(result.GetRequiredValue(outFile)));
            using var signer = SigningIdentity.Open(result.GetRequiredValue(identity), Directory.GetCurrentDirectory(), TimeProvider.System);
            var keys = new KeyAccess(Directory.GetCurrentDirectory(), [], TimeProvider.System);
            var chosen = result.GetRequiredValue(reference);
            var statement = Statement(KeyDestruction.Describe(keys, chosen), signer, TimeProvider.System.GetUtcNow());
            Destroy(keys, chosen, statement, signer, files);
            terminal(result).Output.WriteLine(CliTexts.Format("Key.Destroyed", statement.Cle, files[0]));
        });
        return command;
    }

    /// <summary>The statement is on disk before the key goes, and takes its name after: never a key gone without proof, nor a proof of a key still there.</summary>
    static void Destroy(KeyAccess keys, string reference, KeyDestructionStatement statement, SigningIdentity signer, string[] files)
    {
        var waiting = Directory.CreateDirectory(files[0] + ".partial").FullName;
        try
        {
            SignedDocument.Write(Path.Combine(waiting, Path.GetFileName(files[0])), statement, signer);
            KeyDestruction.Destroy(keys, reference);
            foreach (var file in files)
                File.Move(Path.Combine(waiting, Path.GetFileName(file)), file);
        }
        finally
        {
            Directory.Delete(waiting, recursive: true);
        }
    }

    static KeyDestructionStatement Statement(IReadOnlyList<KeyFileDescription> files, SigningIdentity signer, DateTimeOffset now)
    {
        var first = files[0];
        if (files.Any(file => file.Id != first.Id))
            throw new KeyRefusedException(KeyRefusal.HalfMissing, string.Join(", ", files.Select(file => file.Id)));
        return new KeyDestructionStatement(
            1, first.Id, first.Kind, first.Test, first.Fingerprint, Iso(first.Dates.Created), Iso(first.Dates.Activated), Iso(first.Dates.Expires), Iso(first.Dates.Rotated),
            first.Dates.Successor, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "écrasement par des octets aléatoires, puis suppression",
            [.. files.Select(file => new DestroyedFile(file.Name, file.Bytes, file.Half))], signer.Certificate.Subject, signer.Certificate.KeyId);
    }

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
