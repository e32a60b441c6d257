using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>What one task states of its partition; written last, beside its files.</summary>
/// <param name="Etape">Step.</param>
/// <param name="Partition"><c>i/n</c>.</param>
/// <param name="Entrees">Digest of everything that the result depends on.</param>
/// <param name="Fichiers">Files with rows, size and digest; of spilled rows the digest is that of the index, which holds a checksum of every chunk.</param>
/// <param name="Comptes">Counts of the partition.</param>
sealed record PartitionRecord(string Etape, string Partition, string Entrees, IReadOnlyList<FileEntry> Fichiers, StageRecord Comptes)
{
    public const string FileName = "partition.json";
}
