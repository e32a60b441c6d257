using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>
/// What happens to a household between the month in which it was drawn and a later one, month by month. Each household and month has a stream of its
/// own, so the third month is the same whether one stops there or goes on; who the people are, and their references, never changes.
/// </summary>
internal sealed class Evolution(SourcePlan plan, TerritoryMap map, ulong seed, YearMonth since)
{
    const ulong Purpose = 4;
    const int MostMonths = 4096;

    /// <summary>Share of a year's or of a stock's events that falls in one month.</summary>
    const double OneMonth = 1.0 / 12;

    readonly LifeEvents _life = new(map);
    readonly OppositionMaker _oppositions = new(plan);

    /// <summary>Brings a household to a month.</summary>
    /// <param name="stays">No move: the household must stay known everywhere.</param>
    public void Apply(Xoshiro random, HouseholdCase made, YearMonth month, bool stays)
    {
        for (var passed = 1; passed <= month - since; passed++)
        {
            random.Reseed(seed, Purpose, ((ulong)made.Household.Number * MostMonths) + (ulong)passed);
            Step(random, made, since.AddMonths(passed), stays);
        }
    }

    void Step(Xoshiro random, HouseholdCase made, YearMonth month, bool stays)
    {
        ResourceEvolution.Step(random, made, month);
        DossierEvolution.Step(random, made, month);
        PayerEvolution.Step(random, made, month);
        if (!stays)
            _life.AddMoves(random, made, OneMonth);
        LifeEvents.AddDepartures(random, made, month, OneMonth);
        _oppositions.Add(random, made, month, OneMonth);
    }
}
