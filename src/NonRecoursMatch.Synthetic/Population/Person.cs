using NonRecoursMatch.Synthetic.Names;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>How much of a birth date the civil register knows (persons born abroad; TYPEDTNAI of the CNAF).</summary>
internal enum BirthPrecision
{
    /// <summary>N: day and month known.</summary>
    Full,

    /// <summary>J: day unknown.</summary>
    NoDay,

    /// <summary>O: day and month unknown.</summary>
    NoDayNoMonth,
}

/// <summary>Place in the household.</summary>
internal enum Place
{
    /// <summary>The adult in whose name things stand.</summary>
    Head,

    /// <summary>Married, PACS or cohabiting partner.</summary>
    Partner,

    /// <summary>Child.</summary>
    Child,

    /// <summary>Grown-up child who still lives there.</summary>
    OtherAdult,
}

/// <summary>What a person lives from.</summary>
internal enum Activity
{
    /// <summary>Wages.</summary>
    Worker,

    /// <summary>Farmer or self-employed.</summary>
    SelfEmployed,

    /// <summary>Unemployment benefit.</summary>
    Unemployed,

    /// <summary>None.</summary>
    Inactive,

    /// <summary>AAH.</summary>
    Disabled,

    /// <summary>Studies.</summary>
    Student,

    /// <summary>Pension.</summary>
    Pensioner,

    /// <summary>Child.</summary>
    Child,
}

/// <summary>An invented person: the true identity, of which each source holds a more or less faithful copy.</summary>
internal sealed class Person
{
    /// <summary>Number in the territory, from 1: the person's name in <c>truth/</c>.</summary>
    public required long Number { get; init; }

    /// <summary>Sex.</summary>
    public required bool Man { get; init; }

    /// <summary>Place in the household.</summary>
    public required Place Place { get; init; }

    /// <summary>Birth name, upper case.</summary>
    public required string BirthName { get; set; }

    /// <summary>Usage name when there is one, upper case.</summary>
    public string? UsageName { get; set; }

    /// <summary>First given name.</summary>
    public required FirstName First { get; set; }

    /// <summary>Second given name, or empty.</summary>
    public string Second { get; init; } = "";

    /// <summary>True birth date. Where the register does not know day or month, sources do not either.</summary>
    public required DateOnly Birth { get; set; }

    /// <summary>What the register knows of it.</summary>
    public BirthPrecision Precision { get; init; }

    /// <summary>COG commune of birth, or <c>99</c> and the country.</summary>
    public required string BirthPlace { get; init; }

    /// <summary>Nationality group: F, E or A.</summary>
    public required char Nationality { get; init; }

    /// <summary>Start of the residence permit, for group A.</summary>
    public DateOnly? Permit { get; init; }

    /// <summary>NIR of 13 characters and key.</summary>
    public string Nir { get; set; } = "";

    /// <summary>What the person lives from.</summary>
    public Activity Activity { get; set; }

    /// <summary>Age in whole years at the first day of the reference month.</summary>
    public required int Age { get; init; }

    /// <summary>The person whose name and birth date this one shares by design, or 0.</summary>
    public long HomonymOf { get; set; }

    /// <summary>
    /// Protected address, as every body knows it. Derived from the number, not drawn: it is nobody's fact here, it only steers letters.
    /// </summary>
    public bool HasProtectedAddress => Number % 331 == 0;

    /// <summary>Under guardianship, likewise.</summary>
    public bool HasGuardian => Age >= 75 ? Number % 47 == 0 : Number % 499 == 0;

    /// <summary>Name under which a person is called: usage name, else birth name.</summary>
    public string CalledName => UsageName ?? BirthName;

    /// <summary>The weak tokens of the complete identity: birth name, and usage name when it differs. None without a complete birth date.</summary>
    public IEnumerable<ulong> Tokens()
    {
        if (Precision != BirthPrecision.Full)
            yield break;
        var birth = NameKey.OfSurname(BirthName);
        yield return NameKey.Token(birth, First.Key, Birth);
        if (UsageName is not null && NameKey.OfSurname(UsageName) is var usage && usage != birth)
            yield return NameKey.Token(usage, First.Key, Birth);
    }

    /// <summary>Says nothing of the identity.</summary>
    public override string ToString() => $"person {Number}";
}
