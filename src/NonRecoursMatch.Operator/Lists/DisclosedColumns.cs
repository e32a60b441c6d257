using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Foyers;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>What a recipient reads at its disclosure level, and nothing else (invariant I10): the only place where a row becomes text.</summary>
sealed class DisclosedColumns(DisclosureLevel level, ListTexts texts, bool test)
{
    /// <summary>Column names.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. level switch
        {
            DisclosureLevel.Complet => new[] { "source", "poignee", "prestation", "verdict", "motif", "fourchette", "questions", "precautions" },
            DisclosureLevel.DroitEtQuestion => ["source", "poignee", "prestation", "verdict", "questions", "precautions"],
            _ => ["source", "poignee", "invitation"],
        },
        .. test ? new[] { "avertissement" } : [],
    ];

    /// <summary>The cells of a row. Reason and amount are for the payer of the benefit alone.</summary>
    public string[] Cells(in RightRow row, Source source)
    {
        var payer = Subjects.IsPayer(row.Sujet, source.Kind);
        string[] shared = [source.Id, row.Poignee.ToString()];
        string[] told = level switch
        {
            DisclosureLevel.Complet =>
            [
                texts.Sujet(row.Sujet), texts.Verdict(row.Verdict), payer ? texts.Motif(row.Motif) : "", payer ? texts.Band(row.AmountEuros) : "",
                texts.Questions(row.Questions), texts.Cautions(row.Cautions),
            ],
            DisclosureLevel.DroitEtQuestion =>
                [texts.Sujet(row.Sujet), texts.Verdict(row.Verdict), texts.Questions(row.Questions), texts.Cautions(row.Cautions)],
            _ => [texts.Invitation],
        };
        return [.. shared, .. told, .. test ? new[] { "TEST" } : []];
    }
}
