using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Who is believed first for each fact: the agreement's order of kinds, then the latest data, then the order of the agreement.</summary>
sealed class FactRanks
{
    readonly int[][] _ranks;

    public FactRanks(Agreement agreement, IReadOnlyList<ReceivedPackage> packages)
    {
        _ranks = [.. Enum.GetValues<Fact>().Select(fact => RanksOf(agreement.FactOrder[fact], agreement.Sources.Count, packages))];
    }

    /// <summary>Rank of a source for a fact, 0 first; <see cref="int.MaxValue"/> when the order does not name its kind.</summary>
    public int Of(Fact fact, int source) => _ranks[(int)fact][source];

    static int[] RanksOf(IReadOnlyList<Conventions.Extracts.SourceKind> order, int sources, IReadOnlyList<ReceivedPackage> packages)
    {
        var ranks = new int[sources];
        Array.Fill(ranks, int.MaxValue);
        var kinds = order.ToList();
        var ranked = packages.Where(package => kinds.Contains(package.Source.Kind))
            .OrderBy(package => kinds.IndexOf(package.Source.Kind))
            .ThenByDescending(package => package.Manifest.DateDonnees, StringComparer.Ordinal)
            .ThenBy(package => package.Index);
        foreach (var (rank, package) in ranked.Index())
            ranks[package.Index] = rank;
        return ranks;
    }
}
