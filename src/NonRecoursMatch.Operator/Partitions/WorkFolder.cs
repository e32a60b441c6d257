using System.Globalization;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>
/// Where steps hand each other their partitions: <c>STEP/i-n/</c>, which exists only when complete, with a <see cref="PartitionRecord"/>. A step reads
/// all partitions of the one before, and refuses to start when one is lost, incomplete, altered, of another number of partitions or of other inputs.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="inputs">Digest of everything that the results depend on.</param>
/// <param name="durable">Whether partitions are for other tasks, and must be on disk when they get their name.</param>
sealed class WorkFolder(string path, string inputs, bool durable)
{
    public string Path => path;

    public string Inputs => inputs;

    public bool Durable => durable;

    public string FolderOf(MatchStep step, Partition partition)
        => System.IO.Path.Combine(FolderOf(step), string.Create(CultureInfo.InvariantCulture, $"{partition.Number}-{partition.Count}"));

    /// <summary>Removes the partitions of a step.</summary>
    public void Remove(MatchStep step)
    {
        if (Directory.Exists(FolderOf(step)))
            Directory.Delete(FolderOf(step), recursive: true);
    }

    /// <summary>Whether the partition is there, complete, and of these inputs: every byte of it is read.</summary>
    public bool IsDone(MatchStep step, Partition partition)
    {
        try
        {
            _ = Check(step, partition, whole: true);
            return true;
        }
        catch (OperatorException)
        {
            return false;
        }
    }

    /// <summary>All partitions of a step that has run.</summary>
    /// <param name="step">The step.</param>
    /// <param name="expected">Into how many it must be split; null where the reader is one task and takes what there is.</param>
    /// <exception cref="OperatorException">A partition is lost, incomplete, altered, of another number or of other inputs; the message names it.</exception>
    public FinishedStep Require(MatchStep step, int? expected = null)
    {
        var counts = Counts(step);
        if (counts.Count > 1 || (expected is not null && counts.Count == 1 && counts[0] != expected))
        {
            throw new OperatorException(
                Refusal.OtherCampaign,
                $"{FolderOf(step)} holds step {step.Name()} split into {string.Join(" and into ", counts)}{(expected is null ? "" : $" where {expected} is expected")}: every task of a month names the same number of partitions; remove the others");
        }

        var count = expected ?? counts.FirstOrDefault(1);
        return new FinishedStep(step, [.. Partition.All(count).Select(partition => new FinishedPartition(partition, FolderOf(step, partition), Check(step, partition, whole: false)))]);
    }

    string FolderOf(MatchStep step) => System.IO.Path.Combine(path, step.Name());

    /// <summary>Into how many a step was split, by the names of what is there.</summary>
    List<int> Counts(MatchStep step)
    {
        if (!Directory.Exists(FolderOf(step)))
            return [];
        return [.. Directory.EnumerateDirectories(FolderOf(step)).Select(folder => System.IO.Path.GetFileName(folder).Replace('-', '/'))
            .Where(name => Partition.TryParse(name, out _)).Select(name => int.Parse(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture))
            .Distinct().Order()];
    }

    PartitionRecord Check(MatchStep step, Partition partition, bool whole)
    {
        var folder = FolderOf(step, partition);
        var (name, remedy) = (step.Name(partition), step.Remedy(partition));
        if (!File.Exists(System.IO.Path.Combine(folder, PartitionRecord.FileName)))
            throw new OperatorException(Refusal.InputMissing, $"{name} has not run here, or was lost: {remedy}");
        try
        {
            var record = StableJson.Read<PartitionRecord>(System.IO.Path.Combine(folder, PartitionRecord.FileName));
            if (record.Entrees != inputs)
                throw new OperatorException(Refusal.OtherCampaign, $"{name} was made from other packages, another agreement, month or program: {remedy}");
            if (record.Etape != step.Name() || record.Partition != partition.ToString())
                throw new InvalidDataException($"{folder} holds partition {record.Partition} of step {record.Etape}");
            foreach (var file in record.Fichiers)
                Check(System.IO.Path.Combine(folder, file.Name), file, whole);
            return record;
        }
        catch (Exception e) when (e is InvalidDataException or ManifestException or IOException)
        {
            throw new OperatorException(Refusal.Partition, $"{name}: {e.Message}; {remedy}");
        }
    }

    static void Check(string path, FileEntry stated, bool whole)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"{stated.Name} is missing");
        if (new FileInfo(path).Length is var bytes && bytes != stated.Bytes)
            throw new InvalidDataException($"{stated.Name} has {bytes} bytes where its task wrote {stated.Bytes}");
        var found = PartitionOutput.IsSpool(path) ? SpoolReader.Describe(path, whole) : (stated.Rows, FileEntry.Of(path, stated.Name, stated.Rows).Sha256);
        if (found != (stated.Rows, stated.Sha256))
            throw new InvalidDataException($"{stated.Name} is not what its task wrote");
    }
}
