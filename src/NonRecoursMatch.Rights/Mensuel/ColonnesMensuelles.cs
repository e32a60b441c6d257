using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using Situation = NonRecoursMatch.Rights.Foyers.Situation;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>
/// Puts foyers of the month into the columns of the engine. What is not known takes the value that keeps the right open where a question will be
/// asked (nationality, studies), the cautious one elsewhere (housing).
/// </summary>
static class ColonnesMensuelles
{
    /// <summary>A person whose permit is not known is computed as meeting the condition: the question is asked.</summary>
    const double TitreSuppose = 99;

    static readonly Revenu[] s_monthly =
    [
        Revenu.SalaireNet, Revenu.Chomage, Revenu.RetraiteNette, Revenu.Maternite, Revenu.RenteAccident, Revenu.PensionAlimentaireRecue, Revenu.Aah, Revenu.Ass,
        Revenu.MicroEntreprise, Revenu.Capital, Revenu.Foncier, Revenu.Formation, Revenu.Exceptionnel,
    ];

    /// <summary>Whether the foyer can be put into columns: everybody's birth month is known, and there is an adult, two at most.</summary>
    public static bool Calculable(FoyerMensuel foyer)
    {
        var adultes = 0;
        foreach (var membre in foyer.Membres)
        {
            if (membre.Place is Place.Demandeur or Place.Conjoint)
                adultes++;
            else if (membre.Place != Place.Enfant)
                continue;
            if (membre.Naissance < 0)
                return false;
        }

        return adultes is 1 or 2;
    }

    /// <summary>Appends a foyer and answers its row. Incomes of the months that are not known must have been carried forward.</summary>
    public static int Ajouter(FoyerColumns colonnes, FoyerMensuel foyer, LawBook laws)
    {
        var row = colonnes.OuvrirFoyer(new Situation(foyer.Logement, foyer.Zone, foyer.PaieUnLoyer, foyer.Maries, foyer.IsolementRecent));
        foreach (var (kind, history) in foyer.Verses)
            colonnes[kind].Add(row, history);
        foreach (var membre in foyer.Membres)
        {
            if (membre.Place is Place.Demandeur or Place.Conjoint)
                Personne(colonnes.Adultes, row, membre, laws);
            else if (membre.Place == Place.Enfant && membre.Age(laws.Mois) < laws.C2s.AgeLimite)
                Personne(colonnes.Enfants, row, membre, laws);
        }

        colonnes.FermerFoyer();
        return row;
    }

    static void Personne(Personnes personnes, int foyer, Membre membre, LawBook laws)
    {
        var titre = membre.AnneesDeTitre < 0 ? TitreSuppose : membre.AnneesDeTitre;
        var row = personnes.Add(foyer, membre.Naissance + 1, TraitsDe(membre), titre, 0);
        var ressources = membre.Ressources;
        foreach (var kind in s_monthly)
        {
            if (ressources.Percoit(kind, 0, Serie.Mois - 1))
                personnes[kind].Add(row, ressources.Historique(kind));
        }

        Derives(personnes, row, membre, laws);
        if (membre.BeneficesAgricoles.Count > 0)
            personnes.Benefices.Add(row, new double[Benefices.Annees], [.. Enumerable.Range(0, Benefices.Annees).Select(n => membre.BeneficesAgricoles.GetValueOrDefault(laws.Mois.Year - n))]);
    }

    static Traits TraitsDe(Membre membre)
        => (membre.Etudiant == Ternary.Yes ? Traits.Etudiant : Traits.None)
            | (membre.Apprenti == Ternary.Yes ? Traits.Apprenti : Traits.None)
            | (membre.Alternance ? Traits.Alternance : Traits.None)
            | (membre.Nationalite switch { Nationality.Eea => Traits.Eee, Nationality.Other => Traits.HorsEee, _ => Traits.None });

    /// <summary>Gross amounts, and the incomes worked out from others. Daily allowances leave their holder as one class, assimilated to earnings.</summary>
    static void Derives(Personnes personnes, int row, Membre membre, LawBook laws)
    {
        var ressources = membre.Ressources;
        Span<double> worked = stackalloc double[Serie.Mois];
        if (ressources.Percoit(Revenu.SalaireNet, 0, Serie.Mois - 1))
        {
            RevenusDerives.Brut(ressources.Historique(Revenu.SalaireNet), laws.BrutSalaire, worked);
            personnes[Revenu.SalaireBrut].Add(row, worked);
        }

        if (membre.Pension is { Couverture: PensionKnowledge.Complete } pension)
        {
            worked.Fill(pension.Brute);
            personnes[Revenu.RetraiteBrute].Add(row, worked);
        }
        else if (ressources.Percoit(Revenu.RetraiteNette, 0, Serie.Mois - 1))
        {
            RevenusDerives.Brut(ressources.Historique(Revenu.RetraiteNette), laws.BrutRetraite, worked);
            personnes[Revenu.RetraiteBrute].Add(row, worked);
        }

        if (ressources.Percoit(Revenu.Maternite, 0, Serie.Mois - 1))
            personnes[Revenu.IndemnitesActivite].Add(row, ressources.Historique(Revenu.Maternite));
        if (ressources.Percoit(Revenu.Capital, 0, Serie.Mois - 1) || ressources.Percoit(Revenu.Foncier, 0, Serie.Mois - 1))
        {
            for (var k = 0; k < Serie.Mois; k++)
                worked[k] = ressources.Somme(Revenu.Capital, k, k) + ressources.Somme(Revenu.Foncier, k, k);
            personnes[Revenu.Patrimoine].Add(row, worked);
        }
    }
}
