using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Tests.Rights.Households;

namespace NonRecoursMatch.Tests.Rights;

public sealed class ExplanationTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "Montant forfaitaire")]
    [InlineData(false, "Flat amount")]
    public void Each_step_has_a_name_an_article_and_a_value(bool french, string label)
    {
        var household = """{"id":"a","month":"2026-07","depcom":"35236","housing":"owner","adults":[{"birth":"1980-01-01","wage_net":200}],"children":[]}""";
        File.WriteAllText(_folder["h.jsonl"], household);
        var explanation = HouseholdSearch.Explain(_folder["h.jsonl"], "a", ReferenceData.Parameters, _ => true, null, french)!;
        explanation.Steps.ShouldAllBe(step => step.Articles.Count > 0 && step.Fr != step.Step && step.En.Length > 0);
        explanation.Steps.Single(step => step.Step == "RsaRule.Montant").Value.ShouldBe(explanation.Result.Rsa);
        explanation.Steps.Single(step => step.Step == "RsaRule.Montant").Value.ShouldBe((651.69 * 0.88) - 200, 1e-9);
        explanation.ToText().ShouldContain(label);
        explanation.ToText().ShouldContain("R262-9 CASF");
    }

    [Fact]
    public void The_explanation_ends_on_the_amounts_that_the_batch_computation_gives()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var household = RandomHousehold.Of(seed);
            File.WriteAllText(_folder["h.jsonl"], household.ToJsonString());
            var explanation = HouseholdSearch.Explain(_folder["h.jsonl"], null, ReferenceData.Parameters, _ => true, null, french: true)!;
            var result = RandomHousehold.Result(household);
            foreach (var benefit in (string[])["rsa", "ppa", "aspa", "asi"])
            {
                if (result[benefit] is { } amount)
                    Math.Round(explanation.Result.Of(benefit), 2, MidpointRounding.AwayFromZero).ShouldBe((double)amount);
            }
        }
    }

    [Fact]
    public void A_household_that_is_not_there_gives_nothing()
    {
        File.WriteAllText(_folder["h.jsonl"], "{\"id\":\"bad\"}\n\n");
        HouseholdSearch.Explain(_folder["h.jsonl"], "other", ReferenceData.Parameters, _ => true, null, french: true).ShouldBeNull();
    }
}
