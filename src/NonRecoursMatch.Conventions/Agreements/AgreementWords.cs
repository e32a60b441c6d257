using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Conventions.Agreements;

/// <summary>The words of <c>convention.yaml</c> for the values of the model.</summary>
public static class AgreementWords
{
    /// <summary><c>caf</c>, <c>msa</c>, <c>cpam</c>, <c>carsat</c>, <c>bailleur</c>, <c>ccas</c>.</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Caf => "caf",
        SourceKind.Msa => "msa",
        SourceKind.Cpam => "cpam",
        SourceKind.Carsat => "carsat",
        SourceKind.Bailleur => "bailleur",
        SourceKind.Ccas => "ccas",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary><c>invitation</c>, <c>droit_et_question</c>, <c>complet</c>.</summary>
    public static string Of(DisclosureLevel level) => level switch
    {
        DisclosureLevel.Invitation => "invitation",
        DisclosureLevel.DroitEtQuestion => "droit_et_question",
        DisclosureLevel.Complet => "complet",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary><c>c2s</c>, <c>aspa</c>, <c>rsa</c>, <c>ppa</c>.</summary>
    public static string Of(Prestation prestation) => prestation switch
    {
        Prestation.C2s => "c2s",
        Prestation.Aspa => "aspa",
        Prestation.Rsa => "rsa",
        Prestation.Ppa => "ppa",
        _ => throw new ArgumentOutOfRangeException(nameof(prestation)),
    };

    /// <summary><c>naissance</c>, <c>situation</c>, <c>pensions</c>, <c>logement</c>, <c>aide_logement</c>, <c>indemnites</c>.</summary>
    public static string Of(Fact fact) => fact switch
    {
        Fact.Birth => "naissance",
        Fact.Situation => "situation",
        Fact.Pensions => "pensions",
        Fact.Housing => "logement",
        Fact.HousingAid => "aide_logement",
        Fact.DailyAllowances => "indemnites",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>The disclosure level of a word.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static DisclosureLevel Disclosure(string word)
        => Enum.GetValues<DisclosureLevel>().Cast<DisclosureLevel?>().FirstOrDefault(level => Of(level!.Value).Equals(word, StringComparison.Ordinal))
            ?? throw new ArgumentException("unknown disclosure level", nameof(word));
}
