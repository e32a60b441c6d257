using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>
/// Pensions of a pensioner. About one in twelve pensioners of 65 and over lives below the ceiling of ASPA; half of them receive it.
/// </summary>
internal static class PensionMaker
{
    const double LowPensionLevel = 0.1;
    const double AspaTakeUp = 0.5;
    const double CompleteTotal = 0.72;

    /// <summary>Gross monthly pensions of all schemes, in cents. Poor households are poor together.</summary>
    public static long DrawTotal(Xoshiro random, Household household)
    {
        if (household.Level < LowPensionLevel)
            return household.Partner is null ? random.Between(15000, 98000) : random.Between(8000, 74000);
        var euros = 850 + (household.Level * 1700) + (random.Unit() * 700);
        return (long)(euros * (household.Partner is null ? 100 : 90));
    }

    /// <summary>State of ASPA of a household at its pension fund.</summary>
    public static char DrawAspa(Xoshiro random, Household household)
    {
        if (household.Level >= LowPensionLevel || household.Head.Age < 65)
            return 'N';
        if (random.Chance(AspaTakeUp))
            return 'O';
        return random.PickWeighted([88, 7, 5]) switch { 0 => 'N', 1 => 'D', _ => 'R' };
    }

    /// <summary>What one scheme holds.</summary>
    /// <param name="total">All schemes, cents.</param>
    /// <param name="share">Share of this scheme, 0–1.</param>
    /// <param name="aspa">ASPA at the fund that pays it, else N.</param>
    public static PensionFacts Draw(Xoshiro random, Household household, Person person, long total, double share, char aspa)
    {
        var abroad = person.BirthPlace.StartsWith("99", StringComparison.Ordinal);
        var couple = household.Partner is not null;
        var situation = household.Situation == "ISO" ? "SEF" : household.Situation;
        if (random.Chance(0.03))
            situation = couple ? random.Pick("VEU", "CEL") : "MAR";
        var fullRate = random.PickWeighted([88, 8, 4]);
        var foreign = random.PickWeighted(abroad ? [45, 45, 10] : [4, 93, 3]);
        return new PensionFacts(
            random.PickWeighted([97.5, 0.5, 2]) switch { 0 => "FR", 1 => random.Pick("PT", "DZ", "ES"), _ => "" },
            random.Chance(0.05) ? "" : situation,
            random.PickWeighted([85, 15]) == 0 ? couple : null,
            (long)(total * share),
            random.Chance(CompleteTotal) ? total : null,
            aspa,
            fullRate == 2 ? null : fullRate == 0,
            foreign == 2 ? null : foreign == 0);
    }
}
