namespace NonRecoursMatch.EndToEnd;

/// <summary>The holder's command as a body runs it.</summary>
static class Holder
{
    /// <summary>Pseudonymises the extract of one source.</summary>
    /// <param name="convention">Folder of the agreement and extracts.</param>
    /// <param name="source">Source id.</param>
    /// <param name="keys">Folder that holds <c>cles/</c>.</param>
    /// <param name="output">Where packages and private files go.</param>
    /// <param name="root">Path of the root key, when it is not among the keys.</param>
    /// <param name="identity">Path of who signs.</param>
    public static Answer Pseudonymize(string convention, string source, string keys, string output, string? root = null, string? identity = null) => NonRecours.Run(
        ["pseudonymize", "--convention", convention, "--source", source, "--month", GeneratedTerritory.Month,
        "--key", "file:" + (root ?? Path.Combine(keys, "cles", "racine.json")), "--secret", "file:" + Path.Combine(keys, "cles", $"secret-{source}.json"), "--out", output, .. identity is null ? Array.Empty<string>() : ["--identity", "file:" + identity]]);
}
