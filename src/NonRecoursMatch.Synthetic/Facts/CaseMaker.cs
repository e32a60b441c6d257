using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Decides which bodies know a household, and what each of them holds.</summary>
internal sealed class CaseMaker(SourcePlan plan, TerritoryMap map, YearMonth month)
{
    /// <summary>An RSA beneficiary in twenty is not (or no longer) in the payer's extract.</summary>
    const double AbsentFromPayer = 0.05;

    readonly DossierMaker _dossiers = new(plan, month);
    readonly PensionRecords _pensions = new(plan, month);
    readonly LocalRecords _local = new(plan);
    readonly LifeEvents _life = new(map);
    readonly OppositionMaker _oppositions = new(plan);

    /// <summary>Makes the records of a household.</summary>
    /// <param name="keepWhole">No move and no absence: deliberate homonyms must stay known to a caisse.</param>
    public HouseholdCase Make(Xoshiro random, Household household, bool keepWhole)
    {
        var means = Means.Draw(random, household);
        var made = new HouseholdCase(household) { Means = means };
        var totals = household.Members.Select(member => member.Activity == Activity.Pensioner ? PensionMaker.DrawTotal(random, household) : 0).ToArray();
        var aspa = household.Head.Activity == Activity.Pensioner ? PensionMaker.DrawAspa(random, household) : 'N';
        _dossiers.Add(random, made, means, totals);
        AddPayer(random, made, means, totals, aspa, keepWhole);
        _local.Add(random, made);
        if (!keepWhole)
            _life.AddMoves(random, made, 1);
        LifeEvents.AddDepartures(random, made, month, 1);
        _oppositions.Add(random, made, month, 1);
        return made;
    }

    void AddPayer(Xoshiro random, HouseholdCase made, Means means, long[] totals, char aspa, bool keepWhole)
    {
        var household = made.Household;
        var c2s = C2sMaker.Draw(random, household, means, made.Dossiers.Exists(dossier => dossier.RsaPaid), aspa == 'O', month);
        var group = c2s.State is 'G' or 'P' ? string.Create(CultureInfo.InvariantCulture, $"C{household.Number:0000000}") : "";
        for (var i = 0; i < household.Members.Count; i++)
        {
            var health = household.Shape switch
            {
                HouseholdShape.UnknownToCaisses => false,
                HouseholdShape.Domiciled => made.Dossiers.Count > 0 || random.Chance(0.4),
                _ => keepWhole || !random.Chance(means is { Need: Need.Rsa, TakesUp: true } ? AbsentFromPayer : 0.005),
            };
            _pensions.Add(random, made, means, household.Members[i], totals[i], aspa, health ? c2s : null, group);
        }
    }
}
