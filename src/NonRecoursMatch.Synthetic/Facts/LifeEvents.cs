using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Deaths, exits and moves, each known to some bodies and not yet to others.</summary>
internal sealed class LifeEvents(TerritoryMap map)
{
    const double Moves = 0.01;
    const double Separations = 0.003;
    const double KnowsTheMove = 0.6;
    const double Exits = 0.006;

    /// <summary>Draws the moves of a household, or of one of its members, out of the perimeter.</summary>
    /// <param name="share">Share of the usual rates that falls in the period.</param>
    public void AddMoves(Xoshiro random, HouseholdCase made, double share)
    {
        if (random.Chance(share * Moves))
            Move(random, made.Records);
        foreach (var person in made.Household.Members)
        {
            if (random.Chance(share * Separations))
                Move(random, [.. made.Records.Where(record => ReferenceEquals(record.Person, person))]);
        }
    }

    /// <summary>Draws exits and deaths.</summary>
    /// <param name="share">Share of the usual rates that falls in the period.</param>
    public static void AddDepartures(Xoshiro random, HouseholdCase made, YearMonth month, double share)
    {
        foreach (var person in made.Household.Members)
        {
            var exits = random.Chance(share * Exits);
            var dies = random.Chance(share * DeathRate(person));
            var records = exits || dies ? RecordsOf(made, person) : [];
            if (records.Count == 0)
                continue;
            if (exits)
                records[random.Below(records.Count)].Left = Recent(random, month);
            if (dies)
                Die(random, records, Recent(random, month));
        }
    }

    void Move(Xoshiro random, List<SourceRecord> records)
    {
        if (map.Outside.Count == 0)
            return;
        var elsewhere = map.Outside[random.Below(map.Outside.Count)].Code;
        foreach (var body in records.GroupBy(record => record.Source.Index))
        {
            if (!random.Chance(KnowsTheMove))
                continue;
            foreach (var record in body)
                record.Commune = elsewhere;
        }
    }

    static void Die(Xoshiro random, List<SourceRecord> records, DateOnly day)
    {
        var first = random.Below(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            if (i == first || random.Chance(0.5))
                records[i].Death = day;
        }
    }

    // A landlord learns late: the lease still names the person, and is not where a departure is read.
    static List<SourceRecord> RecordsOf(HouseholdCase made, Person person)
        => [.. made.Records.Where(record => ReferenceEquals(record.Person, person) && record.Lease is null)];

    static double DeathRate(Person person) => person.Age switch { > 75 => 0.008, > 60 => 0.002, _ => 0.0003 };

    static DateOnly Recent(Xoshiro random, YearMonth month) => month.LastDay.AddDays(-random.Between(1, 60));
}
