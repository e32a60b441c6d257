using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>Chapters 3 and 4 of the PIA tool: measures, risks that remain, and what is left to people.</summary>
sealed class SheetRisks(AuditedMonth month, SheetTexts texts)
{
    static readonly string[] s_risks = ["acces", "modification", "disparition"];
    static readonly string[] s_facts = ["fait", "valeur"];
    static readonly string[] s_vectors = ["genre", "texte_canonique", "jeton", "commande"];

    public IEnumerable<SheetSection> Sections()
    {
        yield return texts.Section("risques", 2, []);
        yield return texts.Section("mesures", 3, [texts.Get("texte.mesures"), texts.Get("texte.vecteurs")], texts.Table("pseudonymisation", s_facts, Parameters()), texts.Table("vecteurs", s_vectors, Vectors()), texts.Table("preuve", s_facts, Evidence()));
        foreach (var risk in s_risks)
            yield return texts.Section(risk, 3, [texts.Get($"texte.{risk}.mesures"), texts.Get($"texte.{risk}.reste")]);
        yield return texts.Section("risques_vue", 3, [texts.Get("texte.au_dpo")]);
        yield return texts.Section("validation", 2, [texts.Get("texte.validation")]);
    }

    IEnumerable<IReadOnlyList<string>> Parameters()
    {
        var parameters = month.Definition.InternalParameters;
        yield return [texts.Get("fait.algorithme"), texts.Get("texte.algorithme")];
        yield return [texts.Get("fait.profil"), $"{parameters.Profil}, {parameters.Normalisation}"];
        yield return [texts.Get("fait.cle"), texts.Format("texte.cle", parameters.Kcv)];
        yield return [texts.Get("fait.domaine"), $"{month.Agreement.Id} | {month.Definition.ExternalParameters.Mois} | information_droits | {month.Agreement.Territory.Code} | {parameters.Normalisation}"];
    }

    static IEnumerable<IReadOnlyList<string>> Vectors() => SyntheticIdentities.Vectors().Select(vector => (IReadOnlyList<string>)
        [vector.Kind, vector.Canonical, vector.Token, $"printf %s '{vector.Canonical.Replace("'", "'\\''", StringComparison.Ordinal)}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:{vector.KindKey}"]);

    IEnumerable<IReadOnlyList<string>> Evidence()
    {
        var attested = month.Audit.Attested!;
        yield return [texts.Get("fait.verification"), month.Audit.Differences.Count == 0 ? texts.Format("texte.intact", month.Audit.Files, month.Audit.JournalLines, month.Audit.Purged) : texts.Format("texte.differe", month.Audit.Differences.Count)];
        yield return [texts.Get("fait.signataire"), month.Definition.InternalParameters.Signature.Portee == SignatureTerms.Ephemere ? texts.Get("texte.ephemere") : $"{attested.Signer.Subject}, {attested.Signer.KeyId}"];
        yield return [texts.Get("fait.signe_le"), attested.Statement.Predicate.SignedAt];
        yield return [texts.Get("fait.attestation"), attested.Sha256];
        if (month.Definition.InternalParameters.Chaine is { } place)
            yield return [texts.Get("fait.rang"), $"{place.Rang}"];
        foreach (var assembly in attested.Statement.Predicate.RunDetails.Builder.BuilderDependencies)
            yield return [assembly.Name, assembly.Digest.Sha256];
    }
}
