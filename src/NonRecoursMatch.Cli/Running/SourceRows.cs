using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;

namespace NonRecoursMatch.Cli.Running;

/// <summary>How many rows a source announces per table: what progress is measured against.</summary>
static class SourceRows
{
    public static IReadOnlyDictionary<string, long> Of(Source source)
    {
        var reading = SidecarReader.Read(Path.Combine(source.Folder, SourceFiles.SidecarName));
        return reading.Sidecar?.Tables.ToDictionary(table => table.Key, table => table.Value.Rows, StringComparer.Ordinal) ?? new Dictionary<string, long>();
    }

    /// <summary>Size of a source's files: how long its step will take, beside the others.</summary>
    public static long BytesOf(Source source)
        => Directory.Exists(source.Folder) ? TableFiles.In(source.Folder, source.Format, source.Mapping).Where(File.Exists).Sum(path => new FileInfo(path).Length) : 0;
}
