using System.Runtime.CompilerServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using Situation = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>
/// What one record says, as fixed-size values that can be spilled and sorted; its amounts by month follow apart. Days are
/// <see cref="DateOnly.DayNumber"/>, months <see cref="YearMonth.Index"/>, -1 = unknown; amounts are euros, <see cref="UnknownAmount"/> = unknown.
/// </summary>
struct RecordFacts
{
    public const int UnknownAmount = int.MinValue;

    public int Source;
    public LinkKind Link;
    public bool Left;
    public int OpposedScope;
    public Key128 Groupe;
    public Key128 Poignee;
    public int BirthMonth;
    public Zone Zone;
    public bool Border;

    /// <summary>Position of the commune in <see cref="CommunePlaces"/>, plus one; 0 = unknown.</summary>
    public int Commune;
    public bool IsFamily;

    /// <summary>The source pays C2S, and says something of the person's.</summary>
    public bool AtC2sPayer;
    public bool IsC2sPayer;

    /// <summary>The source pays pensions, and one to the person.</summary>
    public bool AtFund;
    public bool IsPension;
    public bool IsLandlord;
    public FamilyFacts Family;
    public CoverFacts Cover;
    public FundFacts Fund;
    public LeaseFacts Lease;

    /// <summary>Whether the source puts the person in a dossier, lease or C2S foyer.</summary>
    public readonly bool HasGroup => Groupe != Poignee;

    public readonly bool Weak => Link == LinkKind.Probable;

    /// <summary>A record about which nothing is known.</summary>
    public static RecordFacts Unknown => new()
    {
        BirthMonth = -1,
        Family = new FamilyFacts { PermitDay = -1, SituationDay = -1, TransferDay = -1, Rent = UnknownAmount, RsaSince = -1, PpaSince = -1 },
        Cover = new CoverFacts { End = -1, Claim = -1, Refusal = -1, UnpaidUntil = -1 },
        Fund = new FundFacts { Own = UnknownAmount, Total = UnknownAmount, NetTotal = UnknownAmount },
        Lease = new LeaseFacts { Rent = UnknownAmount, Aid = UnknownAmount },
    };
}

/// <summary>The family part: the person in its dossier, and the dossier itself.</summary>
struct FamilyFacts
{
    public Place Role;
    public Situation Situation;
    public bool Married;
    public bool Isolated;
    public int SituationDay;
    public bool Alternating;
    public Nationality Nationality;
    public int PermitDay;
    public Ternary Student;
    public Ternary Apprentice;
    public Logement Housing;
    public bool Collective;
    public int Rent;
    public int TransferDay;

    /// <summary>State of RSA; absent where the dossier has no row, unknown where it is no dossier.</summary>
    public EtatDroit Rsa;
    public int RsaSince;
    public EtatDroit Ppa;
    public int PpaSince;
    public bool AahPaid;

    /// <summary>Whether a benefit that depends on composition is in payment.</summary>
    public bool BenefitPaid;

    /// <summary>Amounts paid to the dossier.</summary>
    public PaidAmounts Paid;

    /// <summary>Months (bit k = M-k) that the holder says it knows, and does not know.</summary>
    public uint MonthsKnown;
    public uint MonthsUnknown;
}

/// <summary>Per kind of <see cref="Verse"/>: euros a month, and how many months ago it began.</summary>
[InlineArray(6)]
struct PaidAmounts
{
    PaidAmount _first;
}

/// <summary>One amount paid.</summary>
struct PaidAmount
{
    public int Euros;
    public int Since;
}

/// <summary>C2S at its payer.</summary>
struct CoverFacts
{
    public C2sState State;
    public int End;
    public int Claim;
    public int Refusal;
    public int UnpaidUntil;
}

/// <summary>A pension fund's part.</summary>
struct FundFacts
{
    public bool Complete;
    public int Own;
    public int Total;
    public int NetTotal;
    public Situation Situation;
    public AspaState Aspa;
    public Ternary FullRate;
    public Ternary ForeignCareer;
    public Ternary InFrance;
    public bool Farmer;
}

/// <summary>A landlord's part.</summary>
struct LeaseFacts
{
    public LeaseRole Role;
    public int Holders;
    public int Rent;
    public int Aid;
}
