using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Tests.Rights.Households;

namespace NonRecoursMatch.Tests.Rights;

/// <summary>ASPA is worked out in two places: for what a month knows of a pensioner, and for described households. Both must say the same amount.</summary>
public class AspaAgreement
{
    const int Count = 5_000;

    [Theory]
    [InlineData("2023-03")]
    [InlineData("2024-06")]
    [InlineData("2026-01")]
    [InlineData("2026-10")]
    public void The_month_and_the_described_household_give_the_same_amount(string text)
    {
        var month = YearMonth.Parse(text);
        var random = new Random(2026);
        var foyers = new AspaColumns(Count);
        List<JsonObject> households = [];
        for (var row = 0; row < Count; row++)
        {
            // The row of the month is about the first adult, who meets the conditions; a partner may or may not.
            var couple = random.Next(2) == 0;
            foyers.Situation[row] = couple ? Situation.Couple : Situation.Seul;
            var adults = new JsonArray(Adult(random, foyers.First, row, month, youngest: 65, permit: 10));
            if (couple)
                adults.Add(Adult(random, foyers.Second, row, month, youngest: 40, permit: 8));
            households.Add(new JsonObject { ["id"] = $"h{row}", ["month"] = text, ["depcom"] = "35238", ["housing"] = "owner", ["adults"] = adults });
        }

        AspaRule.Compute(foyers, new LawBook(ReferenceData.Parameters, month), 15);
        var described = RandomHousehold.Results(households);

        foyers.Amount.Count(amount => amount > 0).ShouldBeInRange(Count / 10, Count * 9 / 10);
        for (var row = 0; row < Count; row++)
            ((double?)described[row]["aspa"] ?? 0).ShouldBe(foyers.Amount[row], 0.0101, households[row].ToJsonString());
    }

    static JsonObject Adult(Random random, AspaAdult adult, int row, YearMonth month, int youngest, int permit)
    {
        var foreign = random.Next(4) == 0;
        var wage = random.Next(3) == 0 ? random.Next(1500) : 0;
        adult.Age[row] = random.Next(youngest, 90);
        adult.Pensions[row] = random.Next(1600);
        adult.Knowledge[row] = PensionKnowledge.Complete;
        adult.QuarterWages[row] = 3 * wage;
        adult.OtherResources[row] = random.Next(3) == 0 ? random.Next(300) : 0;
        adult.ResourcesKnown[row] = true;
        adult.InFrance[row] = Ternary.Yes;
        adult.Aspa[row] = AspaState.None;
        adult.Nationality[row] = foreign ? Nationality.Other : Nationality.French;
        adult.PermitYears[row] = foreign ? random.Next(permit, 13) : -1;
        return new JsonObject
        {
            ["birth"] = $"{month.Year - adult.Age[row]}-{month.Month:00}-01",
            ["pension_gross"] = adult.Pensions[row],
            ["pension_net"] = adult.Pensions[row],
            ["wage_gross"] = wage,
            ["alimony_received"] = adult.OtherResources[row],
            ["nationality"] = foreign ? "DZ" : "FR",
            ["permit_years"] = foreign ? adult.PermitYears[row] : 0,
        };
    }
}
