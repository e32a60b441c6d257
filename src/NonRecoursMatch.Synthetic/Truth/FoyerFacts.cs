using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Synthetic.Records;
using Situation = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What the records say of a foyer as a whole (docs/facts.md).</summary>
internal sealed class FoyerFacts(YearMonth month, IReadOnlySet<string> border)
{
    const int RecentIsolation = 18;
    const int TransferDays = 90;
    static readonly string[] _alone = ["CEL", "DIV", "SEF", "SEL", "VEU", "ISO"];
    static readonly string[] _housingAids = ["APL", "ALS", "ALF"];
    static readonly string[] _dependOnComposition = ["RSA", "PPA", "ASF", "AAH", .. _housingAids];

    static readonly Dictionary<string, Verse> _family = new(StringComparer.Ordinal)
    {
        ["AF"] = Verse.Af,
        ["CF"] = Verse.Cf,
        ["ASF"] = Verse.Asf,
        ["PAJE_BASE"] = Verse.PajeBase,
        ["PREPARE"] = Verse.PajePrepare,
    };

    /// <summary>Alone or in a couple, as a code of a dossier or fund says it.</summary>
    public static Situation Declared(string code)
        => _alone.Contains(code) ? Situation.Seul : code is "MAR" or "PAC" or "VIM" ? Situation.CoupleConjointInconnu : Situation.Unknown;

    /// <summary>Makes the foyer, its members left to the caller.</summary>
    public FoyerMensuel Of(TrueFoyer made)
    {
        var applicant = made.Members[0].Place == Place.Demandeur ? made.Members[0].Person : null;
        var held = made.Origine == Origine.Dossier ? made.Members[0].Person.Family! : null;

        // Without an applicant, where the foyer lives is still what its first member says: the law of Mayotte does not depend on a role.
        var commune = applicant is not null && held is not null ? held.Record.Commune : made.Members[0].Person.Commune;
        var foyer = new FoyerMensuel
        {
            Origine = made.Origine,
            Source = held?.Record.Source.Index ?? -1,
            Zone = ZoneDe.Commune(commune),
            Frontalier = border.Contains(commune),
        };
        if (applicant is not null && held?.Record.Family is { } family)
            Declare(foyer, held, family);
        Housing(foyer, applicant);
        if (held?.Dossier is { } dossier)
            Benefits(foyer, dossier);
        if (foyer.Verses.ContainsKey(Verse.AideLogement) || applicant?.Landlord?.Record.Lease?.AidCents is not { } aid)
            return foyer;
        foyer.Verser(Verse.AideLogement, MemberFacts.Euros(aid), Serie.Mois - 1);
        return foyer;
    }

    void Declare(FoyerMensuel foyer, HeldRecord held, FamilyMember family)
    {
        var situation = held.CompositionWithheld ? "" : family.Situation;
        foyer.Situation = Declared(situation);
        foyer.Maries = situation == "MAR";
        foyer.IsolementRecent = situation is "ISO" or "SEF" or "DIV" or "SEL" or "VEU" && family.SituationSince > month.FirstDay.AddMonths(-RecentIsolation);
        foyer.Etablissement = family.Occupation is "HCG" or "HCO";
        foyer.Mutation = family.TransferTo.Length > 0 && family.TransferDate is { } day && Math.Abs(month.LastDay.DayNumber - day.DayNumber) <= TransferDays;
    }

    // The dossier first; a type that says nothing leaves the word to the landlord, who also says then what rent is paid.
    static void Housing(FoyerMensuel foyer, LinkedPerson? applicant)
    {
        var family = foyer.Origine == Origine.Dossier ? applicant?.Family?.Record.Family : null;
        var (housing, rent) = (HousingOf(family?.Occupation), family?.RentCents);
        if (housing == Logement.Inconnu && applicant?.Landlord is { } landlord)
            (housing, rent) = (Logement.LocataireSocial, landlord.Record.Lease?.RentCents);
        foyer.Logement = housing;
        foyer.PaieUnLoyer = housing != Logement.Inconnu && rent is { } cents && MemberFacts.Euros(cents) > 0;
    }

    void Benefits(FoyerMensuel foyer, FamilyDossier dossier)
    {
        DroitConnu Right(string code) => MemberFacts.RowOf(dossier, code) is { } row ? MemberFacts.Right(row) : new DroitConnu(EtatDroit.Absent, -1);
        (foyer.Rsa, foyer.Ppa) = (Right("RSA"), Right("PPA"));
        foreach (var benefit in dossier.Benefits.Where(benefit => benefit.State == Benefit.Paid))
        {
            foyer.AahVersee |= benefit.Code == "AAH";
            foyer.PrestationVersee |= _dependOnComposition.Contains(benefit.Code);
            var since = benefit.Start is { } start ? month - YearMonth.Of(start) : Serie.Mois - 1;
            if (_housingAids.Contains(benefit.Code))
                foyer.Verser(Verse.AideLogement, MemberFacts.Euros(benefit.Cents ?? 0), since);
            else if (_family.TryGetValue(benefit.Code, out var kind))
                foyer.Verser(kind, MemberFacts.Euros(benefit.Cents ?? 0), since);
        }
    }

    static Logement HousingOf(string? occupation) => occupation switch
    {
        "LOC" => Logement.Locataire,
        "PRO" => Logement.Proprietaire,
        "ACC" => Logement.Accedant,
        "HGP" or "HCG" => Logement.Gratuit,
        "HOP" => Logement.GratuitAvecParticipation,
        "HOT" or "HCO" => Logement.FoyerLogement,
        _ => Logement.Inconnu,
    };
}
