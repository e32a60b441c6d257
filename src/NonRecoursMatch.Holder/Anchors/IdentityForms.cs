using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// Everything of one identity that tolerant linkage compares, in comparable form. One object is reused for every row; it never leaves the holder.
/// </summary>
public sealed class IdentityForms
{
    readonly byte[] _birthPlace = new byte[PlaceForms.LongestPlace];
    readonly byte[] _residence = new byte[PlaceForms.LongestPlace];

    /// <summary>Surnames.</summary>
    public SurnameForms Surname { get; } = new();

    /// <summary>Given names.</summary>
    public GivenNameForms GivenNames { get; } = new();

    /// <summary>Birth date, parts unknown where the source does not know them.</summary>
    public BirthDate Birth { get; private set; }

    /// <summary><c>M</c> or <c>F</c>; 0 when unknown.</summary>
    public byte Sex { get; private set; }

    /// <summary>Commune or country of birth; empty when unknown.</summary>
    public ReadOnlySpan<byte> BirthPlace => _birthPlace.AsSpan(0, BirthPlaceLength);

    /// <summary>Commune of residence; empty when unknown.</summary>
    public ReadOnlySpan<byte> Residence => _residence.AsSpan(0, ResidenceLength);

    int BirthPlaceLength { get; set; }

    int ResidenceLength { get; set; }

    /// <summary>Reads an identity. Texts are UTF-8; an empty one is unknown.</summary>
    /// <param name="cells">The cells of the row.</param>
    /// <param name="birth">Birth date; default when unknown.</param>
    /// <param name="communes">Brings places to their present code; null leaves places unknown.</param>
    public void Read(in IdentityCells cells, BirthDate birth, CommuneTable? communes)
    {
        Surname.Read(cells.BirthName, cells.UsageName);
        GivenNames.Read(cells.GivenNames);
        Birth = birth;
        Sex = cells.Sex is [(byte)'M' or (byte)'F'] or [(byte)'m' or (byte)'f'] ? (byte)(cells.Sex[0] & 0xDF)
            : cells.Sex is [(byte)'1'] ? (byte)'M' : cells.Sex is [(byte)'2'] ? (byte)'F' : (byte)0;
        BirthPlaceLength = communes is null ? 0 : PlaceForms.Canonical(cells.BirthPlace, birth.Year, communes, _birthPlace);
        ResidenceLength = communes is null ? 0 : PlaceForms.Canonical(cells.Residence, 0, communes, _residence);
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        Surname.Clear();
        GivenNames.Clear();
        (Birth, Sex, BirthPlaceLength, ResidenceLength) = (default, 0, 0, 0);
        Array.Clear(_birthPlace);
        Array.Clear(_residence);
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
