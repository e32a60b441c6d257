using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>
/// The files of one partition while its task writes them: in a folder of the task's own, which takes the final name only when everything in it is
/// complete. Two tasks that write the same partition never meet; what the second one made is dropped.
/// </summary>
sealed class PartitionOutput : IDisposable
{
    const string SpoolEnding = ".spool";

    readonly WorkFolder _work;
    readonly MatchStep _step;
    readonly Partition _partition;
    readonly SortedDictionary<string, Func<FileEntry>> _files = new(StringComparer.Ordinal);
    readonly List<IDisposable> _open = [];

    public PartitionOutput(WorkFolder work, MatchStep step, Partition partition)
    {
        (_work, _step, _partition) = (work, step, partition);
        Folder = $"{work.FolderOf(step, partition)}.{Path.GetRandomFileName()}.partial";
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Name of a file of spilled rows.</summary>
    public static string SpoolName(string name) => name + SpoolEnding;

    /// <summary>Whether a file is of spilled rows.</summary>
    public static bool IsSpool(string path) => path.EndsWith(SpoolEnding, StringComparison.Ordinal);

    /// <summary>Where the task writes; what is left here besides the files below is removed at the end.</summary>
    public string Folder { get; }

    /// <summary>Rows for the following step, by a key.</summary>
    /// <param name="name">Name without ending.</param>
    /// <param name="expectedBytes">Rough size of the rows of all partitions together: all partitions must say the same.</param>
    public SpoolWriter Spool(string name, long expectedBytes)
    {
        var file = SpoolName(name);
        var path = Path.Combine(Folder, file);
        var writer = new SpoolWriter(path, SpoolWriter.BitsFor(expectedBytes, _partition.Count));
        _open.Add(writer);
        _files.Add(file, () =>
        {
            var digest = writer.Complete(_work.Durable);
            return new FileEntry(file, digest, new FileInfo(path).Length, writer.Rows);
        });
        return writer;
    }

    /// <summary>A table, read as a whole.</summary>
    public ColumnFileWriter Table(string name, TableSchema schema)
    {
        var writer = new ColumnFileWriter(Path.Combine(Folder, name), schema);
        _open.Add(writer);
        _files.Add(name, () =>
        {
            writer.Complete();
            return new FileEntry(name, writer.Sha256!, writer.Bytes, writer.Rows);
        });
        return writer;
    }

    /// <summary>Completes the files and gives the folder its final name; where another task was faster, drops it.</summary>
    public void Publish(StageRecord counts)
    {
        var files = _files.Values.Select(complete => complete()).ToList();
        Close();
        StableJson.Write(Path.Combine(Folder, PartitionRecord.FileName), new PartitionRecord(_step.Name(), _partition.ToString(), _work.Inputs, files, counts));
        TakeName(_work.FolderOf(_step, _partition));
    }

    public void Dispose()
    {
        Close();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    void TakeName(string final)
    {
        while (true)
        {
            if (Directory.Exists(final))
            {
                if (_work.IsDone(_step, _partition))
                    return;
                // What is there was altered, or is of other inputs: this one stands instead.
                Directory.Delete(final, recursive: true);
            }

            try
            {
                Directory.Move(Folder, final);
                return;
            }
            catch (IOException) when (Directory.Exists(final))
            {
                // Another task was faster by a breath: what it made is looked at in turn.
            }
        }
    }

    void Close()
    {
        foreach (var file in _open)
            file.Dispose();
        _open.Clear();
    }
}
