using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Makes foyers, as the rules read them, of the persons that share a dossier, a lease or a C2S foyer (docs/facts.md).</summary>
sealed class FoyerAssembly(FactRanks ranks, YearMonth month, Action<FoyerMensuel> made)
{
    const int Adult = 25;
    const int TransferDays = 90;
    const int RecentMonths = 18;

    /// <summary>Makes the foyers of persons with one key: one, or one each where no couple can be told.</summary>
    public void Make(IReadOnlyList<(PersonFacts Person, Membre Membre)> persons)
    {
        if (persons[0].Person.Origin == Origine.Dossier)
            Dossier(persons);
        else if (Together(persons))
            made(Elsewhere(persons, persons[0].Person.Origin));
        else
            EachAlone(persons);
    }

    void Dossier(IReadOnlyList<(PersonFacts Person, Membre Membre)> persons)
    {
        var applicant = persons[0].Person;
        foreach (var (person, membre) in persons)
        {
            membre.Place = person.Dossier.Family.Role;
            if (membre.Place == Place.Demandeur && applicant.Dossier.Family.Role != Place.Demandeur)
                applicant = person;
        }

        var known = applicant.Dossier.Family.Role == Place.Demandeur;
        var family = applicant.Dossier.Family;
        var foyer = new FoyerMensuel
        {
            Origine = Origine.Dossier,
            Source = applicant.Dossier.Source,
            Situation = known ? family.Situation : default,
            Maries = known && family.Married,
            IsolementRecent = known && family.Isolated && Recent(family.SituationDay),
            Etablissement = known && family.Collective,
            Mutation = known && family.TransferDay >= 0 && Math.Abs(month.LastDay.DayNumber - family.TransferDay) <= TransferDays,
            Zone = applicant.Zone,
            Frontalier = applicant.Border,
            Rsa = new DroitConnu(family.Rsa, family.RsaSince),
            Ppa = new DroitConnu(family.Ppa, family.PpaSince),
            AahVersee = family.AahPaid,
            PrestationVersee = family.BenefitPaid,
        };
        foreach (var (_, membre) in persons)
            foyer.Membres.Add(membre);
        House(foyer, applicant, known);
        made(foyer);
    }

    /// <summary>Housing, rent and housing aid, each by the agreement's order; then what the dossier is paid.</summary>
    void House(FoyerMensuel foyer, in PersonFacts applicant, bool known)
    {
        var family = applicant.Dossier.Family;
        var (own, landlord) = (applicant.Dossier.Source, applicant.LandlordSource);
        var dossierKnows = known && family.Housing != Logement.Inconnu;
        var landlordKnows = known && applicant.AtLandlord;
        if (dossierKnows && (!landlordKnows || ranks.Of(Fact.Housing, own) < ranks.Of(Fact.Housing, landlord)))
            (foyer.Logement, foyer.PaieUnLoyer) = (family.Housing, family.Rent > 0);
        else if (landlordKnows)
            (foyer.Logement, foyer.PaieUnLoyer) = (Logement.LocataireSocial, applicant.Lease.Rent > 0);

        for (var kind = 0; kind < 6; kind++)
        {
            if ((Verse)kind != Verse.AideLogement && family.Paid[kind].Euros > 0)
                foyer.Verser((Verse)kind, family.Paid[kind].Euros, family.Paid[kind].Since);
        }

        var paid = family.Paid[(int)Verse.AideLogement];
        var aid = landlordKnows ? applicant.Lease.Aid : RecordFacts.UnknownAmount;
        if (paid.Euros > 0 && (aid <= 0 || ranks.Of(Fact.HousingAid, own) < ranks.Of(Fact.HousingAid, landlord)))
            foyer.Verser(Verse.AideLogement, paid.Euros, paid.Since);
        else if (aid > 0)
            foyer.Verser(Verse.AideLogement, aid, Serie.Mois - 1);
    }

    /// <summary>Whether those of one lease or C2S foyer make one foyer; if so gives them their places.</summary>
    bool Together(IReadOnlyList<(PersonFacts Person, Membre Membre)> persons)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < persons.Count; i++)
        {
            var lease = persons[i].Person.Origin == Origine.Bail;
            var leads = lease ? persons[i].Person.Lease.Role == LeaseRole.Holder : persons[i].Membre.Age(month) >= Adult && first < 0;
            var follows = lease ? persons[i].Person.Lease.Role == LeaseRole.CoHolder : persons[i].Membre.Age(month) >= Adult && !leads;
            if ((leads && first >= 0) || (follows && second >= 0))
                return false;
            if (leads)
                first = i;
            else if (follows)
                second = i;
        }

        if (first < 0)
            return false;
        for (var i = 0; i < persons.Count; i++)
            persons[i].Membre.Place = i == first ? Place.Demandeur : i == second ? Place.Conjoint : Place.Enfant;
        return true;
    }

    void EachAlone(IReadOnlyList<(PersonFacts Person, Membre Membre)> persons)
    {
        foreach (var one in persons)
        {
            one.Membre.Place = Place.Demandeur;
            made(Elsewhere([one], Origine.Personne));
        }
    }

    static FoyerMensuel Elsewhere(IReadOnlyList<(PersonFacts Person, Membre Membre)> persons, Origine origin)
    {
        var head = persons[0].Person;
        foreach (var (person, membre) in persons)
        {
            if (membre.Place == Place.Demandeur)
                head = person;
        }

        var foyer = new FoyerMensuel { Origine = origin, Zone = head.Zone, Frontalier = head.Border };
        foreach (var (_, membre) in persons)
            foyer.Membres.Add(membre);
        if (!head.AtLandlord)
            return foyer;
        (foyer.Logement, foyer.PaieUnLoyer) = (Logement.LocataireSocial, head.Lease.Rent > 0);
        if (head.Lease.Aid > 0)
            foyer.Verser(Verse.AideLogement, head.Lease.Aid, Serie.Mois - 1);
        return foyer;
    }

    bool Recent(int day) => day >= 0 && DateOnly.FromDayNumber(day).AddMonths(RecentMonths) > month.FirstDay;
}
