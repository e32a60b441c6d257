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
    public bool RsaPaid => Benefits.Exists(benefit => benefit is { Code: "RSA", State: 2 });
}

/// <summary>One benefit of a dossier.</summary>
/// <param name="Code">RSA PPA ALF ALS APL AAH AF CF ASF PAJE_BASE PREPARE.</param>
/// <param name="State">0 to 6 as the CNAF writes it.</param>
internal sealed record Benefit(string Code, int State, DateOnly? Start, DateOnly? End);

/// <summary>A member of a dossier.</summary>
/// <param name="Role">DEM CJT ENF AUT.</param>
/// <param name="Situation">Family situation of the dossier, CNAF code.</param>
/// <param name="NationalityGroup">F E A, or empty.</param>
/// <param name="Resources">M-3 to M: one row per month and nature.</param>
internal sealed record FamilyMember(string Role, string Situation, string NationalityGroup, DateOnly? Permit, IReadOnlyList<ResourceRow> Resources);

/// <summary>One monthly amount. A known month without any resource is one row without nature; a missing month is unknown.</summary>
internal readonly record struct ResourceRow(YearMonth Month, string Nature, long? Cents, bool Known);
