namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// A place of birth as five characters: département and commune, or 99 and the country. A NIR keeps the code that the place had at birth, an
/// extract often writes today's: two codes are compared by département, and by what départements were called at the time.
/// </summary>
public readonly ref struct BirthPlace
{
    /// <summary>Until then 91 to 94 were Algeria and 95 Morocco; since then they are départements around Paris.</summary>
    const int ParisRegionDivided = 1968;

    /// <summary>Until then Corsica was one département, 20.</summary>
    const int CorsicaDivided = 1976;

    const int Length = 5;

    readonly int _year;

    BirthPlace(ReadOnlySpan<byte> departement, BirthPlaceKind kind, int year)
    {
        Departement = departement;
        Kind = kind;
        _year = year;
    }

    /// <summary>Where it is.</summary>
    public BirthPlaceKind Kind { get; }

    /// <summary>Two characters, three overseas.</summary>
    public ReadOnlySpan<byte> Departement { get; }

    /// <summary>Reads a code.</summary>
    /// <param name="code">Five characters.</param>
    /// <param name="year">Year of birth, or 0 when it is unknown.</param>
    public static BirthPlace Of(ReadOnlySpan<byte> code, int year)
    {
        if (code.Length != Length)
            return default;
        return code[..2] switch
        {
            [(byte)'2', (byte)'A' or (byte)'B' or (byte)'0'] => new BirthPlace(code[..2], BirthPlaceKind.Corsica, year),
            [(byte)'9', (byte)'7' or (byte)'8'] => new BirthPlace(code[..3], BirthPlaceKind.Overseas, year),
            [(byte)'9', (byte)'6' or (byte)'9'] => new BirthPlace(code[..2], BirthPlaceKind.Abroad, year),
            [(byte)'9', >= (byte)'1' and <= (byte)'5'] when year is > 0 and < ParisRegionDivided => new BirthPlace(code[..2], BirthPlaceKind.Abroad, year),
            [(byte)'0', >= (byte)'1' and <= (byte)'9'] or [>= (byte)'1' and <= (byte)'9', >= (byte)'0' and <= (byte)'9'] => new BirthPlace(code[..2], BirthPlaceKind.Mainland, year),
            _ => default,
        };
    }

    /// <summary>
    /// Whether both codes may be one place. Two places abroad always may, since the codes of countries change with the countries; a code that was
    /// Algeria's before 1962 and is a département's now may be either when the year does not tell.
    /// </summary>
    public bool MayBe(BirthPlace other)
    {
        if (Departement.SequenceEqual(other.Departement))
            return true;
        if (IsAbroad && other.IsAbroad)
            return true;
        return (Kind, other.Kind) switch
        {
            (BirthPlaceKind.Corsica, BirthPlaceKind.Corsica) => _year < CorsicaDivided && (Is("20"u8) || other.Is("20"u8)),
            (BirthPlaceKind.Overseas, BirthPlaceKind.Overseas) => Became(other) || other.Became(this),
            _ => _year < ParisRegionDivided && IsAroundParis && other.IsAroundParis,
        };
    }

    bool IsAbroad => Kind == BirthPlaceKind.Abroad || (_year == 0 && Departement is [(byte)'9', >= (byte)'1' and <= (byte)'5']);

    /// <summary>Seine (75) and Seine-et-Oise (78) were divided into these.</summary>
    bool IsAroundParis => Is("75"u8) || Is("78"u8) || Departement is [(byte)'9', >= (byte)'1' and <= (byte)'5'];

    /// <summary>Saint-Barthélemy and Saint-Martin left Guadeloupe in 2007, Mayotte was 985 before it was a département.</summary>
    bool Became(BirthPlace later) => (Is("971"u8) && (later.Is("977"u8) || later.Is("978"u8))) || (Is("985"u8) && later.Is("976"u8));

    bool Is(ReadOnlySpan<byte> departement) => Departement.SequenceEqual(departement);
}
