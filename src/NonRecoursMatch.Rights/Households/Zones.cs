using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Whether an INSEE code is that of a commune.</summary>
/// <param name="depcom">Five characters.</param>
public delegate bool CommuneKnown(ReadOnlySpan<char> depcom);

/// <summary>Where a commune is, in so far as the law differs.</summary>
static class Zones
{
    /// <summary>The zone of an INSEE commune code; 99 and three digits is a foreign country. Null when the code is none.</summary>
    public static Zone? Of(string depcom, CommuneKnown known)
    {
        if (depcom.Length != 5)
            return null;
        if (depcom.StartsWith("99", StringComparison.Ordinal))
            return depcom.AsSpan(2).ContainsAnyExceptInRange('0', '9') ? null : Zone.Etranger;
        return known(depcom) ? ZoneDe.Commune(depcom) : null;
    }
}
