namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>What the recipient's own extract says of a person of its list, as far as a contact needs it. No layout of these exchanges holds an address or a telephone.</summary>
/// <param name="Reference">The body's own reference.</param>
/// <param name="Name">Name of usage, or else of birth.</param>
/// <param name="BirthName">Name of birth where it is another one.</param>
/// <param name="GivenName">First given name.</param>
/// <param name="Commune">Commune code.</param>
/// <param name="MayBeWrittenTo">False for a protected address.</param>
/// <param name="HasMandataire">Whether the person is to be reached through the mandataire.</param>
/// <param name="IsMinor">Whether the person is under 18: its parents are spoken to.</param>
/// <param name="Opposed">Benefits that the person opposed to, as the bits of an opposition.</param>
public sealed record OwnPerson(string Reference, string Name, string BirthName, string GivenName, string Commune, bool MayBeWrittenTo, bool HasMandataire, bool IsMinor, int Opposed)
{
    /// <summary>What contacts are chosen by.</summary>
    public required OwnSegment Segment { get; init; }

    /// <summary>The others of the dossier or lease, where they were asked for.</summary>
    public string Household { get; set; } = "";

    /// <summary>Given name and name, as on an envelope.</summary>
    public string FullName => $"{GivenName} {Name}".Trim();

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
