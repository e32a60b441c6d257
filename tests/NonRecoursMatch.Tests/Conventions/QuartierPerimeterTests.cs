using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Tests.Conventions;

public class QuartierPerimeterTests
{
    [Fact]
    public void The_perimeter_has_the_communes_as_its_outer_bound_and_the_listed_codes_within_them()
    {
        var agreement = Example();

        agreement.Level.ShouldBe("quartier");
        agreement.Perimeter.Communes.Count.ShouldBe(31);
        var quartiers = agreement.Perimeter.Quartiers.ShouldNotBeNull();
        quartiers.Codes["qpv"].ShouldBe(["QN03512M", "QN03513M"], ignoreOrder: true);
        quartiers.Codes["iris"].ShouldBe(["352360101", "352360102"], ignoreOrder: true);
        agreement.Sources.ShouldAllBe(source => quartiers.ColumnsOf(source.Format).SequenceEqual(new[] { "qpv", "iris" }));
        agreement.Columns.Values.SelectMany(tables => tables.Values).SelectMany(columns => columns).ShouldNotContain(column => column == "qpv" || column == "iris");
    }

    [Fact]
    public void One_division_is_enough_and_the_communes_may_be_listed()
    {
        var perimeter = ConventionFixture.Quartiers("    iris: [\"352360101\"]\n", ConventionFixture.Columns.Replace("qpv, ", "", StringComparison.Ordinal));

        var agreement = Read(perimeter.Replace("toutes", "[\"35236\"]", StringComparison.Ordinal));

        agreement.Perimeter.Communes.ShouldBe(["35236"]);
        agreement.Perimeter.Quartiers.ShouldNotBeNull().Codes.Keys.ShouldBe(["iris"]);
    }

    [Fact]
    public void An_iris_may_begin_with_the_arrondissement_of_a_commune_of_the_perimeter()
    {
        var text = ConventionFixture.With(ConventionFixture.Perimeter, ConventionFixture.Quartiers("    qpv: [\"QN07501M\"]\n    iris: [\"751187201\"]\n"))
            .Replace("\"243500741\"", "\"75056\"", StringComparison.Ordinal);

        ConventionFixture.Read(text).Agreement.ShouldNotBeNull().Perimeter.Communes.ShouldBe(["75056"]);
    }

    [Fact]
    public void The_text_rendering_says_the_quartiers_and_what_is_read_without_leaving()
    {
        var french = AgreementSummary.Text(Example(), CultureInfo.GetCultureInfo("fr-FR"));
        var english = AgreementSummary.Text(Example(), CultureInfo.GetCultureInfo("en-GB"));

        french.ShouldContain("Périmètre : quartier, 31 commune(s), COG 2026\nQuartiers : seulement qui habite qpv QN03512M QN03513M, iris 352360101 352360102 ;");
        french.Split('\n').Count(line => line.Contains("sans partir pour autant : qpv, iris", StringComparison.Ordinal)).ShouldBe(7);
        english.ShouldContain("Quartiers: only who lives in qpv QN03512M QN03513M, iris");
        french.Split('\n').Length.ShouldBe(english.Split('\n').Length);
    }

    [Fact]
    public void The_json_rendering_has_the_codes_and_the_columns_or_null()
    {
        var quartiers = AgreementJson.Of(Example())["perimeter"]!["quartiers"]!;

        quartiers["qpv"]!.AsArray().Select(code => code!.GetValue<string>()).ShouldBe(["QN03512M", "QN03513M"]);
        quartiers["columns"]!["ccas/usagers@1"]!.AsArray().Select(column => column!.GetValue<string>()).ShouldBe(["qpv", "iris"]);
        var wider = AgreementJson.Of(ConventionFixture.Read(ConventionFixture.Example).Agreement!)["perimeter"]!.AsObject();
        wider.ContainsKey("quartiers").ShouldBeTrue();
        wider["quartiers"].ShouldBeNull();
    }

    static Agreement Example() => Read(ConventionFixture.Quartiers());

    static Agreement Read(string perimeter) => ConventionFixture.Read(ConventionFixture.With(ConventionFixture.Perimeter, perimeter)).Agreement.ShouldNotBeNull();
}
