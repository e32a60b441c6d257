namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Which law applies in a commune.</summary>
public static class ZoneDe
{
    /// <summary>The zone of a commune of the COG, by its code.</summary>
    /// <param name="depcom">Five characters.</param>
    public static Zone Commune(ReadOnlySpan<char> depcom) => depcom[..3] switch
    {
        "971" or "972" or "973" or "974" => Zone.Dom,
        "976" => Zone.Mayotte,
        _ => depcom.StartsWith("97", StringComparison.Ordinal) || depcom.StartsWith("98", StringComparison.Ordinal) ? Zone.Collectivite : Zone.Metropole,
    };
}
