using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A person with the records that the stated rules join, in the default order of facts.</summary>
internal sealed class LinkedPerson(IReadOnlyList<HeldRecord> records)
{
    /// <summary>The records.</summary>
    public IReadOnlyList<HeldRecord> Records { get; } = records;

    /// <summary>Number of the true person.</summary>
    public long Number => Records[0].Record.Person.Number;

    /// <summary>Benefits objected to.</summary>
    public int Mask { get; } = records.Aggregate(0, (mask, held) => mask | held.Mask);

    /// <summary>Some body knows that the person died or left.</summary>
    public bool Gone => Records.Any(held => held.Record.Death is not null || held.Record.Left is not null);

    /// <summary>The record of the dossier in which the person counts: as an adult, else as a child, else the first.</summary>
    public HeldRecord? Family { get; } = records.FirstOrDefault(IsAdult)
        ?? records.FirstOrDefault(held => held.Role == "ENF")
        ?? records.FirstOrDefault(held => held.Record.Family is not null);

    /// <summary>An adult of two dossiers.</summary>
    public bool TwoDossiers => Records.Count(IsAdult) > 1;

    /// <summary>The record that makes the person a holder of a lease, or null.</summary>
    public HeldRecord? Lease => Records.FirstOrDefault(held => held.HoldsLease);

    /// <summary>The record of a C2S foyer, or null.</summary>
    public HeldRecord? C2sFoyer => Records.FirstOrDefault(held => held.Record.C2s is not null && held.Record.Group.Length > 0);

    /// <summary>What landlords hold.</summary>
    public HeldRecord? Landlord => Records.FirstOrDefault(held => held.Record.Source.Kind == SourceKind.Bailleur);

    /// <summary>Whether a record bears a NIR.</summary>
    public bool HasNir => Records.Any(held => held.Nir is not null);

    /// <summary>Held by a CCAS and by no caisse, although a link was possible.</summary>
    public bool KnownToNoCaisse => !HasNir && Records.All(held => held.LinkPossible) && Records.Any(held => held.Record.Source.Kind == SourceKind.Ccas);

    /// <summary>Whether one of the sources that pay a benefit holds the person.</summary>
    public bool HeldByPayerOf(string benefit) => Records.Any(held => held.Record.Source.ExhaustiveFor.Contains(benefit));

    /// <summary>Records with pension facts, in the order of facts.</summary>
    public IEnumerable<HeldRecord> Pensions => Records.Where(held => held.Record.Pension is not null);

    /// <summary>Commune of the first record.</summary>
    public string Commune => Records[0].Record.Commune;

    static bool IsAdult(HeldRecord held) => held.Role is "DEM" or "CJT";
}
