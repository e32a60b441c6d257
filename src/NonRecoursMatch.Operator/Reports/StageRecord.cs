using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>What a stage, or a partition of one of its steps, leaves for the report besides rows: counts only, which add up.</summary>
/// <param name="Balances">Rows in, out and dropped, by name.</param>
/// <param name="Verdicts">Rows by benefit and verdict.</param>
/// <param name="Publics">Rows by target public.</param>
/// <param name="Communes">Rows by commune of residence.</param>
/// <param name="Comparaisons">What comparing records cost.</param>
/// <param name="Rapprochement">What linkage says of itself.</param>
/// <param name="Paires">Persons that two sources have in common, by the two sources and what links them.</param>
sealed record StageRecord(
    IReadOnlyDictionary<string, Balance> Balances,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>? Verdicts = null,
    IReadOnlyDictionary<string, long>? Publics = null,
    IReadOnlyDictionary<string, long>? Communes = null,
    PairCounts? Comparaisons = null,
    LinkReport? Rapprochement = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>? Paires = null)
{
    /// <summary>Nothing was counted.</summary>
    public static StageRecord Empty { get; } = new(new SortedDictionary<string, Balance>(StringComparer.Ordinal));

    /// <summary>The counts of all partitions of the steps of a stage together.</summary>
    public static StageRecord Sum(IEnumerable<StageRecord> partitions)
    {
        var all = partitions.ToList();
        return new StageRecord(
            Sum(all, record => record.Balances, Sum)!,
            Sum(all, record => record.Verdicts, Sum),
            Sum(all, record => record.Publics, (left, right) => left + right),
            Sum(all, record => record.Communes, (left, right) => left + right),
            Sum(all.Select(record => record.Comparaisons)),
            all.Select(record => record.Rapprochement).SingleOrDefault(report => report is not null),
            Sum(all, record => record.Paires, Sum));
    }

    static PairCounts? Sum(IEnumerable<PairCounts?> partitions) => partitions.OfType<PairCounts>().ToList() is { Count: > 0 } counted
        ? new PairCounts { Comparisons = counted.Sum(pairs => pairs.Comparisons), AnchorsAboveCap = counted.Sum(pairs => pairs.AnchorsAboveCap) }
        : null;

    static Balance Sum(Balance left, Balance right) => new(left.RowsIn + right.RowsIn, left.RowsOut + right.RowsOut, Sum(left.Drops, right.Drops));

    static IReadOnlyDictionary<string, long> Sum(IReadOnlyDictionary<string, long> left, IReadOnlyDictionary<string, long> right)
        => Sum([left, right], counts => counts, (one, other) => one + other)!;

    /// <summary>Name by name; null where no partition counts such things.</summary>
    static SortedDictionary<string, T>? Sum<TPartition, T>(IEnumerable<TPartition> partitions, Func<TPartition, IReadOnlyDictionary<string, T>?> counts, Func<T, T, T> add)
    {
        SortedDictionary<string, T>? sum = null;
        foreach (var partition in partitions)
        {
            if (counts(partition) is not { } own)
                continue;
            sum ??= new SortedDictionary<string, T>(StringComparer.Ordinal);
            foreach (var (name, count) in own)
                sum[name] = sum.TryGetValue(name, out var known) ? add(known, count) : count;
        }

        return sum;
    }
}
