namespace NonRecoursMatch.Conventions.Agreements;

/// <summary>A document that somebody signed.</summary>
/// <param name="Reference">How it is found again: number, title.</param>
/// <param name="Date">Its date.</param>
public sealed record DatedDocument(string Reference, DateOnly Date);

/// <summary>The arrangement of joint controllers (RGPD art. 26).</summary>
/// <param name="Arrangement">The document.</param>
/// <param name="ContactPoint">Where persons write, whichever controller they mean.</param>
public sealed record JointControl(DatedDocument Arrangement, string ContactPoint);

/// <summary>Who matches for the controllers, and under which contract.</summary>
/// <param name="Name">Name of the processor or, when roles are separate, of the operator.</param>
/// <param name="Contract">Contract (RGPD art. 28); null when it is a controller itself, or for a test.</param>
/// <param name="Dpo">Address of its data protection officer; null without a contract.</param>
public sealed record Processing(string Name, DatedDocument? Contract, string? Dpo);

/// <summary>How persons are told that data about them come from elsewhere (RGPD art. 14).</summary>
/// <param name="How">Where and how.</param>
/// <param name="Since">Since when: nothing is processed before.</param>
public sealed record PersonsInformed(string How, DateOnly Since);

/// <summary>What keys are derived for: tokens of two domains never meet (invariant I7).</summary>
/// <param name="Purpose">Purpose stamp.</param>
/// <param name="Profile">Pseudonymisation profile.</param>
/// <param name="Normalisation">Version of the normalisation of identities.</param>
public sealed record KeyDomain(string Purpose, int Profile, string Normalisation);

/// <summary>The certificates of one body or of the operator, by the SHA-256 of their DER bytes in lower-case hexadecimal. Several while one replaces another.</summary>
/// <param name="Signing">EC P-256, to sign what it sends.</param>
/// <param name="Sealing">RSA, to seal what it receives.</param>
public sealed record BodyCertificates(IReadOnlyList<string> Signing, IReadOnlyList<string> Sealing);

/// <summary>A date before which nothing is processed, with its place in the file for faults.</summary>
/// <param name="Path">For example <c>aipd.date</c>.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Date">The date.</param>
public sealed record StartingDate(string Path, int Line, int Column, DateOnly Date);

/// <summary>What makes an agreement fit to sign besides who sends what to whom. All of it is there in an agreement about real persons; a test agreement may leave it out.</summary>
public sealed record Safeguards
{
    /// <summary>Name of the operator under <see cref="Certificates"/>.</summary>
    public const string Operator = "operateur";

    /// <summary>Joint controllers; null for a single one.</summary>
    public JointControl? JointControl { get; init; }

    /// <summary>Who matches; null in a test agreement with separate roles that names nobody.</summary>
    public Processing? Processing { get; init; }

    /// <summary>Impact assessment (RGPD art. 35).</summary>
    public DatedDocument? ImpactAssessment { get; init; }

    /// <summary>Information of the persons.</summary>
    public PersonsInformed? Information { get; init; }

    /// <summary>Key domain that was signed; null when the agreement leaves it to the program.</summary>
    public KeyDomain? KeyDomain { get; init; }

    /// <summary>Certificates by body, and <see cref="Operator"/>; empty when none is stated.</summary>
    public IReadOnlyDictionary<string, BodyCertificates> Certificates { get; init; } = new Dictionary<string, BodyCertificates>();

    /// <summary>Dates of the documents above.</summary>
    public IReadOnlyList<StartingDate> Dates { get; init; } = [];
}
