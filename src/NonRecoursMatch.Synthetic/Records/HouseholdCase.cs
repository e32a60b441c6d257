using NonRecoursMatch.Synthetic.Population;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>A household and everything that the sources hold of it: the unit that flows through the generator.</summary>
internal sealed class HouseholdCase(Household household)
{
    /// <summary>The household.</summary>
    public Household Household { get; } = household;

    /// <summary>Records, source by source.</summary>
    public List<SourceRecord> Records { get; } = [];

    /// <summary>Family dossier, or null.</summary>
    public FamilyDossier? Dossier { get; set; }

    /// <summary>Oppositions of its members.</summary>
    public List<Opposition> Oppositions { get; } = [];
}
