using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>The column files of a package. None has its final name before all are complete; the manifest comes last.</summary>
sealed class PackageFiles(string folder) : IDisposable
{
    readonly SortedDictionary<string, ColumnFileWriter> _files = new(StringComparer.Ordinal);

    /// <summary>Starts a file.</summary>
    public ColumnFileWriter Create(string name, IEnumerable<ColumnField> fields)
    {
        var writer = new ColumnFileWriter(Path.Combine(folder, name), new TableSchema([.. fields]));
        _files.Add(name, writer);
        return writer;
    }

    /// <summary>Gives every file its final name.</summary>
    public IReadOnlyList<FileEntry> Complete()
    {
        // A manifest of an earlier run must not describe files of this one, should the machine stop in between.
        File.Delete(Path.Combine(folder, ManifestFile.Name));
        var entries = new List<FileEntry>();
        try
        {
            foreach (var (name, writer) in _files)
            {
                writer.Complete();
                entries.Add(new FileEntry(name, writer.Sha256!, writer.Bytes, writer.Rows));
            }

            return entries;
        }
        catch (IOException)
        {
            // A full disk: half a package is no package.
            foreach (var name in _files.Keys)
                File.Delete(Path.Combine(folder, name));
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var writer in _files.Values)
            writer.Dispose();
    }
}
