using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Puts a person's facts into the terms of the rules. No rule here: only what is known, in the engine's units.</summary>
static class MembreMaker
{
    public static Membre Make(int key, in PersonFacts person, ReadOnlySpan<MonthAmount> amounts, YearMonth month)
    {
        var family = person.Dossier.Family;
        var membre = new Membre
        {
            Cle = key,
            Naissance = person.BirthMonth,
            Etudiant = family.Student,
            Apprenti = family.Apprentice,
            Alternance = family.Alternating,
            Nationalite = family.Nationality,
            AnneesDeTitre = PermitYears(family.PermitDay, month),
            Exploitant = person.Farmer,
            Rsa = new DroitConnu(person.Rsa, person.RsaSince),
            DeuxDossiers = person.TwoDossiers,
            ConnuDAucuneCaisse = person.KnownToNoFund,
            C2s = new CouvertureC2s(person.Cover.State, person.Cover.End, person.Cover.Claim, person.Cover.Refusal, person.Cover.UnpaidUntil),
            AbsenceVautNonC2s = person.AbsentMeansNoC2s,
            Pension = person.HasPension ? Pension(person.Fund) : null,
            AbsenceVautNonAspa = person.AbsentMeansNoAspa,
            TitulairesDuBail = person.Lease.Role == LeaseRole.Occupant ? 0 : person.Lease.Holders,
            ChezUnBailleur = person.AtLandlord,
            LienFaibleFamille = person.WeakFamily,
            LienFaibleC2s = person.WeakCover,
            LienFaiblePension = person.WeakPension,
        };
        Resources(membre, family, amounts);
        return membre;
    }

    static void Resources(Membre membre, in FamilyFacts family, ReadOnlySpan<MonthAmount> amounts)
    {
        for (var k = 0; k < Serie.Mois; k++)
        {
            if ((family.MonthsKnown & (1u << k)) != 0)
                membre.Ressources.Connaitre(k);
            if ((family.MonthsUnknown & (1u << k)) != 0)
                membre.Ressources.Ignorer(k);
        }

        foreach (var amount in amounts)
        {
            if (amount.Table == AmountKind.Income)
                membre.Ressources.Ajouter(amount.Nature, amount.When, amount.Euros);
            else if (amount.Table == AmountKind.Profit)
                membre.BeneficesAgricoles[amount.When] = membre.BeneficesAgricoles.GetValueOrDefault(amount.When) + amount.Euros;
        }

        // The payer's own figure of a month, the sum of its rows, stands instead of what the dossier was told.
        var replaced = 0u;
        foreach (var amount in amounts)
        {
            if (amount.Table != AmountKind.Allowance)
                continue;
            if ((replaced & (1u << amount.When)) == 0)
                membre.Ressources.Remplacer(Revenu.Maternite, amount.When, 0);
            replaced |= 1u << amount.When;
            membre.Ressources.Ajouter(Revenu.Maternite, amount.When, amount.Euros);
        }
    }

    static PensionConnue Pension(in FundFacts fund) => new()
    {
        Couverture = fund.Complete ? PensionKnowledge.Complete : PensionKnowledge.Partial,
        Brute = fund.Complete ? fund.Total : fund.Own == RecordFacts.UnknownAmount ? 0 : fund.Own,
        Nette = fund.Complete && fund.NetTotal != RecordFacts.UnknownAmount ? fund.NetTotal : null,
        Situation = fund.Situation,
        Aspa = fund.Aspa,
        TauxPlein = fund.FullRate,
        CarriereEtranger = fund.ForeignCareer,
        EnFrance = fund.InFrance,
    };

    static int PermitYears(int day, YearMonth month)
    {
        if (day < 0)
            return -1;
        var (since, first) = (DateOnly.FromDayNumber(day), month.FirstDay);
        var years = first.Year - since.Year;
        return Math.Max(0, since.AddYears(years) > first ? years - 1 : years);
    }
}
