using NonRecoursMatch.Synthetic.Facts;
using NonRecoursMatch.Synthetic.Population;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>A household and everything that the sources hold of it: the unit that flows through the generator.</summary>
internal sealed class HouseholdCase(Household household)
{
    /// <summary>The household.</summary>
    public Household Household { get; } = household;

    /// <summary>Its means, by which it may take up later what it has not claimed yet; null where nobody drew them.</summary>
    public Means? Means { get; init; }

    /// <summary>Records, source by source.</summary>
    public List<SourceRecord> Records { get; } = [];

    /// <summary>Family dossiers: none, one, rarely two.</summary>
    public List<FamilyDossier> Dossiers { get; } = [];

    /// <summary>Oppositions of its members.</summary>
    public List<Opposition> Oppositions { get; } = [];

    /// <summary>The dossier of a family record.</summary>
    public FamilyDossier DossierOf(SourceRecord record)
        => Dossiers.Find(dossier => dossier.Source.Index == record.Source.Index && dossier.Matricule == record.Group)!;
}
