using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Rights.Households;

namespace NonRecoursMatch.Tests.Rights.Households;

/// <summary>A line that cannot be computed says what is wrong, without the value; the others are computed; order is kept.</summary>
public class BadLinesTests
{
    const string Good = """{"id":"ok","month":"2026-07","depcom":"35236","housing":"tenant","adults":[{"birth":"1980-01-01"}],"children":[]}""";

    [Theory]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","wage_net":-5}]}""", "adults[0].wage_net", "negative")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","wage_net":[1,-1]}]}""", "adults[0].wage_net", "negative")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","wage_net":1e12}]}""", "adults[0].wage_net", "absurd")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","wage_net":{"2026-13":5}}]}""", "adults[0].wage_net", "YYYY-MM")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","wage_net":"5"}]}""", "adults[0].wage_net", "number")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"2026-08-01"}]}""", "adults[0].birth", "born after")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"01/01/1980"}]}""", "adults[0].birth", "YYYY-MM-DD")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"wage_net":5}]}""", "adults[0].birth", "missing")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01"}],"children":[{"birth":"2001-07-01"}]}""", "children[0].birth", "under 25")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[]}""", "adults", "one or two")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01"},{"birth":"1980-01-01"},{"birth":"1980-01-01"}]}""", "adults", "one or two")]
    [InlineData("""{"id":"x","month":"2026-07","depcom":"00000","adults":[{"birth":"1980-01-01"}]}""", "depcom", "commune")]
    [InlineData("""{"id":"x","month":"2022-12","adults":[{"birth":"1980-01-01"}]}""", "month", "2023-01")]
    [InlineData("""{"id":"x","month":"2026-11","adults":[{"birth":"1980-01-01"}]}""", "month", "2026-10")]
    [InlineData("""{"id":"x","adults":[{"birth":"1980-01-01"}]}""", "month", "no month")]
    [InlineData("""{"id":"x","month":"2026-07","housing":"igloo","adults":[{"birth":"1980-01-01"}]}""", "housing", "tenant")]
    [InlineData("""{"id":"x","month":"2026-07","salaire":1,"adults":[{"birth":"1980-01-01"}]}""", "salaire", "unknown field")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","salaire":1}]}""", "adults[0].salaire", "unknown field")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","incapacity_rate":80}]}""", "adults[0].incapacity_rate", "absurd")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","nationality":"Algeria"}]}""", "adults[0].nationality", "ISO")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01","tns_annual":{"deux mille":1}}]}""", "adults[0].tns_annual", "YYYY")]
    [InlineData("""{"id":"x","month":"2026-07","adults":[{"birth":"1980-01-01"}""", "", "malformed JSON")]
    [InlineData("""[1]""", "", "one object")]
    [InlineData("""{"id":"x"} {"id":"y"}""", "", "")]
    public void The_line_says_what_is_wrong_and_the_others_are_computed(string line, string field, string told)
    {
        var (counts, results) = Compute(Good + "\n" + line + "\r\n\n" + Good);
        counts.ShouldBe(new LineCounts(2, 1));
        results.Count.ShouldBe(3);
        ((double?)results[0]["rsa"]).ShouldBe(651.69);
        ((double?)results[2]["rsa"]).ShouldBe(651.69);
        ((int?)results[1]["line"]).ShouldBe(2);
        ((string?)results[1]["field"]).ShouldBe(field);
        ((string?)results[1]["error"])!.ShouldContain(told);
    }

    [Fact]
    public void A_child_older_than_a_parent_is_computed_with_a_warning()
    {
        var (counts, results) = Compute(Good.Replace("\"children\":[]", "\"children\":[{\"birth\":\"2003-01-01\"}]", StringComparison.Ordinal).Replace("1980", "2004", StringComparison.Ordinal));
        counts.Refused.ShouldBe(0);
        results[0]["unmodelled"]!.AsArray().Select(text => (string?)text).ShouldContain("warning: child older than a parent");
    }

    [Fact]
    public void Expected_and_underscored_names_are_ignored_and_a_byte_order_mark_is_left_out()
    {
        var (counts, results) = Compute("\uFEFF" + Good.Replace("\"month\"", "\"expected\":{\"rsa\":1},\"_note\":[{}],\"month\"", StringComparison.Ordinal));
        counts.ShouldBe(new LineCounts(1, 0));
        ((string?)results[0]["id"]).ShouldBe("ok");
    }

    [Fact]
    public void Order_is_kept_over_many_blocks_and_months()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => Good.Replace("\"ok\"", $"\"{i}\"", StringComparison.Ordinal).Replace("2026-07", i % 2 == 0 ? "2026-07" : "2024-06", StringComparison.Ordinal));
        var (counts, results) = Compute(string.Join('\n', lines), threads: 2);
        counts.ShouldBe(new LineCounts(20_000, 0));
        results.Select(result => (string?)result["id"]).ShouldBe(Enumerable.Range(0, 20_000).Select(i => $"{i}"));
        results.Where((_, i) => i % 2 == 1).ShouldAllBe(result => (double?)result["rsa"] == 635.71);
    }

    static (LineCounts Counts, List<JsonObject> Results) Compute(string text, int threads = 1)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var output = new MemoryStream();
        var counts = HouseholdFile.Compute(input, output, ReferenceData.Parameters, code => code is "35236", null, false, threads, CancellationToken.None);
        return (counts, [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]);
    }
}
