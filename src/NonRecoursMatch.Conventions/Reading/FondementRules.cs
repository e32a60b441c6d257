using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>
/// On what ground, who processes, and where secrets are. The experiment of loi 3DS art. 133 has a window; exchanges under CRPA L. 114-8 II have
/// none, and a window there would suggest a limit that the law does not set.
/// </summary>
static class FondementRules
{
    public static Fondement Fondement(AgreementDraft draft)
    {
        var map = draft.Document.Map("fondement");
        var text = map.Text("texte");
        if (map.Find("fenetre") is not YamlMap window)
        {
            if (text.Equals(Agreements.Fondement.Experiment, StringComparison.Ordinal))
                draft.Refuse(map, FaultCodes.WindowMissing, Agreements.Fondement.Experiment);
            return new Fondement(text, null, null, null);
        }

        if (!text.Equals(Agreements.Fondement.Experiment, StringComparison.Ordinal))
            draft.Refuse(window, FaultCodes.WindowForbidden, text, Agreements.Fondement.Experiment);
        var (start, end) = (YearMonth.Parse(window.Text("debut")), YearMonth.Parse(window.Text("fin")));
        if (end < start)
            draft.Refuse(window.Scalar("fin"), FaultCodes.WindowOrder, start.ToString());
        if (string.IsNullOrWhiteSpace(window.Text("texte_de_fin")))
            draft.Refuse(window.Scalar("texte_de_fin"), FaultCodes.WindowWithoutText);
        return new Fondement(text, start, end, window.Text("texte_de_fin")) { Line = window.Line, Column = window.Column };
    }

    /// <summary>The named single processor, null when roles are separate. Secrets are only referred to where one machine plays every role.</summary>
    public static string? SingleProcessor(AgreementDraft draft)
    {
        var document = draft.Document;
        var map = document.Map("traitement");
        if (map.Text("roles").Equals("unique", StringComparison.Ordinal))
        {
            if (map.Find("sous_traitant") is null)
                draft.Refuse(map, FaultCodes.ProcessorMissing);
            if (document.Find("key_reference") is null)
                draft.Refuse(map, FaultCodes.KeyReferenceMissing);
            return map.TextOrNull("sous_traitant");
        }

        if (map.Find("sous_traitant") is { } named)
            draft.Refuse(named, FaultCodes.ProcessorForbidden);
        foreach (var source in document.List("sources").Items.Cast<YamlMap>())
        {
            if (source.Find("secret_reference") is { } secret)
                draft.Refuse(secret, FaultCodes.SecretWithSeparateRoles);
        }

        return null;
    }
}
