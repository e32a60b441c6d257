using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using Declaree = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Tests.Rights.Mensuel;

/// <summary>"The law on missing things": each case ends where it must.</summary>
public class MissingThingsTests
{
    [Fact]
    public void Everything_known_and_an_amount_with_margin_is_presumed()
    {
        var rsa = Foyer.Seul(Foyer.Adulte()).Sur(Sujet.Rsa);
        rsa.Outcome.ShouldBe(Outcome.Presume);
        rsa.Montant.ShouldBe(651.69, 0.01);
        rsa.Questions.ShouldBe(Questions.None);
        var ppa = Foyer.Seul(Foyer.Adulte(salaire: 1_300)).Sur(Sujet.Ppa);
        ppa.Outcome.ShouldBe(Outcome.Presume);
        ppa.Montant.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void No_row_is_unknown_and_never_zero()
    {
        var unknown = new Membre { Place = Place.Demandeur, Naissance = Foyer.Mois.Index - 500, Etudiant = Ternary.No, Nationalite = Nationality.French };
        Foyer.Seul(unknown).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.Indetermine);
        Foyer.Seul(unknown).Sur(Sujet.Ppa).Outcome.ShouldBe(Outcome.Indetermine);
    }

    [Fact]
    public void One_month_unknown_of_the_quarter_is_asked()
    {
        var adulte = Foyer.Adulte();
        adulte.Ressources.Ignorer(3);
        var rsa = Foyer.Seul(adulte).Sur(Sujet.Rsa);
        rsa.Outcome.ShouldBe(Outcome.AVerifier);
        rsa.Questions.ShouldBe(Questions.AutresRessources | Questions.AvecQui);
    }

    [Fact]
    public void An_extract_that_stops_before_the_month_is_no_interruption_of_income()
    {
        var stops = new Membre { Place = Place.Demandeur, Naissance = Foyer.Mois.Index - 500, Etudiant = Ternary.No, Nationalite = Nationality.French };
        for (var k = 1; k < Serie.Mois; k++)
        {
            stops.Ressources.Connaitre(k);
            stops.Ressources.Ajouter(Revenu.SalaireNet, k, 1_800);
        }

        Foyer.Seul(stops).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.NonEligible);
    }

    [Fact]
    public void A_partner_without_known_income_is_asked_about()
    {
        var partner = new Membre { Naissance = Foyer.Mois.Index - 500, Etudiant = Ternary.No, Nationalite = Nationality.French };
        var rsa = Foyer.Couple(Foyer.Adulte(), partner).Sur(Sujet.Rsa);
        rsa.Outcome.ShouldBe(Outcome.AVerifier);
        rsa.Questions.ShouldAsk(Questions.AutresRessources);
    }

    [Fact]
    public void A_couple_declared_whose_partner_is_in_no_dossier_is_never_presumed()
        => Foyer.Dossier(Declaree.CoupleConjointInconnu, Foyer.Adulte()).Sur(Sujet.Rsa).Questions.ShouldBe(Questions.AvecQui);

    [Fact]
    public void Alone_by_default_is_never_presumed()
        => Foyer.Dossier(Declaree.Unknown, Foyer.Adulte()).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.AVerifier);

    [Fact]
    public void A_dropped_member_leaves_the_foyer_undetermined()
    {
        var withheld = Foyer.Seul(Foyer.Adulte(place: Place.Inconnue), Foyer.Adulte(age: 8, place: Place.Inconnue));
        foreach (var sujet in new[] { Sujet.Rsa, Sujet.Ppa, Sujet.C2s })
            withheld.Sur(sujet).Outcome.ShouldBe(Outcome.Indetermine);
    }

    [Fact]
    public void A_dossier_without_applicant_and_an_adult_of_two_dossiers_are_undetermined()
    {
        Foyer.Dossier(Declaree.Seul, Foyer.Adulte(place: Place.Conjoint)).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.Indetermine);
        Foyer.Dossier(Declaree.Seul, Foyer.Adulte(age: 9, place: Place.Enfant)).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.Indetermine);
        var twice = Foyer.Adulte();
        twice.DeuxDossiers = true;
        Foyer.Seul(twice).Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.Indetermine);
    }

    [Theory]
    [InlineData(EtatDroit.Verse, Outcome.DejaPercu)]
    [InlineData(EtatDroit.EnAttente, Outcome.DemandeEnCours)]
    [InlineData(EtatDroit.Refuse, Outcome.Refus)]
    [InlineData(EtatDroit.Suspendu, Outcome.Suspendu)]
    [InlineData(EtatDroit.DeclarationAttendue, Outcome.DeclarationAttendue)]
    public void What_the_payer_holds_is_a_cause_of_its_own(EtatDroit etat, Outcome outcome)
    {
        var foyer = Foyer.Seul(Foyer.Adulte(salaire: 400));
        (foyer.Rsa, foyer.Ppa) = (new DroitConnu(etat, -1), new DroitConnu(etat, -1));
        foyer.Sur(Sujet.Rsa).Outcome.ShouldBe(outcome);
        foyer.Sur(Sujet.Ppa).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_closed_right_is_looked_at_again_and_asked_about()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Rsa = new DroitConnu(EtatDroit.Clos, -1);
        foyer.Sur(Sujet.Rsa).Questions.ShouldBe(Questions.DroitClos | Questions.AvecQui);
    }

    [Fact]
    public void An_unreturned_declaration_is_a_list_of_its_own()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Rsa = new DroitConnu(EtatDroit.DeclarationAttendue, -1);
        var declaration = foyer.Sur(Sujet.DeclarationRsa);
        declaration.FaitUneLigne.ShouldBeTrue();
        declaration.Questions.ShouldBe(Questions.Declaration);
        Foyer.Conclure(foyer).ShouldNotContain(conclusion => conclusion.Sujet == Sujet.DeclarationPpa);
    }

    [Fact]
    public void Outside_a_dossier_absent_is_not_does_not_receive()
    {
        var foyer = new FoyerMensuel { Origine = Origine.Personne, Zone = Zone.Metropole };
        foyer.Membres.Add(Foyer.Adulte());
        foyer.Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.InconnuDuPayeur);
        foyer.Membres[0].C2s = CouvertureC2s.Inconnue;
        foyer.Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.InconnuDuPayeur);
    }

    [Fact]
    public void A_transfer_within_ninety_days_says_nothing()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Mutation = true;
        foyer.Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.Mutation);
        foyer.Sur(Sujet.Ppa).Outcome.ShouldBe(Outcome.Mutation);
    }

    [Fact]
    public void Borders_institutions_studies_permits_and_yearly_incomes_are_asked()
    {
        Asked(foyer => foyer.Frontalier = true).ShouldAsk(Questions.Etranger);
        Asked(foyer => foyer.Etablissement = true).ShouldAsk(Questions.LieuDeVie);
        Asked(foyer => foyer.Logement = Logement.Inconnu).ShouldAsk(Questions.Logement);
        Asked(foyer => foyer.Membres[0].Exploitant = true).ShouldAsk(Questions.RevenusAnnuels);
        Asked(foyer => foyer.Membres[0].Nationalite = Nationality.Unknown).ShouldAsk(Questions.TitreSejour);
        Asked(foyer => foyer.Membres[0].LienFaibleFamille = true).ShouldAsk(Questions.ConfirmerIdentite);
        Asked(foyer => (foyer.Membres[0].Etudiant, foyer.Membres[0].Naissance) = (Ternary.Unknown, Foyer.Mois.Index - (12 * 27))).ShouldAsk(Questions.Etudes);
        // At 66 ASPA comes first, unless the permit is too short for it.
        Asked(foyer => (foyer.Membres[0].Naissance, foyer.Membres[0].Nationalite, foyer.Membres[0].AnneesDeTitre) = (Foyer.Mois.Index - (12 * 67), Nationality.Other, 6)).ShouldAsk(Questions.RetraitesDabord);

        static Questions Asked(Action<FoyerMensuel> change)
        {
            var foyer = Foyer.Seul(Foyer.Adulte());
            change(foyer);
            var rsa = foyer.Sur(Sujet.Rsa);
            rsa.Outcome.ShouldBe(Outcome.AVerifier);
            rsa.Questions.ShouldAsk(Questions.AvecQui);
            return rsa.Questions;
        }
    }

    [Fact]
    public void Collective_housing_gets_no_letter()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Etablissement = true;
        foyer.Sur(Sujet.Rsa).Cautions.ShouldBe(Cautions.PasDeCourrier);
    }

    [Fact]
    public void Mayotte_is_not_computed_but_for_C2S()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Zone = Zone.Mayotte;
        foyer.Sur(Sujet.Rsa).Outcome.ShouldBe(Outcome.NonCalculable);
        foyer.Sur(Sujet.Ppa).Outcome.ShouldBe(Outcome.NonCalculable);
        foyer.Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.AVerifier);
        foyer.Membres[0].Pension = Foyer.Pension(300);
        foyer.Membres[0].Naissance = Foyer.Mois.Index - (12 * 70);
        foyer.Sur(Sujet.Aspa).Outcome.ShouldBe(Outcome.NonCalculable);
    }

    [Fact]
    public void Sources_that_disagree_leave_a_count_while_a_benefit_is_paid_and_the_common_question_otherwise()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Membres[0].TitulairesDuBail = 2;
        var alone = foyer.Sur(Sujet.Rsa);
        alone.Questions.ShouldBe(Questions.AvecQui);
        foyer.PrestationVersee = true;
        foreach (var sujet in new[] { Sujet.Rsa, Sujet.Ppa, Sujet.C2s })
            foyer.Sur(sujet).Outcome.ShouldBe(Outcome.DivergenceNonExploitee);
    }
}
