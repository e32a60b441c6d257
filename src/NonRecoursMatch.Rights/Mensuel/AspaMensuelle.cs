using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Puts persons of the month into the columns of the ASPA rule, and adds what only the month knows: borders, institutions, absences that mean no.</summary>
static class AspaMensuelle
{
    static readonly Revenu[] s_autres =
    [
        Revenu.Chomage, Revenu.Maternite, Revenu.RenteAccident, Revenu.PensionAlimentaireRecue, Revenu.Ass, Revenu.Formation, Revenu.Capital, Revenu.Foncier,
        Revenu.Exceptionnel, Revenu.MicroEntreprise,
    ];

    /// <summary>Whether the person is looked at for ASPA: somebody with a pension, or of the age.</summary>
    public static bool Concerne(Membre membre, YearMonth mois, int age)
        => membre.Pension is not null || membre.Age(mois) >= age;

    /// <summary>Fills a row.</summary>
    public static void Remplir(AspaColumns colonnes, int row, FoyerMensuel foyer, Membre membre, LawBook laws)
    {
        Adulte(colonnes.First, row, membre, laws);
        var partenaire = Composition.Partenaire(foyer, membre);
        if (partenaire is not null)
            Adulte(colonnes.Second, row, partenaire, laws);
        colonnes.Situation[row] = Composition.De(foyer, membre);
        colonnes.Divergence[row] = Composition.Diverge(foyer, membre);
        colonnes.BenefitInPayment[row] = Composition.PrestationEnCours(foyer);
        colonnes.Mayotte[row] = foyer.Zone == Zone.Mayotte;
        colonnes.WeakLink[row] = Faible(membre) || (partenaire is not null && Faible(partenaire));
    }

    /// <summary>The conclusion about a person, from the columns computed.</summary>
    public static Conclusion Conclure(FoyerMensuel foyer, Membre membre, AspaColumns colonnes, int row)
    {
        var (outcome, questions) = (colonnes.Outcome[row], colonnes.Questions[row]);
        if (outcome is Outcome.Presume or Outcome.AVerifier)
        {
            questions |= QuestionsDuFoyer.LieuDeVie(foyer)
                | (foyer.Frontalier ? Questions.Etranger : Questions.None)
                | (membre.Pension is null ? Questions.RetraitesDabord : Questions.None);
            questions = QuestionsDuFoyer.AvecLaQuestionCommune(questions);
            outcome = questions == Questions.None ? Outcome.Presume : Outcome.AVerifier;
        }

        return new Conclusion(foyer, membre, Sujet.Aspa, outcome, colonnes.Amount[row], Motif.Aspa, questions, colonnes.Cautions[row] | EtapesCommunes.Precautions(foyer));
    }

    static void Adulte(AspaAdult adulte, int row, Membre membre, LawBook laws)
    {
        var ressources = membre.Ressources;
        adulte.Age[row] = membre.Age(laws.Mois);
        adulte.ResourcesKnown[row] = ressources.Connues(1, 3);
        if (adulte.ResourcesKnown[row])
        {
            adulte.QuarterWages[row] = laws.BrutSalaire * ressources.Somme(Revenu.SalaireNet, 1, 3);
            var autres = adulte.Age[row] >= 0 && adulte.Age[row] < laws.MinimumVieillesse[0].Age ? ressources.Somme(Revenu.Aah, 1, 3) : 0;
            foreach (var kind in s_autres)
                autres += ressources.Somme(kind, 1, 3);
            adulte.OtherResources[row] = autres / 3;
        }

        if (membre.Pension is { } pension)
            (adulte.Pensions[row], adulte.Knowledge[row]) = (pension.Brute, pension.Couverture);
        else if (adulte.ResourcesKnown[row])
            (adulte.Pensions[row], adulte.Knowledge[row]) = (laws.BrutRetraite * ressources.Somme(Revenu.RetraiteNette, 1, 3) / 3, PensionKnowledge.Complete);
        adulte.FullRate[row] = membre.Pension?.TauxPlein ?? Ternary.Unknown;
        adulte.ForeignCareer[row] = membre.Pension?.CarriereEtranger ?? Ternary.Unknown;
        adulte.InFrance[row] = membre.Pension?.EnFrance ?? Ternary.Unknown;
        adulte.Aspa[row] = membre.Pension?.Aspa ?? (membre.AbsenceVautNonAspa ? AspaState.None : AspaState.Unknown);
        adulte.Nationality[row] = membre.Nationalite;
        adulte.PermitYears[row] = membre.AnneesDeTitre;
    }

    static bool Faible(Membre membre) => membre.LienFaibleFamille || membre.LienFaiblePension;
}
