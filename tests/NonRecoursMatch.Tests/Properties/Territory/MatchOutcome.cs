using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>One row of a delivered list.</summary>
sealed record ListRow(string Body, IReadOnlyDictionary<string, string> Cells)
{
    public string Handle => Cells["poignee"];

    public string this[string column] => Cells[column];
}

/// <summary>What the operator left: lists and report, read as their recipients read them.</summary>
sealed class MatchOutcome(string folder)
{
    static readonly string[] s_forms = [".csv", ".parquet", ".xlsx"];

    public string Folder { get; } = folder;

    public IReadOnlyList<ListRow> Rows => [.. TinyAgreement.Sources.Where(body => File.Exists(PathOf(body))).SelectMany(ListOf)];

    public JsonNode Report => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "rapport.json")))!;

    public string PathOf(string body) => Path.Combine(Folder, "lists", body, "liste.csv");

    /// <summary>Digest of a list in all its forms.</summary>
    public string DigestOf(string body)
        => Convert.ToHexStringLower(SHA256.HashData(s_forms.SelectMany(form => File.ReadAllBytes(Path.ChangeExtension(PathOf(body), form))).ToArray()));

    public IReadOnlyList<string> HeaderOf(string body) => Lines(body)[0].TrimStart('\uFEFF').Split(';');

    public IReadOnlyList<ListRow> ListOf(string body)
    {
        var header = HeaderOf(body);
        return [.. Lines(body).Skip(1).Select(line => new ListRow(body, header.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)))];
    }

    /// <summary>The count of a cause in the balance of a benefit.</summary>
    public long Dropped(string prestation, string cause) => Report["bilan"]!["foyers"]![prestation]!["ecarts"]![cause]?.GetValue<long>() ?? 0;

    string[] Lines(string body) => File.ReadAllText(PathOf(body)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = ("", false);
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ';' && !quoted)
                (_, cell) = (Push(), "");
            else
                cell += character;
        }

        Push();
        return cells;

        bool Push()
        {
            cells.Add(cell);
            return true;
        }
    }
}
