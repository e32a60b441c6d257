using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>Monthly resources as they leave the bodies: natures in neutral classes, amounts in whole euros, months known or not.</summary>
internal static class ResourceFacts
{
    /// <summary>Adds the rows of a dossier.</summary>
    public static void Fill(RessourcesConnues known, IEnumerable<ResourceRow> rows, YearMonth month)
    {
        foreach (var row in rows)
        {
            var k = month - row.Month;
            if (k is < 0 or >= Serie.Mois)
                continue;
            if (row.Known)
                known.Connaitre(k);
            else
                known.Ignorer(k);
            if (row.Nature.Length > 0)
                known.Ajouter(KindOf(row.Nature), k, MemberFacts.Euros(row.Cents ?? 0));
        }
    }

    /// <summary>Puts the payers' own daily allowances in the place of what the dossier was told, month by month.</summary>
    /// <param name="payers">Rows of each payer, in the order of the fact.</param>
    public static void Replace(RessourcesConnues known, IReadOnlyList<IReadOnlyList<AllowanceRow>> payers, YearMonth month)
    {
        for (var k = 0; payers.Count > 0 && k < Serie.Mois; k++)
        {
            if (payers.FirstOrDefault(rows => rows.Any(row => month - row.Month == k)) is { } payer)
                known.Remplacer(Revenu.Maternite, k, payer.Where(row => month - row.Month == k).Sum(row => MemberFacts.Euros(row.Cents)));
        }
    }

    static Revenu KindOf(string nature) => nature switch
    {
        "SALAIRE" => Revenu.SalaireNet,
        "CHOMAGE" => Revenu.Chomage,
        "PENSION" => Revenu.RetraiteNette,
        "AAH" => Revenu.Aah,
        "ASS" => Revenu.Ass,
        "FORMATION" => Revenu.Formation,
        "CAPITAL" => Revenu.Capital,
        "FONCIER" => Revenu.Foncier,
        "EXCEPTIONNEL" => Revenu.Exceptionnel,
        "PENSION_ALIMENTAIRE" => Revenu.PensionAlimentaireRecue,
        "IJ_MALADIE" or "IJ_MATERNITE" or "IJ_AT" => Revenu.Maternite,
        "INVALIDITE" => Revenu.RenteAccident,
        "TNS" => Revenu.MicroEntreprise,
        _ => throw new ArgumentOutOfRangeException(nameof(nature)),
    };
}
