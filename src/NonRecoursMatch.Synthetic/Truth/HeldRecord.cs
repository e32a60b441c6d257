using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A record on its way through the stated rules of opposition, perimeter and linkage.</summary>
internal sealed class HeldRecord(SourceRecord record)
{
    /// <summary>The record.</summary>
    public SourceRecord Record { get; } = record;

    /// <summary>Weak tokens.</summary>
    public ulong[] Tokens { get; } = [.. record.Tokens()];

    /// <summary>NIR, null where the body may not hold one.</summary>
    public string? Nir { get; } = record.Source.HoldsNir ? record.Person.Nir : null;

    /// <summary>Benefits objected to.</summary>
    public int Mask { get; set; }

    /// <summary>Somebody else of the same dossier did not leave the body: role and family situation are withheld.</summary>
    public bool CompositionWithheld { get; set; }

    /// <summary>Joined by an identity token.</summary>
    public bool Weak { get; set; }
}
