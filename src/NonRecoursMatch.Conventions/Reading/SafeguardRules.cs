using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>
/// What must have been decided and written before real persons are concerned: joint control, processor, impact assessment, information, key domain,
/// certificates. A test agreement may leave it out, because nobody real is in it; what it states is checked all the same.
/// </summary>
static class SafeguardRules
{
    public static Safeguards Safeguards(AgreementDraft draft, bool test)
    {
        var document = draft.Document;
        var dates = new List<StartingDate>();
        var safeguards = new Safeguards
        {
            JointControl = document.Find("accord_article_26") is YamlMap joint ? new JointControl(Document(draft, joint, dates), joint.Text("point_de_contact")) : null,
            Processing = Processing(draft, dates),
            ImpactAssessment = document.Find("aipd") is YamlMap aipd ? Document(draft, aipd, dates) : null,
            Information = document.Find("information") is YamlMap information ? new PersonsInformed(information.Text("article_14"), Date(draft, information, dates)) : null,
            KeyDomain = KeyDomain(draft),
            Certificates = CertificateRules.Certificates(draft),
            Dates = dates,
        };
        if (!test)
            RequireComplete(draft, safeguards);
        return safeguards;
    }

    static Processing? Processing(AgreementDraft draft, List<StartingDate> dates)
    {
        var map = draft.Document.Map("traitement");
        var contract = map.Find("contrat_article_28") as YamlMap;
        var document = contract is null ? null : Document(draft, contract, dates);
        if (map.Find("operateur") is { } named && map.Find("sous_traitant") is not null && map.Text("roles").Equals("unique", StringComparison.Ordinal))
            draft.Refuse(named, FaultCodes.OperatorForbidden);
        return (map.TextOrNull("sous_traitant") ?? map.TextOrNull("operateur")) is { } name ? new Processing(name, document, contract?.Text("dpo")) : null;
    }

    static DatedDocument Document(AgreementDraft draft, YamlMap map, List<StartingDate> dates) => new(map.Text("reference"), Date(draft, map, dates));

    static DateOnly Date(AgreementDraft draft, YamlMap map, List<StartingDate> dates)
    {
        var scalar = map.Scalar("date");
        if (!DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            draft.Refuse(scalar, FaultCodes.WrongForm, "AAAA-MM-JJ");
        dates.Add(new StartingDate(scalar.Path, scalar.Line, scalar.Column, date));
        return date;
    }

    // Signed, so that a program that would derive or normalise otherwise is refused until a new version is signed.
    static KeyDomain? KeyDomain(AgreementDraft draft)
    {
        if (draft.Document.Find("domaine_de_cle") is not YamlMap map)
            return null;
        var own = draft.Library.KeyDomain;
        var profile = own.Profile.ToString(CultureInfo.InvariantCulture);
        foreach (var (key, expected) in (ReadOnlySpan<(string, string)>)[("finalite", own.Purpose), ("profil", profile), ("normalisation", own.Normalisation)])
        {
            if (!map.Text(key).Equals(expected, StringComparison.Ordinal))
                draft.Refuse(map.Scalar(key), FaultCodes.KeyDomainOther, expected);
        }

        return own;
    }

    static void RequireComplete(AgreementDraft draft, Safeguards safeguards)
    {
        var document = draft.Document;
        var controllers = document.List("responsables");
        var processing = document.Map("traitement");
        var separate = processing.Text("roles").Equals("separes", StringComparison.Ordinal);
        if (controllers.Items.Count > 1 && safeguards.JointControl is null)
            draft.Refuse(controllers, FaultCodes.SigningKeyMissing, "accord_article_26", "RGPD, art. 26");
        if (separate && safeguards.Processing is null)
            draft.Refuse(processing, FaultCodes.SigningKeyMissing, "operateur", "RGPD, art. 28");
        // A controller that matches itself needs no contract with itself.
        if (safeguards.Processing is { Contract: null } processor && !controllers.Items.Cast<YamlMap>().Any(controller => controller.Text("nom").Equals(processor.Name, StringComparison.Ordinal)))
            draft.Refuse(processing, FaultCodes.SigningKeyMissing, "contrat_article_28", "RGPD, art. 28");
        if (safeguards.ImpactAssessment is null)
            draft.Refuse(document, FaultCodes.SigningKeyMissing, "aipd", "RGPD, art. 35");
        if (safeguards.Information is null)
            draft.Refuse(document, FaultCodes.SigningKeyMissing, "information", "RGPD, art. 14");
        if (safeguards.KeyDomain is null)
            draft.Refuse(document, FaultCodes.SigningKeyMissing, "domaine_de_cle", "RGPD, art. 25");
        if (separate)
            CertificateRules.RequireAll(draft, safeguards.Certificates);
    }
}
