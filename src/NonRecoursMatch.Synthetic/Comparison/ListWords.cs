namespace NonRecoursMatch.Synthetic.Comparison;

/// <summary>Reads the words of delivered lists, in French or English, back into the codes of the truth.</summary>
internal static class ListWords
{
    /// <summary>A benefit; a word that is none comes back as it is, so that it shows as a difference.</summary>
    public static string Prestation(string text) => text switch
    {
        "Complémentaire santé solidaire" or "C2S" => "c2s",
        "Allocation de solidarité aux personnes âgées (ASPA)" or "ASPA" => "aspa",
        "Revenu de solidarité active (RSA)" or "RSA" => "rsa",
        "Prime d'activité" => "ppa",
        "Déclaration trimestrielle RSA à renvoyer" or "RSA quarterly declaration to send back" => "declaration_rsa",
        "Déclaration trimestrielle de prime d'activité à renvoyer" or "Prime d'activité quarterly declaration to send back" => "declaration_ppa",
        "Rendez-vous droits" or "Rights appointment" => "inconnu_des_caisses",
        _ => text,
    };

    /// <summary>A verdict; a word that is none comes back as it is.</summary>
    public static string Verdict(string text) => text switch
    {
        "Droit à ouvrir (à confirmer)" or "Right to open (to be confirmed)" => "certain",
        "Droit probable" or "Probable right" => "presume",
        "À vérifier ensemble" or "To check together" => "a_verifier",
        _ => text,
    };
}
