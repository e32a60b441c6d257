namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>How well two surnames agree, best first.</summary>
enum FamilyNameLevel
{
    /// <summary>One of the two is unknown.</summary>
    Missing,

    /// <summary>A full form, birth or usage, is the same.</summary>
    Exact,

    /// <summary>A part is the same: without particle, or one half of a double-barrelled name.</summary>
    Part,

    /// <summary>They sound alike.</summary>
    Sound,

    /// <summary>One slip apart: a letter added, dropped, replaced, or two swapped, in the first nine.</summary>
    Near,

    /// <summary>The surname of one is the given name of the other; the other way round too where given names then count as the same.</summary>
    Swapped,

    /// <summary>Nothing in common.</summary>
    Different,
}

/// <summary>How well two given names agree, best first.</summary>
enum FirstNameLevel
{
    /// <summary>One of the two is unknown.</summary>
    Missing,

    /// <summary>The first given name is the same.</summary>
    Exact,

    /// <summary>The first given name of one is another given name of the other.</summary>
    Other,

    /// <summary>They sound alike.</summary>
    Sound,

    /// <summary>One slip apart.</summary>
    Near,

    /// <summary>The same initial only.</summary>
    Initial,

    /// <summary>Nothing in common.</summary>
    Different,
}

/// <summary>How well two birth dates agree, best first.</summary>
enum BirthLevel
{
    /// <summary>One of the two is unknown.</summary>
    Missing,

    /// <summary>The same day.</summary>
    Exact,

    /// <summary>The same 1 January, which many files write for an unknown day.</summary>
    NewYear,

    /// <summary>Day and month swapped.</summary>
    Swapped,

    /// <summary>Two of year, month and day are the same.</summary>
    Two,

    /// <summary>A part is unknown and the known ones agree.</summary>
    Partial,

    /// <summary>One of year, month and day is the same.</summary>
    One,

    /// <summary>Nothing in common.</summary>
    Different,
}

/// <summary>How well two places agree, best first.</summary>
enum PlaceLevel
{
    /// <summary>One of the two is unknown.</summary>
    Missing,

    /// <summary>The same commune or country.</summary>
    Exact,

    /// <summary>The same département.</summary>
    Departement,

    /// <summary>Nothing in common.</summary>
    Different,
}
