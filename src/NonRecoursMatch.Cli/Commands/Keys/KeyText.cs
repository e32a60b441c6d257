using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary>Says what may be said of a key.</summary>
static class KeyText
{
    public static void Write(Terminal terminal, KeyFacts facts, bool json)
    {
        if (json)
            terminal.Output.WriteLine(Json(facts).ToJsonString());
        else
            WriteLines(terminal, facts);
    }

    static JsonObject Json(KeyFacts facts) => new()
    {
        ["id"] = facts.Id,
        ["kind"] = facts.Kind,
        ["test"] = facts.Test,
        ["created"] = Iso(facts.Dates.Created),
        ["activated"] = Iso(facts.Dates.Activated),
        ["expires"] = Iso(facts.Dates.Expires),
        ["rotated"] = Iso(facts.Dates.Rotated),
        ["successor"] = facts.Dates.Successor,
        ["fingerprint"] = facts.Fingerprint,
        ["kcv"] = facts.Kcv,
    };

    static void WriteLines(Terminal terminal, KeyFacts facts)
    {
        var unknown = CliTexts.Get("Key.Unknown");
        List<(string Label, string? Value)> lines =
        [
            (CliTexts.Get("Key.Id"), facts.Id),
            (CliTexts.Get("Key.Kind"), facts.Kind is { } kind ? CliTexts.Get("Key.Kind." + kind) : unknown),
            (CliTexts.Get("Key.Test"), facts.Test ? "TEST" : null),
            (CliTexts.Get("Key.Created"), Day(facts.Dates.Created) ?? unknown),
            (CliTexts.Get("Key.Activated"), Day(facts.Dates.Activated)),
            (CliTexts.Get("Key.Expires"), Day(facts.Dates.Expires)),
            (CliTexts.Get("Key.Rotated"), Day(facts.Dates.Rotated)),
            (CliTexts.Get("Key.Successor"), facts.Dates.Successor),
            (CliTexts.Get("Key.Fingerprint"), facts.Fingerprint),
            (CliTexts.Get("Key.Kcv"), facts.Kcv),
        ];
        var width = lines.Max(line => line.Label.Length);
        foreach (var (label, value) in lines.Where(line => line.Value is not null))
            terminal.Output.WriteLine($"{label.PadRight(width)}  {value}");
    }

    static string? Day(DateOnly? day) => day is { } known ? CliTexts.Date(known) : null;

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
