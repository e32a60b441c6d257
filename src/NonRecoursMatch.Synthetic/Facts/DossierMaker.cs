using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>The CAF or MSA family dossier of a household, with the rare shapes that harm who matches naively: undeclared couples, two dossiers, no applicant.</summary>
internal sealed class DossierMaker(SourcePlan plan, YearMonth month)
{
    const double UndeclaredCouples = 0.2;
    const double WithoutApplicant = 0.01;
    const double SecondDossiers = 0.004;
    const double Transfers = 0.006;
    const double RecentTransfers = 0.6;

    /// <summary>Adds the dossier, if the household has one.</summary>
    /// <param name="totals">Pensions of each member, cents.</param>
    public void Add(Xoshiro random, HouseholdCase made, Means means, long[] totals)
    {
        var household = made.Household;
        var benefits = FamilyBenefits.Draw(random, household, means, month);
        var undeclared = random.Chance(UndeclaredCouples) && household.SocialTenant && household.Situation == "VIM";
        var withoutApplicant = random.Chance(WithoutApplicant) && household.Shape == HouseholdShape.CoupleWithChildren && !undeclared;
        var twice = random.Chance(SecondDossiers);
        if (benefits.Count == 0)
            return;
        var dossier = new FamilyDossier(household.Farm ? plan.MsaFamille : plan.Caf(household.Home.Departement), Number(household));
        dossier.Benefits.AddRange(benefits);
        made.Dossiers.Add(dossier);
        var shared = Shared(random, household, means, undeclared);
        for (var i = 0; i < household.Members.Count; i++)
        {
            var person = household.Members[i];
            if ((undeclared && person.Place == Place.Partner) || (withoutApplicant && person.Place == Place.Head))
                continue;
            var resources = person.Place == Place.Child ? [] : ResourceMaker.Draw(random, household, means, person, totals[i], month);
            Put(made, dossier, person, i + 1, Member(random, person, shared, resources));
        }

        if (twice)
            AddSecond(random, made);
    }

    // An old dossier at another body, in which the head is still the applicant.
    void AddSecond(Xoshiro random, HouseholdCase made)
    {
        var household = made.Household;
        var source = household.Farm ? plan.Caf(household.Home.Departement) : plan.MsaFamille;
        var dossier = new FamilyDossier(source, Number(household));
        dossier.Benefits.Add(new Benefit("ALS", 5, null, month.LastDay.AddDays(-random.Between(40, 900)), null));
        made.Dossiers.Add(dossier);
        Put(made, dossier, household.Head, 1, new FamilyMember("DEM") { Situation = "CEL", NationalityGroup = household.Head.Nationality.ToString(), Student = false, Occupation = "LOC" });
    }

    FamilyMember Shared(Xoshiro random, Household household, Means means, bool undeclared)
    {
        var situation = undeclared ? random.Pick("CEL", "SEF") : FamilySituation(random, household);
        var recent = situation is "ISO" or "SEF" or "DIV" or "SEL" or "VEU" && random.Chance(0.3);
        var transfer = random.Chance(Transfers);
        var days = random.Chance(RecentTransfers) ? random.Between(1, 88) : random.Between(95, 300);
        var (occupation, rent) = Housing.Draw(random, means.Tenure);
        return new FamilyMember("")
        {
            Situation = situation,
            SituationSince = random.Chance(0.04) ? null : month.LastDay.AddDays(-(recent ? random.Between(20, 500) : random.Between(600, 6000))),
            Occupation = occupation,
            RentCents = rent,
            TransferTo = transfer ? random.Pick("751", "441", "691") : "",
            TransferDate = transfer ? month.LastDay.AddDays(-days) : null,
        };
    }

    static FamilyMember Member(Xoshiro random, Person person, FamilyMember shared, List<ResourceRow> resources)
    {
        var nationality = random.Chance(0.03) ? "" : person.Nationality.ToString();
        var studies = random.Chance(person.Age < 30 ? 0.06 : 0.02) ? (bool?)null : person.Activity == Activity.Student;
        var alternating = random.Chance(0.04);
        var apprentice = random.Chance(0.05);
        return new FamilyMember(Role(person.Place))
        {
            Situation = shared.Situation,
            SituationSince = shared.SituationSince,
            Alternating = person.Place == Place.Child ? alternating && shared.Situation is "DIV" or "SEF" : null,
            NationalityGroup = nationality,
            Permit = person.Permit,
            Student = person.Place == Place.Child ? null : studies,
            Apprentice = person.Place == Place.Child ? null : apprentice && person is { Activity: Activity.Worker, Age: < 26 },
            Occupation = shared.Occupation,
            RentCents = shared.RentCents,
            TransferTo = shared.TransferTo,
            TransferDate = shared.TransferDate,
            Resources = resources,
        };
    }

    static void Put(HouseholdCase made, FamilyDossier dossier, Person person, int rank, FamilyMember member)
        => made.Records.Add(new SourceRecord
        {
            Source = dossier.Source,
            Person = person,
            Reference = string.Create(CultureInfo.InvariantCulture, $"{dossier.Matricule}|{rank}"),
            Group = dossier.Matricule,
            Commune = made.Household.Home.Code,
            Family = member,
        });

    static string Number(Household household) => household.Number.ToString("0000000", CultureInfo.InvariantCulture);

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
