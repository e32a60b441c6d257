using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>A CAF or MSA family dossier.</summary>
internal sealed class FamilyDossier(PlannedSource source, string matricule)
{
    /// <summary>CAF or MSA family source.</summary>
    public PlannedSource Source { get; } = source;

    /// <summary>Its number.</summary>
    public string Matricule { get; } = matricule;

    /// <summary>Its benefits.</summary>
    public List<Benefit> Benefits { get; } = [];

    /// <summary>Whether RSA is payable.</summary>
    public bool RsaPaid => Benefits.Exists(benefit => benefit is { Code: "RSA", State: Benefit.Paid });
}

/// <summary>One benefit of a dossier.</summary>
/// <param name="Code">RSA PPA ALF ALS APL AAH AF CF ASF PAJE_BASE PREPARE.</param>
/// <param name="State">0 to 6 as the CNAF writes it.</param>
/// <param name="Cents">Monthly amount, null where none is paid.</param>
internal sealed record Benefit(string Code, int State, DateOnly? Start, DateOnly? End, long? Cents)
{
    /// <summary>The state "open and payable".</summary>
    public const int Paid = 2;
}

/// <summary>A member of a dossier. What a month changes can be set.</summary>
/// <param name="role">DEM CJT ENF AUT.</param>
internal sealed class FamilyMember(string role)
{
    /// <summary>Place in the dossier.</summary>
    public string Role { get; } = role;

    /// <summary>Family situation of the dossier, CNAF code.</summary>
    public string Situation { get; init; } = "";

    /// <summary>Since when.</summary>
    public DateOnly? SituationSince { get; init; }

    /// <summary>Child in alternating custody.</summary>
    public bool? Alternating { get; init; }

    /// <summary>F E A, or empty.</summary>
    public string NationalityGroup { get; init; } = "";

    /// <summary>Start of the residence permit.</summary>
    public DateOnly? Permit { get; init; }

    /// <summary>Student, null where the body does not know.</summary>
    public bool? Student { get; init; }

    /// <summary>Apprentice.</summary>
    public bool? Apprentice { get; init; }

    /// <summary>TYPEOCCLOG of the CNAF, or empty.</summary>
    public string Occupation { get; init; } = "";

    /// <summary>Rent or instalment.</summary>
    public long? RentCents { get; init; }

    /// <summary>Body that takes the dossier over, or empty.</summary>
    public string TransferTo { get; set; } = "";

    /// <summary>When.</summary>
    public DateOnly? TransferDate { get; set; }

    /// <summary>M-13 to M: one row per month and nature, oldest first.</summary>
    public List<ResourceRow> Resources { get; init; } = [];
}

/// <summary>One monthly amount. A known month without any resource is one row without nature; a missing month is unknown.</summary>
internal readonly record struct ResourceRow(YearMonth Month, string Nature, long? Cents, bool Known)
{
    /// <summary>Whether it is a daily allowance, which the health payer knows too.</summary>
    public bool IsAllowance => Nature.StartsWith("IJ_", StringComparison.Ordinal);
}
