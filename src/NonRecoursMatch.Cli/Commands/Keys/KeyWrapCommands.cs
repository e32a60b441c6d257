using System.CommandLine;
using System.Security.Cryptography;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;
using NonRecoursMatch.Trust.Seals;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key wrap</c> and <c>key unwrap</c>: a key travels from the custodian to a holder, readable by that holder alone.</summary>
static class KeyWrapCommands
{
    const int LargestWrap = 1 << 16;

    public static Command Wrap(Func<ParseResult, Terminal> terminal)
    {
        var (reference, passphrases) = (KeyCommands.Reference(), SharedOptions.Passphrases());
        var to = new Option<string>("--to") { HelpName = "CERT", Required = true };
        var outFile = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var command = new Command("wrap") { reference, to, outFile, passphrases };
        command.SetAction(result =>
        {
            var path = KeyCommands.Free(result.GetRequiredValue(outFile))[0];
            using var receiver = SealingCertificate.Load(result.GetRequiredValue(to), TimeProvider.System);
            using var key = SharedOptions.Keys(result, passphrases).OpenInForce(result.GetRequiredValue(reference));
            using var file = new AtomicFile(path);
            key.Expose(bytes =>
            {
                AuthEnvelope.Seal(bytes, receiver, file.Stream, AuthEnvelope.KeyHint);
                return bytes.Length;
            });
            file.Commit();
            terminal(result).Output.WriteLine(CliTexts.Format("Key.Wrapped", key.Id, receiver.Subject, path));
        });
        return command;
    }

    public static Command Unwrap(Func<ParseResult, Terminal> terminal)
    {
        var wrapped = new Argument<string>("FILE");
        var identity = new Option<string>("--identity") { HelpName = "REF", Required = true };
        var (files, passphrases) = (new Option<string>("--out") { HelpName = "FILE", Required = true }, SharedOptions.Passphrases());
        var command = new Command("unwrap") { wrapped, identity, files, passphrases };
        command.SetAction(result =>
        {
            var path = KeyCommands.Free(result.GetRequiredValue(files))[0];
            var references = result.GetValue(passphrases) ?? [];
            if (references.Length > 1)
                throw new CliException(ExitCode.Usage, CliTexts.Format("Error.KeyPassphrases", 1));
            using var receiver = ReceivingIdentity.Open(result.GetRequiredValue(identity), Directory.GetCurrentDirectory());
            using var key = Read(result.GetRequiredValue(wrapped), receiver);
            key.Save([path], references);
            KeyText.Write(terminal(result), KeyFacts.Of(key), json: false);
        });
        return command;
    }

    static KeyFile Read(string path, ReceivingIdentity receiver)
    {
        var bytes = GC.AllocateArray<byte>(LargestWrap, pinned: true);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var length = stream.ReadAtLeast(bytes, LargestWrap, throwOnEndOfStream: false);
            return KeyFile.Read(AuthEnvelope.Open(bytes.AsMemory(0, length), receiver, AuthEnvelope.KeyHint).Span, path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
