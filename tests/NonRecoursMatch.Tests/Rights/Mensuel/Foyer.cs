using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using Declaree = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Tests.Rights.Mensuel;

/// <summary>Foyers about which everything is known, to be changed by one fact in each test.</summary>
static class Foyer
{
    public static YearMonth Mois { get; } = YearMonth.Of(2026, 10);

    /// <summary>A person whose months are all known.</summary>
    public static Membre Adulte(int age = 40, double salaire = 0, Place place = Place.Demandeur)
    {
        var membre = new Membre
        {
            Place = place,
            Naissance = Mois.Index - (12 * age) - 6,
            Etudiant = Ternary.No,
            Apprenti = Ternary.No,
            Nationalite = Nationality.French,
            C2s = CouvertureC2s.Inconnue with { Etat = C2sState.None },
        };
        for (var k = 0; k < Serie.Mois; k++)
        {
            membre.Ressources.Connaitre(k);
            if (salaire > 0)
                membre.Ressources.Ajouter(Revenu.SalaireNet, k, salaire);
        }

        return membre;
    }

    /// <summary>A person alone in a dossier, tenant, whose payer holds neither RSA nor prime.</summary>
    public static FoyerMensuel Seul(Membre adulte, params Membre[] enfants) => Dossier(Declaree.Seul, [adulte, .. enfants]);

    public static FoyerMensuel Couple(Membre premier, Membre second)
    {
        second.Place = Place.Conjoint;
        return Dossier(Declaree.CoupleConjointInconnu, premier, second);
    }

    public static FoyerMensuel Dossier(Declaree situation, params Membre[] membres)
    {
        var foyer = new FoyerMensuel
        {
            Origine = Origine.Dossier,
            Source = 0,
            Situation = situation,
            Logement = Logement.Locataire,
            PaieUnLoyer = true,
            Zone = Zone.Metropole,
            Rsa = new DroitConnu(EtatDroit.Absent, -1),
            Ppa = new DroitConnu(EtatDroit.Absent, -1),
        };
        foyer.Membres.AddRange(membres);
        foreach (var membre in membres)
            membre.Rsa = foyer.Rsa;
        return foyer;
    }

    public static PensionConnue Pension(double brute, AspaState aspa = AspaState.None, Declaree situation = Declaree.Seul) => new()
    {
        Couverture = PensionKnowledge.Complete,
        Brute = brute,
        Nette = brute / 1.1,
        Aspa = aspa,
        Situation = situation,
        TauxPlein = Ternary.Yes,
        CarriereEtranger = Ternary.No,
        EnFrance = Ternary.Yes,
    };

    /// <summary>All conclusions about a foyer.</summary>
    public static IReadOnlyList<Conclusion> Conclure(FoyerMensuel foyer)
    {
        var conclusions = new List<Conclusion>();
        var evaluation = new EvaluationMensuelle(ReferenceData.Parameters, Mois, 15, conclusions.Add);
        evaluation.Ajouter(foyer);
        evaluation.Terminer();
        return conclusions;
    }

    /// <summary>Whether all of these questions are asked.</summary>
    public static void ShouldAsk(this Questions asked, Questions expected) => (asked & expected).ShouldBe(expected);

    /// <summary>The conclusion about a subject, of the applicant or the first member.</summary>
    public static Conclusion Sur(this FoyerMensuel foyer, Sujet sujet) => Conclure(foyer).First(conclusion => conclusion.Sujet == sujet);
}
