namespace NonRecoursMatch.Keys.Derivation;

/// <summary>Constants of pseudonym profile 1. The published form is conventions/pseudonymisation/profile-1.yaml; a test compares the two.</summary>
public static class PseudonymProfile
{
    /// <summary>Number of the profile.</summary>
    public const int Number = 1;

    /// <summary>Version of the normalisation of identities, part of the key derivation: tokens of two versions never meet.</summary>
    public const string Normalisation = "n2";

    /// <summary>The purpose of the lists. The evaluation feed, another processing, has its own.</summary>
    public const string Purpose = "information_droits";

    /// <summary>Token kind of the NIR: canonical text is its first 13 characters.</summary>
    public const string Nir = "nir";

    /// <summary>Token kind of a civil identity: canonical text is <c>NOM|PRENOM|AAAAMMJJ</c>.</summary>
    public const string Identite = "identite";

    /// <summary>Token kind of the anchors of tolerant linkage: canonical texts are listed in docs/linkage.md, each joins two fields or more.</summary>
    public const string Ancre = "ancre";

    /// <summary>Kind of the key that makes the random anchors which bring every record to the same number.</summary>
    public const string Remplissage = "remplissage";

    /// <summary>Derived kind: the traits under an anchor, AES-128 under the second half of the anchor's HMAC, two bytes kept.</summary>
    public const string Trait = "trait";

    /// <summary>Bytes kept of each trait.</summary>
    public const int TraitSize = 2;

    /// <summary>Bytes kept of each token.</summary>
    public const int TokenSize = 16;

    /// <summary>Bytes of the key check value.</summary>
    public const int CheckValueSize = 8;

    /// <summary>Start of every derivation label.</summary>
    public const string DomainLabel = "NonRecoursMatch/1|";

    /// <summary>Message of the key check value.</summary>
    public const string CheckValueLabel = "kcv";

    /// <summary>Start of the label of a handle table's key; handles have none, and a source id cannot contain its capital letters.</summary>
    public const string HandleTableLabel = "NonRecoursMatch/1|table-des-poignees|";

    /// <summary>Start of the label of the key of an opposition register.</summary>
    public const string OppositionsLabel = "NonRecoursMatch/1|registre-des-oppositions|";

    /// <summary>Start of the label of the key of a trace.</summary>
    public const string TraceLabel = "NonRecoursMatch/1|trace|";

    /// <summary>Every token kind.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Nir, Identite, Ancre, Remplissage];
}
