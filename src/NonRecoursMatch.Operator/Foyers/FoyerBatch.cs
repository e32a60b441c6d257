using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>A person to examine with its partner in the same dossier, if any.</summary>
sealed record Examined(PersonFacts Person, Holding[] Holdings, PersonFacts? Partner);

/// <summary>Fills the columns of the rights engine from persons. No rule here: only what is known, in the engine's units.</summary>
static class FoyerBatch
{
    /// <summary>One row per person whose dossier has an RSA row.</summary>
    public static C2sParRsaColumns ForC2s(IReadOnlyList<Examined> persons)
    {
        var columns = new C2sParRsaColumns(persons.Count);
        for (var i = 0; i < persons.Count; i++)
        {
            var (rsa, payer) = (persons[i].Person.RsaRecord, persons[i].Person.C2sRecord);
            var member = rsa.Role is DossierRole.Demandeur or DossierRole.Conjoint or DossierRole.Enfant;
            columns.Rsa[i] = member ? rsa.Rsa : RsaState.Unknown;
            columns.RsaSince[i] = rsa.RsaSince;
            columns.FoundAtPayer[i] = payer.IsC2sPayer;
            columns.C2s[i] = payer.C2s;
            columns.C2sEnd[i] = payer.C2sEnd;
            columns.Claim[i] = payer.Claim;
            columns.Refusal[i] = payer.Refusal;
            columns.UnpaidUntil[i] = payer.UnpaidUntil;
            columns.WeakLink[i] = rsa.Weak || payer.Weak;
        }

        return columns;
    }

    /// <summary>One row per pensioner.</summary>
    public static AspaColumns ForAspa(IReadOnlyList<Examined> persons, YearMonth month)
    {
        var columns = new AspaColumns(persons.Count);
        for (var i = 0; i < persons.Count; i++)
        {
            var (person, partner) = (persons[i].Person, persons[i].Partner);
            FillAdult(columns.First, i, person, month);
            if (partner is { } second)
                FillAdult(columns.Second, i, second, month);
            var dossier = DossierSituation(person, partner is not null);
            var pension = person.PensionRecord.PensionSituation;
            columns.Situation[i] = dossier != Situation.Unknown ? dossier : pension;
            columns.Divergence[i] = dossier != Situation.Unknown && pension != Situation.Unknown && (dossier == Situation.Seul) != (pension == Situation.Seul);
            columns.BenefitInPayment[i] = person.FamilyRecord.BenefitInPayment
                || person.PensionRecord.Aspa == AspaState.Paid || partner?.PensionRecord.Aspa == AspaState.Paid;
            columns.Mayotte[i] = person.PensionRecord.Mayotte;
            columns.WeakLink[i] = Weak(person) || (partner is { } other && Weak(other));
        }

        return columns;
    }

    static Situation DossierSituation(in PersonFacts person, bool hasPartner)
    {
        if (!person.FamilyRecord.IsFamily)
            return Situation.Unknown;
        if (hasPartner)
            return Situation.Couple;
        // A partner without an applicant: the applicant left the dossier, so who lives there is not known.
        return person.FamilyRecord.Role == DossierRole.Demandeur ? person.FamilyRecord.DossierSituation : Situation.Unknown;
    }

    static void FillAdult(AspaAdult adult, int row, in PersonFacts person, YearMonth month)
    {
        const double cents = 100;
        var (family, pension) = (person.FamilyRecord, person.PensionRecord);
        adult.Age[row] = person.BirthMonth < 0 ? -1 : (int)Math.Floor((month.Index - person.BirthMonth - 1) / 12d);
        adult.ResourcesKnown[row] = family.ResourcesKnown;
        adult.QuarterWages[row] = WageGrossing.Wages * family.Wages / cents;
        var aah = adult.Age[row] is >= 0 and < 65 ? family.Aah : 0;
        adult.OtherResources[row] = (family.OtherIncome + aah) / cents / 3;
        if (pension.IsPension)
        {
            adult.Pensions[row] = (pension.CompleteTotal ? pension.PensionTotal : pension.PensionOwn == RecordFacts.UnknownAmount ? 0 : pension.PensionOwn) / cents;
            adult.Knowledge[row] = pension.CompleteTotal ? PensionKnowledge.Complete : PensionKnowledge.Partial;
        }
        else if (family.ResourcesKnown)
        {
            adult.Pensions[row] = WageGrossing.Pensions * family.PensionIncome / cents / 3;
            adult.Knowledge[row] = PensionKnowledge.Complete;
        }

        adult.FullRate[row] = pension.FullRate;
        adult.ForeignCareer[row] = pension.ForeignCareer;
        adult.InFrance[row] = pension.InFrance;
        adult.Aspa[row] = pension.Aspa;
        adult.Nationality[row] = family.Nationality;
        adult.PermitYears[row] = PermitYears(family.PermitDay, month);
    }

    static int PermitYears(int day, YearMonth month)
    {
        if (day < 0)
            return -1;
        var (since, first) = (DateOnly.FromDayNumber(day), month.FirstDay);
        var years = first.Year - since.Year;
        return Math.Max(0, since.AddYears(years) > first ? years - 1 : years);
    }

    static bool Weak(in PersonFacts person)
        => (person.FamilyRecord.IsFamily && person.FamilyRecord.Weak) || (person.PensionRecord.IsPension && person.PensionRecord.Weak);
}
