using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Reports;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>A partition as its task left it.</summary>
sealed record FinishedPartition(Partition Partition, string Folder, PartitionRecord Record);

/// <summary>All partitions of a step, in order.</summary>
sealed class FinishedStep(MatchStep step, IReadOnlyList<FinishedPartition> partitions)
{
    /// <summary>Counts of each.</summary>
    public IEnumerable<StageRecord> Counts => partitions.Select(partition => partition.Record.Comptes);

    /// <summary>Folder of a step of one task.</summary>
    public string Folder => partitions[0].Folder;

    /// <summary>The range of <paramref name="reader"/> of what all tasks spilled under a name, in order, as if one task had.</summary>
    /// <exception cref="OperatorException">What is read is not what a task wrote; the message names its partition.</exception>
    public IEnumerable<SortedRows> Rows(string name, Partition reader)
    {
        using var spool = SpoolReader.Open(partitions.Select(partition => Path.Combine(partition.Folder, PartitionOutput.SpoolName(name))), reader.Number - 1, reader.Count);
        using var buckets = spool.LoadAll().GetEnumerator();
        while (MoveNext(buckets))
            yield return buckets.Current;
    }

    /// <summary>The tables that all tasks wrote under a name.</summary>
    public IEnumerable<ColumnFileReader> Tables(string name)
    {
        foreach (var partition in partitions)
        {
            using var table = new ColumnFileReader(Path.Combine(partition.Folder, name));
            yield return table;
        }
    }

    bool MoveNext(IEnumerator<SortedRows> buckets)
    {
        try
        {
            return buckets.MoveNext();
        }
        catch (AlteredSpoolException e)
        {
            var altered = partitions.First(partition => Path.GetDirectoryName(e.Path) == partition.Folder).Partition;
            throw new OperatorException(Refusal.Partition, $"{step.Name(altered)}: {e.Message}; {step.Remedy(altered)}");
        }
    }
}
