using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>What the rows of a file of identities are worth.</summary>
public sealed class IdentityCounts
{
    /// <summary>Rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows by class of their NIR.</summary>
    public SortedDictionary<string, long> Nir { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows whose identity gives no anchor: they cannot be linked but by NIR.</summary>
    public long WithoutAnchor { get; private set; }

    /// <summary>Rows whose birth date is no date: it counts as unknown.</summary>
    public long WrongBirth { get; private set; }

    /// <summary>Anchors.</summary>
    public AnchorCounts? Anchors { get; internal set; }

    internal void Add(NirClass nir, int anchors, bool wrongBirth)
    {
        Rows++;
        WithoutAnchor += anchors == 0 ? 1 : 0;
        WrongBirth += wrongBirth ? 1 : 0;
        Nir[nir.ToString()] = Nir.GetValueOrDefault(nir.ToString()) + 1;
    }
}
