using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using Declaree = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Tests.Rights.Mensuel;

/// <summary>The ways to C2S, from the one that needs no computation to the resources of a year.</summary>
public class C2sWaysTests
{
    [Fact]
    public void A_paid_RSA_is_certain()
    {
        var c2s = WithRsa().Sur(Sujet.C2s);
        (c2s.Outcome, c2s.Motif).ShouldBe((Outcome.Certain, Motif.C2sParRsa));
    }

    [Fact]
    public void An_absence_that_means_no_never_gives_certain()
    {
        var foyer = WithRsa();
        foyer.Membres[0].C2s = CouvertureC2s.Inconnue;
        foyer.Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.InconnuDuPayeur);
        foyer.Membres[0].AbsenceVautNonC2s = true;
        var c2s = foyer.Sur(Sujet.C2s);
        (c2s.Outcome, c2s.Questions).ShouldBe((Outcome.AVerifier, Questions.Affiliation));
    }

    [Fact]
    public void A_paid_ASPA_gives_contributive_C2S_unless_somebody_works()
    {
        var foyer = Foyer.Seul(Foyer.Adulte(age: 70));
        foyer.Membres[0].Pension = Foyer.Pension(500, AspaState.Paid);
        var c2s = foyer.Sur(Sujet.C2s);
        (c2s.Outcome, c2s.Motif, c2s.Cautions).ShouldBe((Outcome.Presume, Motif.C2sParAspa, Cautions.AvecParticipation));

        var worker = Foyer.Seul(Foyer.Adulte(age: 70, salaire: 300));
        worker.Membres[0].Pension = Foyer.Pension(500, AspaState.Paid);
        worker.Sur(Sujet.C2s).Motif.ShouldNotBe(Motif.C2sParAspa);
    }

    [Fact]
    public void AAH_gives_contributive_C2S_to_those_who_live_alone_without_child_nor_work()
    {
        (Aah().Sur(Sujet.C2s).Outcome, Aah().Sur(Sujet.C2s).Motif).ShouldBe((Outcome.Presume, Motif.C2sParAah));
        Aah(Foyer.Adulte(age: 8, place: Place.Enfant)).Sur(Sujet.C2s).Motif.ShouldNotBe(Motif.C2sParAah);

        static FoyerMensuel Aah(params Membre[] enfants)
        {
            var foyer = Foyer.Seul(Foyer.Adulte(), enfants);
            foyer.AahVersee = true;
            for (var k = 0; k < Serie.Mois; k++)
                foyer.Membres[0].Ressources.Ajouter(Revenu.Aah, k, 1_041);
            return foyer;
        }
    }

    [Fact]
    public void Resources_of_a_year_under_the_estimated_ceiling_of_2026_are_to_be_checked()
    {
        var c2s = Foyer.Seul(Foyer.Adulte(salaire: 700)).Sur(Sujet.C2s);
        (c2s.Outcome, c2s.Motif).ShouldBe((Outcome.AVerifier, Motif.C2sGratuite));
        c2s.Questions.ShouldAsk(Questions.MontantProche);
        Foyer.Seul(Foyer.Adulte(salaire: 1_050)).Sur(Sujet.C2s).Motif.ShouldBe(Motif.C2sParticipation);
        Foyer.Seul(Foyer.Adulte(salaire: 1_600)).Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.NonEligible);
    }

    [Fact]
    public void Under_25_without_a_child_the_parents_foyer_is_asked_about()
        => Foyer.Seul(Foyer.Adulte(age: 22)).Sur(Sujet.C2s).Questions.ShouldAsk(Questions.FoyerDesParents);

    [Fact]
    public void A_pensioner_in_no_dossier_is_looked_at_when_a_fund_says_alone_and_knows_every_pension()
    {
        var c2s = Pensioner(Declaree.Seul, 700).Sur(Sujet.C2s);
        c2s.Outcome.ShouldBe(Outcome.AVerifier);
        c2s.Questions.ShouldAsk(Questions.AutresRessources);
        Pensioner(Declaree.Unknown, 700).Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.Indetermine);
        Pensioner(Declaree.Seul, 2_000).Sur(Sujet.C2s).Outcome.ShouldBe(Outcome.NonEligible);

        static FoyerMensuel Pensioner(Declaree situation, double pension)
        {
            var membre = new Membre
            {
                Place = Place.Demandeur,
                Naissance = Foyer.Mois.Index - (12 * 70),
                Pension = Foyer.Pension(pension, situation: situation),
                C2s = CouvertureC2s.Inconnue with { Etat = C2sState.None },
            };
            var foyer = new FoyerMensuel { Origine = Origine.Personne, Zone = Zone.Metropole };
            foyer.Membres.Add(membre);
            return foyer;
        }
    }

    static FoyerMensuel WithRsa()
    {
        var foyer = Foyer.Seul(Foyer.Adulte());
        foyer.Rsa = new DroitConnu(EtatDroit.Verse, Foyer.Mois.LastDay.DayNumber - 400);
        foyer.Membres[0].Rsa = foyer.Rsa;
        return foyer;
    }
}
