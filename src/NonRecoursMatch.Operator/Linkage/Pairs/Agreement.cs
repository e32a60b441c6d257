namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>
/// The levels at which two records agree, with the class of the name's frequency: all that linkage knows of a pair, in twenty bits. The
/// number of different agreements is small, which lets weights be estimated from counts, whatever the order of the pairs.
/// </summary>
/// <param name="Code">The packed levels.</param>
readonly record struct Agreement(int Code)
{
    public Agreement(FamilyNameLevel surname, FirstNameLevel givenName, BirthLevel birth, PlaceLevel birthPlace, PlaceLevel residence, PlaceLevel sex, int nameClass)
        : this((int)surname | ((int)givenName << 3) | ((int)birth << 6) | ((int)birthPlace << 9) | ((int)residence << 11) | ((int)sex << 13) | (nameClass << 15))
    {
    }

    public FamilyNameLevel Surname => (FamilyNameLevel)(Code & 7);

    public FirstNameLevel GivenName => (FirstNameLevel)((Code >> 3) & 7);

    public BirthLevel Birth => (BirthLevel)((Code >> 6) & 7);

    public PlaceLevel BirthPlace => (PlaceLevel)((Code >> 9) & 3);

    public PlaceLevel Residence => (PlaceLevel)((Code >> 11) & 3);

    public PlaceLevel Sex => (PlaceLevel)((Code >> 13) & 3);

    /// <summary>Frequency class of the name, kept only where <see cref="HasNameClass"/> says that it means something for both records.</summary>
    public int NameClass => Code >> 15;

    /// <summary>Whether surname and given name are the same, sound the same or are one slip apart: a misspelt name is as rare as the name.</summary>
    public static bool HasNameClass(FamilyNameLevel surname, FirstNameLevel givenName)
        => surname is FamilyNameLevel.Exact or FamilyNameLevel.Sound or FamilyNameLevel.Near && givenName is FirstNameLevel.Exact or FirstNameLevel.Sound or FirstNameLevel.Near;

    public bool SameName => Surname == FamilyNameLevel.Exact && GivenName == FirstNameLevel.Exact;

    public bool SamePlace => BirthPlace == PlaceLevel.Exact || Residence == PlaceLevel.Exact;
}
