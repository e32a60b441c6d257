using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>What absence means, by the declarations of the payers: decided once for the month.</summary>
/// <param name="C2s">Every payer of C2S declares itself exhaustive.</param>
/// <param name="Aspa">Every pension fund does.</param>
/// <param name="EveryFund">No extract of a fund is missing: who is in none of them can be told.</param>
readonly record struct Exhaustivity(bool C2s, bool Aspa, bool EveryFund);

/// <summary>Merges the records of one person, fact by fact, in the agreement's order of belief (docs/facts.md).</summary>
sealed class PersonAssembly(Agreement agreement, FactRanks ranks, Exhaustivity exhaustive, YearMonth month)
{
    readonly PensionMerge _pensions = new(ranks);

    /// <summary>Merges; null when a record says that the person died or left.</summary>
    /// <param name="person">Person key.</param>
    /// <param name="records">In the order of birth facts.</param>
    public PersonFacts? Merge(Key128 person, ReadOnlySpan<RecordFacts> records)
    {
        var facts = new PersonFacts { Person = person, BirthMonth = -1, Dossier = RecordFacts.Unknown, Cover = RecordFacts.Unknown.Cover, LandlordSource = -1 };
        var (strong, payer, atPayer, atFund) = (false, -1, false, false);
        for (var i = 0; i < records.Length; i++)
        {
            ref readonly var record = ref records[i];
            if (record.Left)
                return null;
            facts.OpposedScope |= record.OpposedScope;
            strong |= record.Link == LinkKind.Strong;
            atPayer |= record.AtC2sPayer;
            atFund |= record.AtFund;
            if (facts.BirthMonth < 0)
                facts.BirthMonth = record.BirthMonth;
            facts.WeakFamily |= record.IsFamily && record.Weak;
            facts.Farmer |= record.Fund.Farmer;
            if (record.IsC2sPayer && (payer < 0 || (Active(record) && !Active(records[payer]))))
                payer = i;
            ChooseLandlord(ref facts, record);
        }

        if (payer >= 0)
            (facts.Cover, facts.WeakCover) = (records[payer].Cover, records[payer].Weak);
        facts.AbsentMeansNoC2s = !atPayer && strong && exhaustive.C2s;
        ChooseDossier(ref facts, records);
        ChooseRsa(ref facts, records);
        _pensions.Merge(ref facts, records);
        facts.AbsentMeansNoAspa = !atFund && strong && exhaustive.Aspa;
        facts.KnownToNoFund = exhaustive is { C2s: true, EveryFund: true } && KnownToNoFund(records);
        ChooseFoyer(ref facts, records, payer);
        return facts;
    }

    static void ChooseLandlord(ref PersonFacts facts, in RecordFacts record)
    {
        if (!record.IsLandlord)
            return;
        facts.AtLandlord = true;
        // The lease of which the person is a holder is preferred to one in which the person only lives.
        if (facts.LandlordSource >= 0 && (facts.Lease.Role != LeaseRole.Occupant || record.Lease.Role == LeaseRole.Occupant))
            return;
        (facts.LandlordSource, facts.Lease) = (record.Source, record.Lease);
    }

    /// <summary>An adult's record first, then a child's, then any; by the order of the situation.</summary>
    void ChooseDossier(ref PersonFacts facts, ReadOnlySpan<RecordFacts> records)
    {
        var best = (Grade: int.MaxValue, Rank: int.MaxValue);
        foreach (ref readonly var record in records)
        {
            if (!record.IsFamily)
                continue;
            var place = (Grade(record.Family.Role), ranks.Of(Fact.Situation, record.Source));
            if (!facts.Dossier.IsFamily || place.CompareTo(best) < 0)
                (facts.Dossier, best) = (record, place);
        }

        foreach (ref readonly var record in records)
            facts.TwoDossiers |= best.Grade == 0 && record.IsFamily && Grade(record.Family.Role) == 0 && record.Groupe != facts.Dossier.Groupe;

        static int Grade(Place role) => role switch { Place.Demandeur or Place.Conjoint => 0, Place.Enfant => 1, _ => 2 };
    }

    static void ChooseRsa(ref PersonFacts facts, ReadOnlySpan<RecordFacts> records)
    {
        (facts.Rsa, facts.RsaSince) = (facts.Dossier.IsFamily ? EtatDroit.Absent : EtatDroit.Inconnu, -1);
        var chosen = -1;
        for (var i = 0; i < records.Length; i++)
        {
            if (!records[i].IsFamily || records[i].Family.Rsa == EtatDroit.Absent)
                continue;
            if (chosen < 0 || (Paid(records[i]) && !Paid(records[chosen])))
                chosen = i;
        }

        if (chosen >= 0)
            (facts.Rsa, facts.RsaSince) = (Counts(records[chosen]) ? records[chosen].Family.Rsa : EtatDroit.Inconnu, records[chosen].Family.RsaSince);

        static bool Counts(in RecordFacts record) => record.Family.Role is Place.Demandeur or Place.Conjoint or Place.Enfant;

        static bool Paid(in RecordFacts record) => record.Family.Rsa == EtatDroit.Verse && Counts(record);
    }

    /// <summary>Held by a CCAS, by no caisse, with an identity that nobody else makes doubtful.</summary>
    bool KnownToNoFund(ReadOnlySpan<RecordFacts> records)
    {
        var ccas = false;
        foreach (ref readonly var record in records)
        {
            var kind = agreement.Sources[record.Source].Kind;
            if (kind is not (SourceKind.Ccas or SourceKind.Bailleur) || record.Link is not (LinkKind.Sole or LinkKind.Certain or LinkKind.Probable))
                return false;
            ccas |= kind == SourceKind.Ccas;
        }

        return ccas;
    }

    /// <summary>The dossier, else the lease of a holder, else the C2S foyer, else the person.</summary>
    static void ChooseFoyer(ref PersonFacts facts, ReadOnlySpan<RecordFacts> records, int payer)
    {
        (facts.Origin, facts.Foyer) = (Origine.Personne, facts.Person);
        if (payer >= 0 && records[payer].HasGroup)
            (facts.Origin, facts.Foyer) = (Origine.FoyerC2s, records[payer].Groupe);
        foreach (ref readonly var record in records)
        {
            if (facts.Zone == Rights.Foyers.Zone.Inconnue)
                (facts.Zone, facts.Border) = (record.Zone, record.Border);
            if (facts.Commune == 0)
                facts.Commune = record.Commune;
            if (record.IsLandlord && record.Source == facts.LandlordSource && record.Lease.Role != LeaseRole.Occupant && facts.Origin != Origine.Bail)
                (facts.Origin, facts.Foyer) = (Origine.Bail, record.Groupe);
        }

        if (facts.Dossier.IsFamily)
        {
            (facts.Origin, facts.Foyer, facts.Zone, facts.Border) = (Origine.Dossier, facts.Dossier.Groupe, facts.Dossier.Zone, facts.Dossier.Border);
            if (facts.Dossier.Commune != 0)
                facts.Commune = facts.Dossier.Commune;
        }
    }

    bool Active(in RecordFacts payer)
        => payer.Cover.State is C2sState.Free or C2sState.Contributive && (payer.Cover.End < 0 || payer.Cover.End >= month.LastDay.DayNumber);
}
