using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Oppositions, received by any body: by reference or by identity, to everything or to some benefits, sometimes by a body that does not hold the person.</summary>
internal sealed class OppositionMaker(SourcePlan plan)
{
    const double Everything = 0.006;
    const double Scoped = 0.004;
    static readonly (string Scope, int Mask)[] _scopes = [("C2S", 1), ("ASPA", 2), ("C2S+ASPA", 3), ("RSA", 4), ("RSA+PPA", 12)];

    /// <summary>Draws the oppositions of a household.</summary>
    /// <param name="share">Share of the usual rates that falls in the period.</param>
    public void Add(Xoshiro random, HouseholdCase made, YearMonth month, double share)
    {
        foreach (var person in made.Household.Members)
        {
            if (person.Place == Place.Child)
                continue;
            var everything = random.Chance(share * Everything);
            var scoped = random.Chance(share * Scoped);
            if (everything || scoped)
                made.Oppositions.Add(Draw(random, made, person, everything, month.LastDay.AddDays(-(share < 1 ? random.Below(month.LastDay.Day) : random.Between(1, 500)))));
        }
    }

    Opposition Draw(Xoshiro random, HouseholdCase made, Person person, bool everything, DateOnly date)
    {
        var records = made.Records.Where(record => ReferenceEquals(record.Person, person)).ToList();
        var (scope, mask) = everything ? ("toutes", Opposition.Everything) : _scopes[random.Below(_scopes.Length)];
        var channel = random.Pick("COURRIER", "COURRIEL", "ACCUEIL", "TELEPHONE");

        // A body may be told by somebody whom it does not hold; without a complete birth date no token would come of it.
        var stranger = records.Count == 0 || (person.Precision == BirthPrecision.Full && random.Chance(0.05));
        if (stranger)
            return new Opposition(plan.All[random.Below(plan.All.Count)], person, null, scope, mask, date, channel);
        var record = records[random.Below(records.Count)];
        var byReference = person.Precision != BirthPrecision.Full || random.Chance(0.7);
        return new Opposition(record.Source, person, byReference ? record : null, scope, mask, date, channel);
    }
}
