using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
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
        => new("key") { New(terminal), Show(terminal) };

    static Command New(Func<ParseResult, Terminal> terminal)
    {
        var kind = new Option<string>("--kind") { DefaultValueFactory = _ => "root", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("root", "secret");
        var outFile = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var test = new Option<bool>("--test");
        var command = new Command("new") { kind, outFile, test };
        command.SetAction(result =>
        {
            var path = Path.GetFullPath(result.GetRequiredValue(outFile));
            if (File.Exists(path))
                throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.KeyExists", path));
            OutputFolder.Require(Path.GetDirectoryName(path)!);
            using var key = KeyFile.Create(result.GetRequiredValue(kind) == "root" ? KeyKind.Root : KeyKind.Secret, result.GetValue(test), TimeProvider.System);
            key.Save(path);
            Print(terminal(result), KeyFacts.Of(key), json: false);
        });
        return command;
    }

    static Command Show(Func<ParseResult, Terminal> terminal)
    {
        var reference = new Argument<string?>("REF") { Arity = ArgumentArity.ZeroOrOne };
        var vectors = new Option<bool>("--vectors");
        var convention = new Option<string?>("--convention") { HelpName = "PATH" };
        var month = SharedOptions.Month(required: false);
        var json = SharedOptions.Json();
        var command = new Command("show") { reference, vectors, convention, month, json };
        command.SetAction(result =>
        {
            if (result.GetValue(vectors))
            {
                PrintVectors(terminal(result), result.GetValue(json));
                return;
            }

            var chosen = result.GetValue(reference) ?? throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyShowNothing"));
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
            throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyShowMonth"));
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

        var unknown = CliTexts.Get("Key.Unknown");
        List<(string Label, string? Value)> lines =
        [
            (CliTexts.Get("Key.Id"), facts.Id),
            (CliTexts.Get("Key.Kind"), facts.Kind is { } kind ? CliTexts.Get("Key.Kind." + kind) : unknown),
            (CliTexts.Get("Key.Test"), facts.Test ? "TEST" : null),
            (CliTexts.Get("Key.Created"), facts.Created is { } day ? CliTexts.Date(day) : unknown),
            (CliTexts.Get("Key.Fingerprint"), facts.Fingerprint),
            (CliTexts.Get("Key.Kcv"), facts.Kcv),
        ];
        var width = lines.Max(line => line.Label.Length);
        foreach (var (label, value) in lines.Where(line => line.Value is not null))
            terminal.Output.WriteLine($"{label.PadRight(width)}  {value}");
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
