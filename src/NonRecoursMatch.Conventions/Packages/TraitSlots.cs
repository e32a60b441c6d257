namespace NonRecoursMatch.Conventions.Packages;

/// <summary>
/// The traits that a record carries under each of its anchors: 16-bit values, comparable only between records that share the anchor. A slot is a
/// fixed place; <see cref="Missing"/> says that the trait is unknown, except in the slots of variants (further forms of a name, its phonetic
/// keys, its deletions), where an absent variant is a random value, so that nobody can count the names of a person.
/// </summary>
public static class TraitSlots
{
    /// <summary>The trait is unknown.</summary>
    public const ushort Missing = 0;

    /// <summary>Full forms of the surname: birth, usage. <see cref="Missing"/> in the first when there is no surname at all.</summary>
    public const int SurnameFull = 0;

    /// <summary>Number of full forms.</summary>
    public const int SurnameFullCount = 2;

    /// <summary>Parts of surnames: without particles, elements of a double-barrelled name.</summary>
    public const int SurnamePart = SurnameFull + SurnameFullCount;

    /// <summary>Number of parts.</summary>
    public const int SurnamePartCount = 4;

    /// <summary>Phonetic keys of forms and parts.</summary>
    public const int SurnameSound = SurnamePart + SurnamePartCount;

    /// <summary>Number of phonetic keys.</summary>
    public const int SurnameSoundCount = 4;

    /// <summary>For each full form, its first nine letters and each of them with one letter less: two names one slip apart share a value.</summary>
    public const int SurnameDeletions = SurnameSound + SurnameSoundCount;

    /// <summary>Values per set of deletions.</summary>
    public const int DeletionCount = 10;

    /// <summary>Forms of the given names: first, compound, second, third. <see cref="Missing"/> in the first when there is none.</summary>
    public const int GivenName = SurnameDeletions + (SurnameFullCount * DeletionCount);

    /// <summary>Number of forms.</summary>
    public const int GivenNameCount = 4;

    /// <summary>Phonetic keys of the first and the second given name.</summary>
    public const int GivenNameSound = GivenName + GivenNameCount;

    /// <summary>Number of phonetic keys.</summary>
    public const int GivenNameSoundCount = 2;

    /// <summary>Deletions of the first given name.</summary>
    public const int GivenNameDeletions = GivenNameSound + GivenNameSoundCount;

    /// <summary>Initial of the first given name.</summary>
    public const int Initial = GivenNameDeletions + DeletionCount;

    /// <summary>Year of birth.</summary>
    public const int Year = Initial + 1;

    /// <summary>Month of birth.</summary>
    public const int Month = Year + 1;

    /// <summary>Day of birth.</summary>
    public const int Day = Month + 1;

    /// <summary>Day and month in ascending order: equal when the two were swapped.</summary>
    public const int DayMonth = Day + 1;

    /// <summary>Known only on 1 January, which many files write for an unknown day.</summary>
    public const int NewYear = DayMonth + 1;

    /// <summary>Commune or country of birth.</summary>
    public const int BirthPlace = NewYear + 1;

    /// <summary>Département of birth; the country for a birth abroad.</summary>
    public const int BirthDepartement = BirthPlace + 1;

    /// <summary>Commune of residence.</summary>
    public const int Residence = BirthDepartement + 1;

    /// <summary>Sex.</summary>
    public const int Sex = Residence + 1;

    /// <summary>Number of slots.</summary>
    public const int Count = Sex + 1;

    /// <summary>Bytes of a record's traits under one anchor.</summary>
    public const int Size = Count * sizeof(ushort);
}
