using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>
/// Asks two files whether they hold relatives that a profile of the family guard would confuse. Where a suspect pair touches a record that is
/// surely linked to somebody else, it is refuted: it was a relative. Relatives do not know whether a record is linked, so the refuted pairs of a
/// profile tell how many of its pairs that nothing refutes are false, too. A profile opens only while the false links so expected stay within a
/// small share of all links; the profiles of twins or parent and child of any French file stay closed.
/// </summary>
sealed class GuardCalibration(IReadOnlyList<LinkSource> sources, Outcomes outcomes)
{
    /// <summary>False links that open profiles may add, for one sure link.</summary>
    const double Budget = 3e-4;

    /// <summary>Highest share of false links expected of a profile.</summary>
    const double MostFalse = 0.02;

    /// <summary>Refuted pairs that are added to those seen: that none was seen does not say that there is none.</summary>
    const double Unseen = 0.5;

    readonly SortedDictionary<int, (long Refuted, long Open)> _profiles = [];

    /// <summary>A pair whose weight would make it a link; not one that is a link.</summary>
    public void Observe(Bearer record, Pair pair)
    {
        if (FamilyGuard.Suspect(pair.Agreement) == GuardReason.None || outcomes.AreLinked(record, pair.Other))
            return;
        var profile = FamilyGuard.ProfileOf(pair.Agreement);
        var (refuted, open) = _profiles.GetValueOrDefault(profile);
        _profiles[profile] = outcomes.IsSettled(record) || outcomes.IsSettled(pair.Other) ? (refuted + 1, open) : (refuted, open + 1);
    }

    /// <summary>The guard of these files.</summary>
    public FamilyGuard Result()
    {
        var free = 1.0;
        foreach (var source in sources)
            free *= 1 - (outcomes.SettledOf(source.Index) / (double)Math.Max(1, source.Persons));
        var odds = free / Math.Max(1e-9, 1 - free);
        var open = new HashSet<int>();
        var (spent, links) = (0.0, sources.Min(source => outcomes.SettledOf(source.Index)));
        foreach (var (profile, counts) in _profiles.OrderBy(profile => Expected(profile.Value) / Math.Max(1, profile.Value.Open)).ThenBy(profile => profile.Key))
        {
            if (counts.Open == 0 || Expected(counts) > MostFalse * counts.Open || spent + Expected(counts) > Budget * links)
                continue;
            spent += Expected(counts);
            open.Add(profile);
        }

        return new FamilyGuard(open);

        double Expected((long Refuted, long Open) counts) => (counts.Refuted + Unseen) * odds;
    }
}
