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

    readonly PensionRecords _pensions = new(plan);
    readonly LocalRecords _local = new(plan);
    readonly LifeEvents _life = new(map, month);
    readonly OppositionMaker _oppositions = new(plan, month);

    /// <summary>Makes the records of a household.</summary>
    /// <param name="keepWhole">No move and no absence: deliberate homonyms must stay known to a caisse.</param>
    public HouseholdCase Make(Xoshiro random, Household household, bool keepWhole)
    {
        var made = new HouseholdCase(household);
        var totals = household.Members.Select(member => member.Activity == Activity.Pensioner ? PensionMaker.DrawTotal(random, household) : 0).ToArray();
        var aspa = household.Head.Activity == Activity.Pensioner ? PensionMaker.DrawAspa(random, household) : 'N';
        AddDossier(random, made, totals);
        AddPayer(random, made, totals, aspa, keepWhole);
        _local.Add(random, made);
        _life.Add(random, made, keepWhole);
        _oppositions.Add(random, made);
        return made;
    }

    void AddDossier(Xoshiro random, HouseholdCase made, long[] totals)
    {
        var household = made.Household;
        var benefits = FamilyBenefits.Draw(random, household, month);
        if (benefits.Count == 0)
            return;
        var source = household.Farm ? plan.MsaFamille : plan.Caf(household.Home.Departement);
        var dossier = new FamilyDossier(source, household.Number.ToString("0000000", CultureInfo.InvariantCulture));
        dossier.Benefits.AddRange(benefits);
        made.Dossier = dossier;
        var situation = FamilySituation(random, household);
        for (var i = 0; i < household.Members.Count; i++)
        {
            var person = household.Members[i];
            var adult = person.Place != Place.Child;
            var resources = adult ? ResourceMaker.Draw(random, household, person, totals[i], month) : [];
            var nationality = random.Chance(0.03) ? "" : person.Nationality.ToString();
            made.Records.Add(new SourceRecord
            {
                Source = source,
                Person = person,
                Reference = string.Create(CultureInfo.InvariantCulture, $"{dossier.Matricule}|{i + 1}"),
                Group = dossier.Matricule,
                Commune = household.Home.Code,
                Family = new FamilyMember(Role(person.Place), situation, nationality, person.Permit, resources),
            });
        }
    }

    void AddPayer(Xoshiro random, HouseholdCase made, long[] totals, char aspa, bool keepWhole)
    {
        var household = made.Household;
        var c2s = C2sMaker.Draw(random, household, made.Dossier, aspa == 'O', month);
        var group = c2s.State is 'G' or 'P' ? string.Create(CultureInfo.InvariantCulture, $"C{household.Number:0000000}") : "";
        for (var i = 0; i < household.Members.Count; i++)
        {
            var person = household.Members[i];
            var health = household.Shape switch
            {
                HouseholdShape.UnknownToCaisses => false,
                HouseholdShape.Domiciled => made.Dossier is not null || random.Chance(0.4),
                _ => keepWhole || !random.Chance(made.Dossier?.RsaPaid == true ? AbsentFromPayer : 0.005),
            };
            _pensions.Add(random, made, person, totals[i], aspa, health ? c2s : null, group);
        }
    }

    static string Role(Place place) => place switch
    {
        Place.Head => "DEM",
        Place.Partner => "CJT",
        Place.Child => "ENF",
        _ => "AUT",
    };

    // Rarely the dossier keeps a couple's situation after a death or separation, or a code that says neither alone nor in a couple.
    static string FamilySituation(Xoshiro random, Household household)
    {
        var alone = household.Partner is null;
        return random.PickWeighted([96, 2.5, 1.5]) switch
        {
            1 when alone => "MAR",
            2 => alone ? "ABA" : random.Pick("RVC", "RVM"),
            _ => household.Situation,
        };
    }
}
