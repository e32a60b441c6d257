using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Role of a person in a family dossier (CNAF ROLEPERS).</summary>
enum DossierRole : byte
{
    /// <summary>Not known, or withheld.</summary>
    Unknown,

    /// <summary>DEM.</summary>
    Demandeur,

    /// <summary>CJT.</summary>
    Conjoint,

    /// <summary>ENF.</summary>
    Enfant,

    /// <summary>AUT.</summary>
    Autre,
}

/// <summary>
/// What one record says, as fixed-size values that can be spilled and sorted. Days are <see cref="DateOnly.DayNumber"/>, months
/// <see cref="YearMonth.Index"/>, -1 = unknown; amounts are cents, <see cref="UnknownAmount"/> = unknown.
/// </summary>
struct RecordFacts
{
    public const long UnknownAmount = long.MinValue;

    public int Source;
    public bool Weak;
    public bool Left;
    public int OpposedScope;
    public Key128 Groupe;
    public Key128 Poignee;
    public int BirthMonth;

    // Family record.
    public bool IsFamily;
    public DossierRole Role;
    public Situation DossierSituation;
    public Nationality Nationality;
    public int PermitDay;
    public bool HasRsa;
    public RsaState Rsa;
    public int RsaSince;
    public bool BenefitInPayment;
    public bool ResourcesKnown;
    public long Wages;
    public long OtherIncome;
    public long Aah;
    public long PensionIncome;

    // Payer of C2S.
    public bool IsC2sPayer;
    public C2sState C2s;
    public int C2sEnd;
    public int Claim;
    public int Refusal;
    public int UnpaidUntil;

    // Pension record.
    public bool IsPension;
    public bool CompleteTotal;
    public long PensionOwn;
    public long PensionTotal;
    public Situation PensionSituation;
    public AspaState Aspa;
    public Ternary FullRate;
    public Ternary ForeignCareer;
    public Ternary InFrance;
    public bool Mayotte;

    /// <summary>A record about which nothing is known.</summary>
    public static RecordFacts Unknown => new()
    {
        BirthMonth = -1,
        PermitDay = -1,
        RsaSince = -1,
        C2sEnd = -1,
        Claim = -1,
        Refusal = -1,
        UnpaidUntil = -1,
        PensionOwn = UnknownAmount,
        PensionTotal = UnknownAmount,
    };
}
