using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A record on its way through the stated rules of opposition, perimeter and linkage.</summary>
internal sealed class HeldRecord(SourceRecord record, FamilyDossier? dossier)
{
    /// <summary>The record.</summary>
    public SourceRecord Record { get; } = record;

    /// <summary>The dossier of a family record.</summary>
    public FamilyDossier? Dossier { get; } = dossier;

    /// <summary>Weak tokens.</summary>
    public ulong[] Tokens { get; } = [.. record.Tokens()];

    /// <summary>NIR, null where the body may not hold one.</summary>
    public string? Nir { get; } = record.Source.HoldsNir ? record.Person.Nir : null;

    /// <summary>Benefits objected to.</summary>
    public int Mask { get; set; }

    /// <summary>Somebody else of the same dossier, lease or C2S foyer did not leave the body: what depends on composition is withheld.</summary>
    public bool CompositionWithheld { get; set; }

    /// <summary>Joined by an identity token, to nobody who lives in the same commune.</summary>
    public bool Weak { get; set; }

    /// <summary>A record of a caisse would have been found: there is a token, nobody else bears it, no record with a NIR does.</summary>
    public bool LinkPossible { get; set; }

    /// <summary>Holders (TIT, COT) of the lease, of which the person is one; 0 for others.</summary>
    public int LeaseHolders { get; set; }

    /// <summary>Role in the dossier, null where it is withheld.</summary>
    public string? Role => CompositionWithheld ? null : Record.Family?.Role;

    /// <summary>Whether the person holds the lease.</summary>
    public bool HoldsLease => !CompositionWithheld && Record.Lease?.Role is "TIT" or "COT";
}
