using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Target publics that an agreement may name. A person can belong to several.</summary>
[Flags]
public enum Publics
{
    /// <summary>None.</summary>
    Aucun = 0,

    /// <summary>Under 25.</summary>
    MoinsDe25Ans = 1,

    /// <summary>50 and over.</summary>
    CinquanteAnsEtPlus = 2,

    /// <summary>Single parents.</summary>
    ParentsIsoles = 4,

    /// <summary>65 and over.</summary>
    Seniors = 8,

    /// <summary>Farmers.</summary>
    Agriculteurs = 16,

    /// <summary>Self-employed.</summary>
    Independants = 32,

    /// <summary>With earnings in the last three months.</summary>
    TravailleursModestes = 64,

    /// <summary>With unemployment benefit or ASS in the last three months.</summary>
    DemandeursEmploi = 128,

    /// <summary>Tenants.</summary>
    Locataires = 256,
}

/// <summary>Which publics a person belongs to, on what is known.</summary>
public static class PublicsDe
{
    /// <summary>The publics of a person of a foyer.</summary>
    public static Publics Membre(FoyerMensuel foyer, Membre membre, YearMonth mois)
    {
        var age = membre.Age(mois);
        var ressources = membre.Ressources;
        return Si(age is >= 0 and < 25, Publics.MoinsDe25Ans)
            | Si(age >= 50, Publics.CinquanteAnsEtPlus)
            | Si(age >= 65, Publics.Seniors)
            | Si(ParentIsole(foyer, membre), Publics.ParentsIsoles)
            | Si(membre.Exploitant || membre.BeneficesAgricoles.Count > 0, Publics.Agriculteurs)
            | Si(ressources.Percoit(Revenu.MicroEntreprise, 0, 3), Publics.Independants)
            | Si(ressources.Percoit(Revenu.SalaireNet, 1, 3) || ressources.Percoit(Revenu.MicroEntreprise, 1, 3), Publics.TravailleursModestes)
            | Si(ressources.Percoit(Revenu.Chomage, 1, 3) || ressources.Percoit(Revenu.Ass, 1, 3), Publics.DemandeursEmploi)
            | Si(membre.ChezUnBailleur || foyer.Logement is Logement.Locataire or Logement.LocataireSocial, Publics.Locataires);
    }

    static bool ParentIsole(FoyerMensuel foyer, Membre membre)
        => membre.Place == Place.Demandeur && foyer.Enfants.Any() && Composition.De(foyer, membre) == Aspa.Situation.Seul;

    static Publics Si(bool condition, Publics value) => condition ? value : Publics.Aucun;
}
