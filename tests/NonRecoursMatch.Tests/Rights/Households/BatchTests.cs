using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;

namespace NonRecoursMatch.Tests.Rights.Households;

/// <summary>Rows are computed several at a time: what stands beside a household, how many there are, and where it stands must not change a bit of its result.</summary>
public class BatchTests
{
    static readonly LawShelf s_shelf = new(ReferenceData.Parameters);

    [Theory]
    [InlineData("2023-01")]
    [InlineData("2024-07")]
    [InlineData("2025-03")]
    [InlineData("2026-10")]
    public void Each_household_of_a_batch_gives_bit_for_bit_what_it_gives_alone(string month)
    {
        var households = Enumerable.Range(0, 1_013).Select(seed => RandomHousehold.Of(seed, month)).ToList();
        var (together, alone) = (new RightsEngine(), new RightsEngine());
        foreach (var size in (int[])[2, 3, 7, 64, 1_013])
        {
            together.Compute(Columns(households.Take(size)), s_shelf[YearMonth.Parse(month)]);
            for (var i = 0; i < size; i += 1 + (size / 100))
            {
                alone.Compute(Columns([households[i]]), s_shelf[YearMonth.Parse(month)]);
                Bits(together, i).ShouldBe(Bits(alone, 0), $"{i} of {size}: {households[i].ToJsonString()}");
            }
        }
    }

    [Fact]
    public void A_million_copies_of_a_household_give_its_result_each()
    {
        var household = RandomHousehold.Of(35, "2026-07");
        var (together, alone) = (new RightsEngine(), new RightsEngine());
        alone.Compute(Columns([household]), s_shelf[YearMonth.Of(2026, 7)]);
        var expected = Bits(alone, 0);
        var columns = Columns(Enumerable.Repeat(household, 1_000));
        for (var thousand = 0; thousand < 1_000; thousand++)
        {
            together.Compute(columns, s_shelf[YearMonth.Of(2026, 7)]);
            for (var i = 0; i < 1_000; i++)
            {
                if (!Bits(together, i).AsSpan().SequenceEqual(expected))
                    Bits(together, i).ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void An_empty_batch_has_no_result()
    {
        var engine = new RightsEngine();
        engine.Compute(Columns([RandomHousehold.Of(1, "2026-07")]), s_shelf[YearMonth.Of(2026, 7)]);
        var none = new FoyerColumns();
        none.Clear(YearMonth.Of(2026, 7));
        engine.Compute(none, s_shelf[YearMonth.Of(2026, 7)]);
        engine.Rsa.Length.ShouldBe(0);
        engine.C2s.Statut.Length.ShouldBe(0);
    }

    [Fact]
    public void Asi_paid_where_the_law_is_another_is_computed_without_it()
    {
        var household = (JsonObject)JsonNode.Parse("""{"id":"m","month":"2026-07","depcom":"97608","housing":"tenant","adults":[{"birth":"1980-01-01","asi":200}],"children":[]}""")!;
        var result = RandomHousehold.Result(household);
        ((string?)result["verdict"]!["asi"]).ShouldBe("non_calculable");
        result["asi"].ShouldBeNull();
    }

    static FoyerColumns Columns(IEnumerable<JsonObject> households)
    {
        var (columns, reader, first) = (new FoyerColumns(), new HouseholdReader(_ => true), true);
        foreach (var json in households)
        {
            var household = new Household();
            reader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), household);
            var month = household.Month!.Value;
            if (first)
                columns.Clear(month);
            first = false;
            household.Place(month);
            HouseholdColumns.Add(columns, household, s_shelf[month]);
        }

        return columns;
    }

    static long[] Bits(RightsEngine engine, int row)
        => [.. new[]
        {
            engine.Rsa[row], engine.Ppa[row], engine.Aspa[row], engine.Asi[row],
            engine.C2s.Statut[row], engine.C2s.Participation[row], engine.C2s.Ressources[row], engine.C2s.Plafond[row],
        }.Select(BitConverter.DoubleToInt64Bits)];
}
