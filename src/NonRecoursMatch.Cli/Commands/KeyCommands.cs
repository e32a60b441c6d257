using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>key</c>: the custodian's root keys and the holders' secrets. A key value is never printed.</summary>
static class KeyCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("key", "Make and describe root keys (custodian) and holder secrets; a key value is never shown.") { New(terminal), Show(terminal) };

    static Command New(Func<ParseResult, Terminal> terminal)
    {
        var kind = new Option<string>("--kind") { Description = "root (campaign root, custodian) or secret (holder secret)", DefaultValueFactory = _ => "root", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("root", "secret");
        var outFile = new Option<string>("--out") { Description = "The file to create; an existing file is never overwritten", HelpName = "FILE", Required = true };
        var test = new Option<bool>("--test") { Description = "Mark it as a test key: every output made with it says TEST" };
        var command = new Command("new", "Draw a new 32-byte key into a file that only its owner can read.") { kind, outFile, test };
        command.SetAction(result =>
        {
            var path = Path.GetFullPath(result.GetRequiredValue(outFile));
            if (File.Exists(path))
                throw new CliException(ExitCode.CannotCreate, $"{path} exists; a key is never overwritten: choose another name, or destroy it first");
            OutputFolder.Require(Path.GetDirectoryName(path)!);
            using var key = KeyFile.Create(result.GetRequiredValue(kind) == "root" ? KeyKind.Root : KeyKind.Secret, result.GetValue(test), TimeProvider.System);
            key.Save(path);
            Print(terminal(result), KeyFacts.Of(key), json: false);
        });
        return command;
    }

    static Command Show(Func<ParseResult, Terminal> terminal)
    {
        var reference = new Argument<string?>("REF") { Description = "env:NAME or file:PATH", Arity = ArgumentArity.ZeroOrOne };
        var vectors = new Option<bool>("--vectors") { Description = "Print the public test vectors of the pseudonymisation profile instead" };
        var convention = new Option<string?>("--convention") { Description = "With --month: also print the key check value of that campaign", HelpName = "PATH" };
        var month = SharedOptions.Month(required: false);
        var json = SharedOptions.Json();
        var command = new Command("show", "Print id, dates and check value of a key, or the public test vectors.") { reference, vectors, convention, month, json };
        command.SetAction(result =>
        {
            if (result.GetValue(vectors))
            {
                PrintVectors(terminal(result), result.GetValue(json));
                return;
            }

            var chosen = result.GetValue(reference) ?? throw new CliException(ExitCode.Usage, "key show: give a reference (env:NAME or file:PATH), or --vectors");
            using var key = KeyReference.Open(chosen, Directory.GetCurrentDirectory());
            Print(terminal(result), KeyFacts.Of(key, Domain(result.GetValue(convention), result.GetValue(month))), result.GetValue(json));
        });
        return command;
    }

    static CampaignDomain? Domain(string? convention, YearMonth month)
    {
        if (convention is null)
            return null;
        if (month == default)
            throw new CliException(ExitCode.Usage, "key show: --convention needs --month");
        var agreement = AgreementLoader.Load(convention, new Workspace(TimeProvider.System).Library);
        return new CampaignDomain(agreement.Id, month, agreement.Territory.Code ?? "");
    }

    static void Print(Terminal terminal, KeyFacts facts, bool json)
    {
        if (json)
        {
            terminal.Output.WriteLine(new JsonObject
            {
                ["id"] = facts.Id,
                ["kind"] = facts.Kind,
                ["test"] = facts.Test,
                ["created"] = facts.Created?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["fingerprint"] = facts.Fingerprint,
                ["kcv"] = facts.Kcv,
            }.ToJsonString());
            return;
        }

        terminal.Output.WriteLine($"id           {facts.Id}");
        terminal.Output.WriteLine($"kind         {facts.Kind ?? "-"}");
        if (facts.Test)
            terminal.Output.WriteLine("test         TEST");
        terminal.Output.WriteLine($"created      {facts.Created?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}");
        terminal.Output.WriteLine($"fingerprint  {facts.Fingerprint}");
        if (facts.Kcv is { } kcv)
            terminal.Output.WriteLine($"kcv          {kcv}");
    }

    static void PrintVectors(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Output.Write(VectorsJson.Text());
            return;
        }

        foreach (var vector in SyntheticIdentities.Vectors())
            terminal.Output.WriteLine($"{vector.Kind}\t{vector.KindKey}\t{vector.Canonical}\t{vector.Token}");
    }
}
