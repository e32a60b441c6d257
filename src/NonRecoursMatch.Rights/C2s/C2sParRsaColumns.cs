using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>State of the RSA right of a dossier, from the codes of the CNAF flux (ETATDOSRSA).</summary>
public enum RsaState : byte
{
    /// <summary>Not known: no dossier, or withheld.</summary>
    Unknown,

    /// <summary>The payer knows the dossier and pays no RSA.</summary>
    None,

    /// <summary>0: pending.</summary>
    Pending,

    /// <summary>1: refused.</summary>
    Refused,

    /// <summary>2: open, payable.</summary>
    Paid,

    /// <summary>3 or 4: suspended.</summary>
    Suspended,

    /// <summary>5 or 6: closed.</summary>
    Closed,
}

/// <summary>State of C2S at the payer (CPAM, MSA).</summary>
public enum C2sState : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>N: none.</summary>
    None,

    /// <summary>G: free.</summary>
    Free,

    /// <summary>P: with participation.</summary>
    Contributive,
}

/// <summary>Persons to examine for C2S by way of a paid RSA: one row per person, arrays of equal length. Days are <see cref="DateOnly.DayNumber"/>, -1 = unknown or none.</summary>
public sealed class C2sParRsaColumns(int length)
{
    /// <summary>Number of persons.</summary>
    public int Length { get; } = length;

    /// <summary>RSA of the person's dossier.</summary>
    public RsaState[] Rsa { get; } = new RsaState[length];

    /// <summary>Day on which the RSA right opened.</summary>
    public int[] RsaSince { get; } = Filled(length);

    /// <summary>Whether the person was found in the extract of a C2S payer.</summary>
    public bool[] FoundAtPayer { get; } = new bool[length];

    /// <summary>C2S at the payer.</summary>
    public C2sState[] C2s { get; } = new C2sState[length];

    /// <summary>Last day of the present or latest C2S right.</summary>
    public int[] C2sEnd { get; } = Filled(length);

    /// <summary>Day of a C2S claim that the payer holds as pending.</summary>
    public int[] Claim { get; } = Filled(length);

    /// <summary>Day on which the person refused C2S.</summary>
    public int[] Refusal { get; } = Filled(length);

    /// <summary>Unpaid participation bars renewal until this day.</summary>
    public int[] UnpaidUntil { get; } = Filled(length);

    /// <summary>Whether any record used was joined by a weak token.</summary>
    public bool[] WeakLink { get; } = new bool[length];

    /// <summary>Result.</summary>
    public Outcome[] Outcome { get; } = new Outcome[length];

    /// <summary>Result: questions to ask.</summary>
    public Questions[] Questions { get; } = new Questions[length];

    /// <summary>Result: cautions to say.</summary>
    public Cautions[] Cautions { get; } = new Cautions[length];

    static int[] Filled(int length)
    {
        var days = new int[length];
        Array.Fill(days, -1);
        return days;
    }
}
