namespace NonRecoursMatch.Holder.Anchors;

/// <summary>The identity cells of one row, in UTF-8, as they are written.</summary>
public readonly ref struct IdentityCells
{
    /// <summary>Birth surname.</summary>
    public ReadOnlySpan<byte> BirthName { get; init; }

    /// <summary>Usage surname.</summary>
    public ReadOnlySpan<byte> UsageName { get; init; }

    /// <summary>Given names, the first one first.</summary>
    public ReadOnlySpan<byte> GivenNames { get; init; }

    /// <summary>Sex.</summary>
    public ReadOnlySpan<byte> Sex { get; init; }

    /// <summary>Commune or country of birth.</summary>
    public ReadOnlySpan<byte> BirthPlace { get; init; }

    /// <summary>Commune of residence.</summary>
    public ReadOnlySpan<byte> Residence { get; init; }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
