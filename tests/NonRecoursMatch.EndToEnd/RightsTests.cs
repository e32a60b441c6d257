using System.Text.Json.Nodes;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The three <c>rights</c> commands as an expert runs them.</summary>
public sealed class RightsTests : IDisposable
{
    const string Alone = """{"id":"seule","month":"2026-07","depcom":"35236","housing":"tenant","rent":400,"adults":[{"birth":"1980-05-05"}],"children":[]}""";
    const string Bad = """{"id":"fautive","month":"2026-07","depcom":"35236","housing":"tenant","adults":[{"birth":"1980-05-05","wage_net":-987654}],"children":[]}""";
    const string Worker = """{"id":"salariee","month":"2026-07","depcom":"35236","housing":"tenant","rent":400,"adults":[{"birth":"1980-05-05","wage_net":1200}],"children":[]}""";
    const string Odd = """{"id":"curieux","month":"2026-07","depcom":"35236","housing":"tenant","rent":400,"adults":[{"birth":"2004-05-05"}],"children":[{"birth":"2003-01-01"}]}""";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_bad_line_answers_1_and_the_others_are_computed_in_order()
    {
        var (answer, results) = Compute(Alone, Bad, Worker);
        answer.ExitCode.ShouldBe(1, answer.Error);
        answer.Output.ShouldBeEmpty();
        results.Count.ShouldBe(3);
        ((string?)results[0]["id"]).ShouldBe("seule");
        ((double?)results[0]["rsa"]).ShouldBe(651.69);
        ((int?)results[1]["line"]).ShouldBe(2);
        ((string?)results[1]["field"]).ShouldBe("adults[0].wage_net");
        ((string?)results[2]["id"]).ShouldBe("salariee");
        ((double?)results[2]["ppa"]).ShouldBe(278.83);
        (answer.Error + results[1].ToJsonString()).ShouldNotContain("987654");
    }

    [Fact]
    public void Odd_but_possible_data_is_computed_with_a_warning_and_answers_0()
    {
        var (answer, results) = Compute(Odd, Alone);
        answer.ExitCode.ShouldBe(0, answer.Error);
        results.Count.ShouldBe(2);
        results[0]["rsa"].ShouldNotBeNull();
        results[0]["unmodelled"]!.AsArray().Count.ShouldBeGreaterThan(results[1]["unmodelled"]!.AsArray().Count);
    }

    [Fact]
    public void The_month_of_the_command_stands_for_lines_that_have_none()
    {
        var (answer, results) = Compute(["--month", "2025-03"], Alone.Replace("\"month\":\"2026-07\",", "", StringComparison.Ordinal));
        answer.ExitCode.ShouldBe(0, answer.Error);
        ((double?)results[0]["rsa"]).ShouldBe(635.71);
    }

    [Theory]
    [InlineData("fr", "Montant forfaitaire", "PPA of the reference month")]
    [InlineData("en", "Flat amount", "Montant forfaitaire")]
    public void Explain_prints_each_step_with_its_value_and_article_in_the_language_asked(string language, string told, string other)
    {
        var file = Households(Alone, Worker);
        var answer = NonRecours.Ok("rights", "explain", file, "--id", "seule", "--lang", language);
        answer.Output.ShouldContain(told);
        answer.Output.ShouldContain("651.69");
        answer.Output.ShouldContain("R262-1 CASF");
        answer.Output.ShouldNotContain(other);
        answer.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Explain_in_JSON_is_one_document_with_the_reference_month_of_each_term()
    {
        var answer = NonRecours.Ok("rights", "explain", Households(Alone, Worker), "--id", "salariee", "--json");
        var document = JsonNode.Parse(answer.Output)!;
        ((string?)document["id"]).ShouldBe("salariee");
        document["steps"]!.AsArray().Count(step => (string?)step!["step"] == "PpaMois.Terme").ShouldBe(3);
        document["steps"]!.AsArray().Select(step => (string?)step!["month"]).ShouldContain("2026-03");
    }

    [Fact]
    public void Explain_without_such_a_household_answers_66()
        => NonRecours.Run("rights", "explain", Households(Alone), "--id", "personne").ExitCode.ShouldBe(66);

    [Fact]
    public void Show_prints_the_rule_and_the_values_in_force_with_their_references()
    {
        var text = NonRecours.Ok("rights", "show", "rsa", "--month", "2026-10").Output;
        text.ShouldContain("RsaRule.MontantForfaitaire");
        text.ShouldContain("651.69");
        text.ShouldContain("décret 2026-220");
        text.ShouldContain("R262-1 CASF");
        var parameters = JsonNode.Parse(NonRecours.Ok("rights", "show", "rsa", "--month", "2026-10", "--json").Output)!["parameters"]!.AsArray();
        parameters.ShouldAllBe(parameter => ((string?)parameter!["reference"])!.Length > 0 && ((string?)parameter["article"])!.Length > 0);
        parameters.Select(parameter => (string?)parameter!["id"]).ShouldContain("rsa.montant_base");
    }

    [Fact]
    public void Show_of_another_benefit_or_without_a_month_is_a_usage_error()
    {
        NonRecours.Run("rights", "show", "apl", "--month", "2026-10").ExitCode.ShouldBe(2);
        NonRecours.Run("rights", "show", "rsa").ExitCode.ShouldBe(2);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    string Households(params string[] lines)
    {
        File.WriteAllLines(_folder["foyers.jsonl"], lines);
        return _folder["foyers.jsonl"];
    }

    (Answer Answer, List<JsonObject> Results) Compute(params string[] lines) => Compute([], lines);

    (Answer Answer, List<JsonObject> Results) Compute(string[] options, params string[] lines)
    {
        var answer = NonRecours.Run(["rights", "compute", .. options, "--in", Households(lines), "--out", _folder["resultats.jsonl"]]);
        return (answer, [.. File.ReadAllLines(_folder["resultats.jsonl"]).Select(line => JsonNode.Parse(line)!.AsObject())]);
    }
}
