using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>What one source holds of one person. The extracts write it, with identity errors; the truth reads it without them.</summary>
internal sealed class SourceRecord
{
    /// <summary>Where.</summary>
    public required PlannedSource Source { get; init; }

    /// <summary>Whom it is about, truly.</summary>
    public required Person Person { get; init; }

    /// <summary>Reference of the person at the body: the format's reference fields joined with <c>|</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Dossier, lease or C2S household; empty where persons stand alone.</summary>
    public string Group { get; set; } = "";

    /// <summary>The body (landlord, CCAS) knows the person under the usage name only.</summary>
    public bool UsageNameOnly { get; init; }

    /// <summary>Commune of residence as this body knows it.</summary>
    public required string Commune { get; set; }

    /// <summary>Day of death, where this body knows it.</summary>
    public DateOnly? Death { get; set; }

    /// <summary>Day on which the person left this body.</summary>
    public DateOnly? Left { get; set; }

    /// <summary>Facts of a family dossier.</summary>
    public FamilyMember? Family { get; init; }

    /// <summary>Facts of health cover.</summary>
    public C2sFacts? C2s { get; set; }

    /// <summary>Facts of pension.</summary>
    public PensionFacts? Pension { get; set; }

    /// <summary>Daily allowances, oldest first.</summary>
    public List<AllowanceRow> Allowances { get; } = [];

    /// <summary>Facts of farming.</summary>
    public FarmFacts? Farm { get; init; }

    /// <summary>Facts of a lease.</summary>
    public LeaseFacts? Lease { get; init; }

    /// <summary>Domiciled at the CCAS.</summary>
    public bool Domiciled { get; init; }

    /// <summary>Weak tokens of the names that this body holds.</summary>
    public IEnumerable<ulong> Tokens() => UsageNameOnly ? Person.Tokens().TakeLast(1) : Person.Tokens();
}
