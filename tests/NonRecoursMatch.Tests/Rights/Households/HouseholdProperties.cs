using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace NonRecoursMatch.Tests.Rights.Households;

public class HouseholdProperties
{
    static readonly string[] s_benefits = ["rsa", "ppa", "aspa", "asi"];

    [Fact]
    public void More_capital_income_of_an_adult_never_raises_rsa_or_aspa_nor_improves_c2s() => Prop.ForAll<int, byte>((seed, more) =>
    {
        var (poorer, richer) = (RandomHousehold.Of(seed), RandomHousehold.Of(seed));
        foreach (var household in (JsonObject[])[poorer, richer])
            household["adults"]![0]!.AsObject()["rental_income"] = 0;
        richer["adults"]![0]!["rental_income"] = (int)more;
        var (less, better) = (RandomHousehold.Result(richer), RandomHousehold.Result(poorer));
        return Number(less, "rsa") <= Number(better, "rsa") + 0.01 && Number(less, "aspa") <= Number(better, "aspa") + 0.01 && Rank(less) <= Rank(better);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_household_gives_the_same_alone_as_among_a_thousand_others_on_two_threads() => Prop.ForAll<int>(seed =>
    {
        var one = RandomHousehold.Result(RandomHousehold.Of(seed)).ToJsonString();
        var many = RandomHousehold.Results(Enumerable.Range(0, 1_000).Select(i => RandomHousehold.Of(i % 3 == 0 ? seed : seed + i)), threads: 2);
        return many.Where((_, i) => i % 3 == 0).All(result => result.ToJsonString() == one);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void The_order_of_adults_and_children_is_irrelevant() => Prop.ForAll<int>(seed =>
    {
        var (household, turned) = (RandomHousehold.Of(seed), RandomHousehold.Of(seed));
        foreach (var list in (string[])["adults", "children"])
            turned[list] = new JsonArray([.. turned[list]!.AsArray().Reverse().Select(person => person!.DeepClone())]);
        var (straight, reversed) = (RandomHousehold.Result(household), RandomHousehold.Result(turned));
        return s_benefits.All(benefit => Math.Abs(Number(straight, benefit) - Number(reversed, benefit)) < 0.011) && Rank(straight) == Rank(reversed)
            && straight["verdict"]!.ToJsonString() == reversed["verdict"]!.ToJsonString();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_is_no_right_without_residence() => Prop.ForAll<int>(seed =>
    {
        var household = RandomHousehold.Of(seed);
        household["depcom"] = "99109";
        var result = RandomHousehold.Result(household);
        return s_benefits.All(benefit => Number(result, benefit) == 0) && (string?)result["c2s"] == "none"
            && result["verdict"]!.AsObject().All(verdict => (string?)verdict.Value == "non_eligible");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_are_zero_or_above_the_minimum_paid_and_under_what_the_law_can_give() => Prop.ForAll<int>(seed =>
    {
        var result = RandomHousehold.Result(RandomHousehold.Of(seed));
        return Number(result, "rsa") is 0 or (>= 6 and < 3000) && Number(result, "ppa") is 0 or (>= 15 and < 3000) && Number(result, "aspa") is >= 0 and < 1700
            && Number(result, "asi") is >= 0 and < 1700 && (Number(result, "c2s_participation") > 0) == ((string?)result["c2s"] == "contributive");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_estimated_or_missing_is_presumed() => Prop.ForAll<int>(seed =>
    {
        var household = RandomHousehold.Of(seed);
        household["month"] = "2026-10";
        var result = RandomHousehold.Result(household);
        var free = Number(result, "rsa") > 0;
        return (free || (string?)result["verdict"]!["c2s"] is not ("presume" or "certain")) && (string?)result["verdict"]!["asi"] is not ("presume" or "certain")
            && ((string?)household["housing"] != "unknown" || (string?)result["verdict"]!["rsa"] != "presume");
    }).QuickCheckThrowOnFailure();

    static double Number(JsonObject result, string name) => (double?)result[name] ?? 0;

    static int Rank(JsonObject result) => (string?)result["c2s"] switch { "free" => 2, "contributive" => 1, _ => 0 };
}
