using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What some extract holds of a pensioner and partner, put into the columns of the rule.</summary>
internal static class TrueAspa
{
    static readonly string[] _dependOnComposition = ["RSA", "PPA", "ALF", "ALS", "APL", "ASF", "AAH"];

    /// <summary>Fills row <paramref name="at"/>.</summary>
    /// <param name="partner">The other adult of the person's dossier, or null.</param>
    public static void Fill(AspaColumns columns, int at, LinkedPerson person, LinkedPerson? partner, IReadOnlyList<FamilyDossier> dossiers, YearMonth month)
    {
        FillAdult(columns.First, at, person, month);
        if (partner is not null)
            FillAdult(columns.Second, at, partner, month);
        var adult = person.AdultRecord;
        var declared = adult is null ? Situation.Unknown
            : partner is not null ? Situation.Couple
            : adult.Record.Family!.Role == "DEM" ? Alone(adult.Record.Family.Situation)
            : Situation.Unknown;
        var known = person.Pensions.Select(pension => pension.Held.CompositionWithheld ? Situation.Unknown : Alone(pension.Facts.Situation)).FirstOrDefault(situation => situation != Situation.Unknown);
        columns.Situation[at] = declared != Situation.Unknown ? declared : known;
        columns.Divergence[at] = declared != Situation.Unknown && known != Situation.Unknown && (declared == Situation.Seul) != (known == Situation.Seul);
        var dossier = adult is null ? null : dossiers.First(one => one.Matricule == adult.Record.Group && one.Source.Index == adult.Record.Source.Index);
        columns.BenefitInPayment[at] = dossier?.Benefits.Exists(benefit => benefit.State == 2 && _dependOnComposition.Contains(benefit.Code)) == true
            || columns.First.Aspa[at] == AspaState.Paid || columns.Second.Aspa[at] == AspaState.Paid;
        columns.Mayotte[at] = person.Pensions.First().Held.Record.Commune.StartsWith("976", StringComparison.Ordinal);
        columns.WeakLink[at] = false;
    }

    static void FillAdult(AspaAdult adult, int at, LinkedPerson person, YearMonth month)
    {
        adult.Age[at] = Age(person, month);
        if (person.AdultRecord?.Record.Family is { } family)
            FillFamily(adult, at, family, month);
        var pensions = person.Pensions.Select(pension => pension.Facts).ToList();
        if (pensions.Count > 0)
        {
            var complete = pensions.Find(pension => pension.TotalCents is not null);
            adult.Knowledge[at] = complete is null ? PensionKnowledge.Partial : PensionKnowledge.Complete;
            adult.Pensions[at] = complete is null ? pensions.Sum(pension => Euros(pension.OwnCents)) : Euros(complete.TotalCents!.Value);
        }

        adult.FullRate[at] = First(pensions.Select(pension => pension.FullRate));
        adult.ForeignCareer[at] = First(pensions.Select(pension => pension.ForeignCareer));
        adult.InFrance[at] = First(pensions.Select(pension => pension.Country.Length == 0 ? (bool?)null : pension.Country == "FR"));
        var states = pensions.Select(pension => pension.Aspa).ToList();
        adult.Aspa[at] = states.Count == 0 ? AspaState.Unknown : states.MaxBy("NRDO".IndexOf) switch
        {
            'O' => AspaState.Paid,
            'D' => AspaState.Pending,
            'R' => AspaState.Refused,
            _ => AspaState.None,
        };
    }

    static void FillFamily(AspaAdult adult, int at, FamilyMember family, YearMonth month)
    {
        adult.Nationality[at] = family.NationalityGroup switch { "F" => Nationality.French, "E" => Nationality.Eea, "A" => Nationality.Other, _ => Nationality.Unknown };
        if (family.Permit is { } since)
        {
            var years = month.FirstDay.Year - since.Year;
            adult.PermitYears[at] = Math.Max(0, since.AddYears(years) > month.FirstDay ? years - 1 : years);
        }

        var quarter = family.Resources.Where(row => month - row.Month is >= 1 and <= 3).ToList();
        if (quarter.Exists(row => !row.Known) || quarter.Select(row => row.Month).Distinct().Count() < 3)
            return;
        double Sum(params string[] natures) => quarter.Where(row => natures.Contains(row.Nature)).Sum(row => Euros(row.Cents ?? 0));
        adult.ResourcesKnown[at] = true;
        adult.QuarterWages[at] = 1.28 * Sum("SALAIRE");
        var aah = adult.Age[at] is >= 0 and < 65 ? Sum("AAH") : 0;
        adult.OtherResources[at] = (aah + Sum(
            "CHOMAGE", "IJ_MALADIE", "IJ_MATERNITE", "IJ_AT", "INVALIDITE", "PENSION_ALIMENTAIRE", "ASS", "FORMATION", "CAPITAL", "FONCIER", "EXCEPTIONNEL", "TNS")) / 3;
        adult.Knowledge[at] = PensionKnowledge.Complete;
        adult.Pensions[at] = 1.10 * Sum("PENSION") / 3;
    }

    static int Age(LinkedPerson person, YearMonth month)
    {
        var born = person.Records[0].Record.Person;
        return born.Precision == BirthPrecision.NoDayNoMonth ? -1 : (month - YearMonth.Of(born.Birth) - 1) / 12;
    }

    static Situation Alone(string code) => code switch
    {
        "CEL" or "DIV" or "SEF" or "SEL" or "VEU" or "ISO" => Situation.Seul,
        "MAR" or "PAC" or "VIM" => Situation.CoupleConjointInconnu,
        _ => Situation.Unknown,
    };

    static Ternary First(IEnumerable<bool?> values)
        => values.FirstOrDefault(value => value is not null) is { } known ? known ? Ternary.Yes : Ternary.No : Ternary.Unknown;

    /// <summary>Amounts leave a body rounded to the euro, half away from zero.</summary>
    static double Euros(long cents) => (double)Math.Round(cents / 100m, MidpointRounding.AwayFromZero);
}
