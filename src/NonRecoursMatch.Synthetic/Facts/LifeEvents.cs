using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Deaths, exits and moves, each known to some bodies and not yet to others.</summary>
internal sealed class LifeEvents(TerritoryMap map, YearMonth month)
{
    const double Moves = 0.01;
    const double Separations = 0.003;
    const double KnowsTheMove = 0.6;
    const double Exits = 0.006;

    /// <summary>Draws the events of a household.</summary>
    /// <param name="stays">No move: the household must stay known everywhere.</param>
    public void Add(Xoshiro random, HouseholdCase made, bool stays)
    {
        if (random.Chance(Moves) && !stays)
            Move(random, made.Records);
        foreach (var person in made.Household.Members)
        {
            var records = made.Records.Where(record => ReferenceEquals(record.Person, person)).ToList();
            if (records.Count == 0)
                continue;
            if (random.Chance(Separations) && !stays)
                Move(random, records);
            if (random.Chance(Exits))
                records[random.Below(records.Count)].Left = Recent(random);
            if (random.Chance(person.Age > 75 ? 0.008 : person.Age > 60 ? 0.002 : 0.0003))
                Die(random, records);
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

    void Die(Xoshiro random, List<SourceRecord> records)
    {
        var day = Recent(random);
        var first = random.Below(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            if (i == first || random.Chance(0.5))
                records[i].Death = day;
        }
    }

    DateOnly Recent(Xoshiro random) => month.LastDay.AddDays(-random.Between(1, 60));
}
