using System.Text.Json;

namespace NonRecoursMatch.Trust.Journals;

/// <summary>The package files that a journal names with their digests (event <c>paquet.recu</c>).</summary>
static class JournalPackages
{
    /// <summary>Digest by name in the result; of two lines about one file the later counts, because a run that was taken up again says it anew.</summary>
    /// <param name="path">A journal whose chain holds.</param>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(line => line.Contains("\"paquet.recu\"", StringComparison.Ordinal)))
        {
            using var entry = JsonDocument.Parse(line);
            var data = entry.RootElement.GetProperty("data");
            if (entry.RootElement.GetProperty("event").GetString() != "paquet.recu" || !data.TryGetProperty("source", out var source))
                continue;
            foreach (var fact in data.EnumerateObject().Where(fact => fact.Value.ValueKind == JsonValueKind.String && fact.Value.GetString()!.Length == 64))
                digests[$"packages/{source.GetString()}/{fact.Name}"] = fact.Value.GetString()!;
        }

        return digests;
    }
}
