using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>What linkage says of itself: counts only.</summary>
/// <param name="Balances">Rows in, out and dropped, by source.</param>
/// <param name="Liens">Links by source, then by pass and class.</param>
/// <param name="Revue">Records left to review, by source and reason.</param>
/// <param name="Poids">Links by weight in bits, in bands of five.</param>
/// <param name="FauxAttendusPour10000">False links per 10,000 that the model expects; it is optimistic (docs/linkage.md, calibration).</param>
/// <param name="Comparaisons">Comparisons made.</param>
/// <param name="AncresPlafonnees">Anchors that too many records of all sources together share.</param>
/// <param name="Modele">Estimated probabilities of each level of agreement, by field, for one person.</param>
/// <param name="Paires">Share of the pairs of two sources that the model takes for one person.</param>
public sealed record LinkReport(
    IReadOnlyDictionary<string, Balance> Balances,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Liens,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Revue,
    IReadOnlyDictionary<string, long> Poids,
    double FauxAttendusPour10000,
    long Comparaisons,
    long AncresPlafonnees,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Modele,
    IReadOnlyDictionary<string, double> Paires)
{
    static readonly (string Name, Type Levels)[] _fields =
    [
        ("nom", typeof(FamilyNameLevel)), ("prenom", typeof(FirstNameLevel)), ("naissance", typeof(BirthLevel)),
        ("lieu_naissance", typeof(PlaceLevel)), ("residence", typeof(PlaceLevel)), ("sexe", typeof(PlaceLevel)),
    ];

    internal static LinkReport Of(IReadOnlyDictionary<string, Balance> balances, LinkStatistics statistics, PairCounts pairs, LinkModel model, IReadOnlyList<LinkSource> sources)
    {
        var names = sources.ToDictionary(source => source.Index, source => source.Name);
        return new LinkReport(
            balances,
            Plain(statistics.Links),
            Plain(statistics.Reviews),
            Sorted(statistics.Weights.Select(band => (FormattableString.Invariant($"{band.Key:00}"), band.Value))),
            statistics.Total == 0 ? 0 : Math.Round(10_000 * statistics.ExpectedFalse / statistics.Total, 2),
            pairs.Comparisons,
            pairs.AnchorsAboveCap,
            Sorted(_fields.Select((field, index) => (field.Name, (IReadOnlyDictionary<string, double>)LevelsOf(field.Levels, model.M[index])))),
            Sorted(model.Sources.Select(pair => ($"{names[pair.Key.Left]}|{names[pair.Key.Right]}", Math.Round(pair.Value.Prior, 12)))));
    }

    static SortedDictionary<string, double> LevelsOf(Type levels, double[] m)
        => Sorted(Enumerable.Range(1, m.Length - 1).Select(level => (Enum.GetName(levels, level)!.ToLowerInvariant(), Math.Round(m[level], 6))));

    static SortedDictionary<string, IReadOnlyDictionary<string, long>> Plain(SortedDictionary<string, SortedDictionary<string, long>> counts)
        => new(counts.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, long>)pair.Value), StringComparer.Ordinal);

    static SortedDictionary<string, T> Sorted<T>(IEnumerable<(string Name, T Value)> values)
        => new(values.ToDictionary(value => value.Name, value => value.Value), StringComparer.Ordinal);
}
