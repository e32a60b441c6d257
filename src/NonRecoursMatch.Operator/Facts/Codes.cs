using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using Situation = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Role of a person in a lease.</summary>
enum LeaseRole : byte
{
    /// <summary>Occupant, or not known.</summary>
    Occupant,

    /// <summary>TIT.</summary>
    Holder,

    /// <summary>COT.</summary>
    CoHolder,
}

/// <summary>A housing code (CNAF TYPEOCCLOG).</summary>
readonly record struct HousingCode(Logement Logement, bool Collective);

/// <summary>The nomenclatures of the extracts (conventions/extracts) in the terms of the rules, as docs/facts.md states them.</summary>
static class Codes
{
    public static readonly CodeTable<Place> Role = new(
        Place.Inconnue, ("DEM", Place.Demandeur), ("CJT", Place.Conjoint), ("ENF", Place.Enfant), ("AUT", Place.Autre));

    /// <summary>SITFAM: declared alone, or in a couple whose partner is not named by the code itself.</summary>
    public static readonly CodeTable<Situation> Situation = new(
        Rights.Aspa.Situation.Unknown,
        ("CEL DIV SEF SEL VEU ISO", Rights.Aspa.Situation.Seul),
        ("MAR PAC VIM", Rights.Aspa.Situation.CoupleConjointInconnu));

    public static readonly CodeTable<bool> Married = new(false, ("MAR", true));

    public static readonly CodeTable<bool> Isolated = new(false, ("ISO SEF DIV SEL VEU", true));

    public static readonly CodeTable<Nationality> Nationality = new(
        Rights.Aspa.Nationality.Unknown,
        ("F", Rights.Aspa.Nationality.French), ("E", Rights.Aspa.Nationality.Eea), ("A", Rights.Aspa.Nationality.Other));

    public static readonly CodeTable<HousingCode> Housing = new(
        new HousingCode(Logement.Inconnu, false),
        ("LOC", new HousingCode(Logement.Locataire, false)),
        ("PRO", new HousingCode(Logement.Proprietaire, false)),
        ("ACC", new HousingCode(Logement.Accedant, false)),
        ("HGP", new HousingCode(Logement.Gratuit, false)),
        ("HOP", new HousingCode(Logement.GratuitAvecParticipation, false)),
        ("HOT", new HousingCode(Logement.FoyerLogement, false)),
        ("HCO", new HousingCode(Logement.FoyerLogement, true)),
        ("HCG", new HousingCode(Logement.Gratuit, true)));

    /// <summary>ETATDOSRSA, written by the CNAF for RSA and by us for every benefit of a dossier.</summary>
    public static readonly CodeTable<EtatDroit> State = new(
        EtatDroit.Inconnu,
        ("2", EtatDroit.Verse), ("0", EtatDroit.EnAttente), ("1", EtatDroit.Refuse), ("3", EtatDroit.Suspendu), ("4", EtatDroit.DeclarationAttendue), ("5 6", EtatDroit.Clos));

    public static readonly CodeTable<BenefitCode> Benefit = new(
        BenefitCode.Other,
        ("RSA", BenefitCode.Rsa), ("PPA", BenefitCode.Ppa), ("APL ALS ALF", BenefitCode.HousingAid), ("AAH", BenefitCode.Aah), ("AF", BenefitCode.Af), ("CF", BenefitCode.Cf),
        ("ASF", BenefitCode.Asf), ("PAJE_BASE", BenefitCode.PajeBase), ("PREPARE", BenefitCode.Prepare));

    /// <summary>Kinds of income. Health-related natures leave their holder as neutral classes: see docs/facts.md for where each counts.</summary>
    public static readonly CodeTable<Revenu?> Nature = new(
        null,
        ("SALAIRE", Revenu.SalaireNet), ("PENSION", Revenu.RetraiteNette), ("CHOMAGE", Revenu.Chomage), ("AAH", Revenu.Aah), ("TNS", Revenu.MicroEntreprise),
        ("REVENU_ASSIMILE_ACTIVITE", Revenu.Maternite), ("AUTRE_REVENU", Revenu.RenteAccident), ("PENSION_ALIMENTAIRE", Revenu.PensionAlimentaireRecue),
        ("ASS", Revenu.Ass), ("FORMATION", Revenu.Formation), ("CAPITAL", Revenu.Capital), ("FONCIER", Revenu.Foncier), ("EXCEPTIONNEL", Revenu.Exceptionnel));

    public static readonly CodeTable<C2sState> C2s = new(C2sState.Unknown, ("N", C2sState.None), ("G", C2sState.Free), ("P", C2sState.Contributive));

    public static readonly CodeTable<AspaState> Aspa = new(
        AspaState.Unknown, ("N", AspaState.None), ("O", AspaState.Paid), ("D", AspaState.Pending), ("R", AspaState.Refused));

    public static readonly CodeTable<Ternary> YesNo = new(Ternary.Unknown, ("N", Ternary.No), ("O", Ternary.Yes));

    public static readonly CodeTable<bool> InterRegimesComplete = new(false, ("COMPLET", true));

    public static readonly CodeTable<LeaseRole> Lease = new(LeaseRole.Occupant, ("TIT", LeaseRole.Holder), ("COT", LeaseRole.CoHolder));
}
