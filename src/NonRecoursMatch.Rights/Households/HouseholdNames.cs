using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>The names of the fields of a described household (contract of <c>rights compute</c>).</summary>
public static class HouseholdNames
{
    /// <summary>Monthly amounts of a person.</summary>
    public static IReadOnlyDictionary<string, Revenu> Incomes { get; } = new Dictionary<string, Revenu>(StringComparer.Ordinal)
    {
        ["wage_net"] = Revenu.SalaireNet,
        ["wage_gross"] = Revenu.SalaireBrut,
        ["unemployment"] = Revenu.Chomage,
        ["pension_net"] = Revenu.RetraiteNette,
        ["pension_gross"] = Revenu.RetraiteBrute,
        ["invalidity"] = Revenu.Invalidite,
        ["sick"] = Revenu.Maladie,
        ["maternity"] = Revenu.Maternite,
        ["alimony_received"] = Revenu.PensionAlimentaireRecue,
        ["alimony_paid"] = Revenu.PensionAlimentaireVersee,
        ["aah"] = Revenu.Aah,
        ["ass"] = Revenu.Ass,
        ["asi"] = Revenu.Asi,
        ["micro_profit"] = Revenu.MicroEntreprise,
        ["capital_income"] = Revenu.Capital,
        ["rental_income"] = Revenu.Foncier,
        ["training"] = Revenu.Formation,
        ["apprentice_pay"] = Revenu.Apprentissage,
        ["partial_unemployment"] = Revenu.ActivitePartielle,
        ["work_accident_rent"] = Revenu.RenteAccident,
        ["exceptional"] = Revenu.Exceptionnel,
        ["savings_livret_a"] = Revenu.EpargneLivretA,
        ["savings_other"] = Revenu.EpargneAutre,
    };

    /// <summary>Flags of a person.</summary>
    public static IReadOnlyDictionary<string, Traits> Flags { get; } = new Dictionary<string, Traits>(StringComparer.Ordinal)
    {
        ["student"] = Traits.Etudiant,
        ["apprentice"] = Traits.Apprenti,
        ["pregnant"] = Traits.Enceinte,
        ["disabled"] = Traits.Handicap,
        ["unfit"] = Traits.Inapte,
        ["youth_hours_ok"] = Traits.HeuresRsaJeune,
        ["alsace_moselle"] = Traits.AlsaceMoselle,
        ["lives_with_parents"] = Traits.ChezSesParents,
        ["tax_dependent"] = Traits.ChargeFiscale,
        ["alternating"] = Traits.Alternance,
    };

    /// <summary>Benefits paid to the household.</summary>
    public static IReadOnlyDictionary<string, Verse> Paid { get; } = new Dictionary<string, Verse>(StringComparer.Ordinal)
    {
        ["af"] = Verse.Af,
        ["cf"] = Verse.Cf,
        ["asf"] = Verse.Asf,
        ["paje_base"] = Verse.PajeBase,
        ["paje_prepare"] = Verse.PajePrepare,
        ["housing_aid"] = Verse.AideLogement,
    };

    /// <summary>Kinds of housing.</summary>
    public static IReadOnlyDictionary<string, Logement> Housing { get; } = new Dictionary<string, Logement>(StringComparer.Ordinal)
    {
        ["tenant"] = Logement.Locataire,
        ["social_tenant"] = Logement.LocataireSocial,
        ["owner"] = Logement.Proprietaire,
        ["owner_buying"] = Logement.Accedant,
        ["free"] = Logement.Gratuit,
        ["free_paying"] = Logement.GratuitAvecParticipation,
        ["home"] = Logement.FoyerLogement,
        ["unknown"] = Logement.Inconnu,
    };
}
