using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A person with the records that the stated rules join, in the order of trust.</summary>
internal sealed class LinkedPerson(IReadOnlyList<HeldRecord> records)
{
    /// <summary>The records.</summary>
    public IReadOnlyList<HeldRecord> Records { get; } = records;

    /// <summary>Number of the true person.</summary>
    public long Number => Records[0].Record.Person.Number;

    /// <summary>Benefits objected to.</summary>
    public int Mask => Records.Aggregate(0, (mask, held) => mask | held.Mask);

    /// <summary>Some body knows that the person died or left.</summary>
    public bool Gone => Records.Any(held => held.Record.Death is not null || held.Record.Left is not null);

    /// <summary>The person as an adult of a dossier, or null. A withheld role is no role.</summary>
    public HeldRecord? AdultRecord => Records.FirstOrDefault(held => !held.CompositionWithheld && held.Record.Family?.Role is ("DEM" or "CJT"));

    /// <summary>Pension facts in the order of trust, with the records that hold them.</summary>
    public IEnumerable<(HeldRecord Held, PensionFacts Facts)> Pensions
        => Records.Where(held => held.Record.Pension is not null).Select(held => (held, held.Record.Pension!));
}
