namespace NonRecoursMatch.Trust.Manifests;

/// <summary>Names of the counts that a manifest gives of the NIR of a source. A name that counts nothing is left out.</summary>
public static class NumberCounts
{
    /// <summary>Empty.</summary>
    public const string Absent = "absent";

    /// <summary>15 characters, right key.</summary>
    public const string Valide = "valide";

    /// <summary>13 characters.</summary>
    public const string CleAbsente = "cle_absente";

    /// <summary>Wrong key.</summary>
    public const string CleFausse = "cle_fausse";

    /// <summary>A number in waiting (NIA).</summary>
    public const string Provisoire = "provisoire";

    /// <summary>Not the form of a NIR.</summary>
    public const string Malforme = "malforme";

    /// <summary>The month stands for none.</summary>
    public const string PseudoMois = "pseudo_mois";

    /// <summary>Born in Corsica.</summary>
    public const string Corse = "corse";

    /// <summary>Born overseas.</summary>
    public const string OutreMer = "outre_mer";

    /// <summary>Born abroad.</summary>
    public const string Etranger = "etranger";

    /// <summary>The sex is another: the number is not used.</summary>
    public const string SexeIncoherent = "sexe_incoherent";

    /// <summary>The birth date is another: the number is not used.</summary>
    public const string DateIncoherente = "date_incoherente";

    /// <summary>The birth place is another.</summary>
    public const string CommuneIncoherente = "commune_incoherente";

    /// <summary>Numbers that several persons of the source share: not used.</summary>
    public const string Collisions = "collisions";

    /// <summary>The classes: every row read is in one of them.</summary>
    public static IReadOnlyList<string> Classes { get; } = [Absent, Valide, CleAbsente, CleFausse, Provisoire, Malforme];
}
