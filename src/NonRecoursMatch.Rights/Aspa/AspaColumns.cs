using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>Who lives in the foyer, as declared.</summary>
public enum Situation : byte
{
    /// <summary>Not declared anywhere, or withheld.</summary>
    Unknown,

    /// <summary>Declared alone.</summary>
    Seul,

    /// <summary>In a couple; the partner is known with their pensions in the second adult's columns.</summary>
    Couple,

    /// <summary>In a couple, the partner's income in no extract.</summary>
    CoupleConjointInconnu,
}

/// <summary>Yes, no, not known.</summary>
public enum Ternary : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}

/// <summary>What is known of an adult's pensions.</summary>
public enum PensionKnowledge : byte
{
    /// <summary>In no pension extract.</summary>
    Unknown,

    /// <summary>Own scheme only.</summary>
    Partial,

    /// <summary>Complete inter-scheme total.</summary>
    Complete,
}

/// <summary>Nationality group of the family file (CNAF GROUPE_NATIONALITE).</summary>
public enum Nationality : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>F: French.</summary>
    French,

    /// <summary>E: EEA or Swiss.</summary>
    Eea,

    /// <summary>A: other.</summary>
    Other,
}

/// <summary>State of ASPA at the payer (CARSAT, MSA).</summary>
public enum AspaState : byte
{
    /// <summary>Not known: not found at the payer.</summary>
    Unknown,

    /// <summary>Found without it.</summary>
    None,

    /// <summary>In payment.</summary>
    Paid,

    /// <summary>Claim pending.</summary>
    Pending,

    /// <summary>Refused by the person or by the payer.</summary>
    Refused,
}

/// <summary>Columns of one adult of each foyer.</summary>
public sealed class AspaAdult(int length)
{
    /// <summary>Age in whole years at the first day of the month; -1 = unknown, or no such adult.</summary>
    public int[] Age { get; } = Filled(length);

    /// <summary>Monthly gross pensions, € (total of all schemes when complete).</summary>
    public double[] Pensions { get; } = new double[length];

    /// <summary>What that total covers.</summary>
    public PensionKnowledge[] Knowledge { get; } = new PensionKnowledge[length];

    /// <summary>Gross wages of the three months before the month of right, €.</summary>
    public double[] QuarterWages { get; } = new double[length];

    /// <summary>Other resources that count, monthly mean of the same quarter, €.</summary>
    public double[] OtherResources { get; } = new double[length];

    /// <summary>Whether a family dossier states this adult's resources of the whole quarter.</summary>
    public bool[] ResourcesKnown { get; } = new bool[length];

    /// <summary>Full-rate pension.</summary>
    public Ternary[] FullRate { get; } = new Ternary[length];

    /// <summary>Career abroad.</summary>
    public Ternary[] ForeignCareer { get; } = new Ternary[length];

    /// <summary>Nationality group.</summary>
    public Nationality[] Nationality { get; } = new Nationality[length];

    /// <summary>Whole years of residence permit; -1 = unknown.</summary>
    public int[] PermitYears { get; } = Filled(length);

    /// <summary>Lives in France.</summary>
    public Ternary[] InFrance { get; } = new Ternary[length];

    /// <summary>ASPA at the payer.</summary>
    public AspaState[] Aspa { get; } = new AspaState[length];

    static int[] Filled(int length)
    {
        var values = new int[length];
        Array.Fill(values, -1);
        return values;
    }
}

/// <summary>Foyers to examine for ASPA: one row per foyer, arrays of equal length.</summary>
public sealed class AspaColumns(int length)
{
    /// <summary>Number of foyers.</summary>
    public int Length { get; } = length;

    /// <summary>Who lives there.</summary>
    public Situation[] Situation { get; } = new Situation[length];

    /// <summary>The pensioner that the row is about.</summary>
    public AspaAdult First { get; } = new(length);

    /// <summary>The partner, where <see cref="Situation"/> is <see cref="Aspa.Situation.Couple"/>.</summary>
    public AspaAdult Second { get; } = new(length);

    /// <summary>Whether the sources that know the composition disagree.</summary>
    public bool[] Divergence { get; } = new bool[length];

    /// <summary>Whether a benefit that depends on composition is in payment in the foyer.</summary>
    public bool[] BenefitInPayment { get; } = new bool[length];

    /// <summary>Whether the foyer lives in Mayotte (976).</summary>
    public bool[] Mayotte { get; } = new bool[length];

    /// <summary>Whether any record used was joined by a weak token.</summary>
    public bool[] WeakLink { get; } = new bool[length];

    /// <summary>Result.</summary>
    public Outcome[] Outcome { get; } = new Outcome[length];

    /// <summary>Result: €/month, of the couple when both are entitled.</summary>
    public double[] Amount { get; } = new double[length];

    /// <summary>Result: questions to ask.</summary>
    public Questions[] Questions { get; } = new Questions[length];

    /// <summary>Result: cautions to say.</summary>
    public Cautions[] Cautions { get; } = new Cautions[length];
}
