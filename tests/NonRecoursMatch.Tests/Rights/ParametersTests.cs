using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Tests.Rights;

public class ParametersTests
{
    // The oldest month whose resources a right of the first supported month may read: M-4.
    const int OldestReference = -4;

    [Fact]
    public void Every_supported_month_has_exactly_one_value_of_each_parameter()
    {
        foreach (var parameter in ReferenceData.Parameters.All)
        {
            var first = parameter.Axis == ParameterAxis.ReferenceMonth
                ? ReferenceData.Parameters.SupportedFrom.AddMonths(OldestReference)
                : ReferenceData.Parameters.SupportedFrom;
            for (var month = first; month <= ReferenceData.Parameters.SupportedTo; month = month.AddMonths(1))
            {
                var inForce = parameter.Values
                    .Where((value, i) => value.From <= month && (i + 1 == parameter.Values.Count || parameter.Values[i + 1].From > month))
                    .ShouldHaveSingleItem($"{parameter.Id} in {month}");
                parameter.At(month).ShouldBe(inForce);
            }
        }
    }

    [Fact]
    public void The_supported_period_is_that_of_the_published_parameters()
    {
        ReferenceData.Parameters.SupportedFrom.ShouldBe(YearMonth.Of(2023, 1));
        ReferenceData.Parameters.SupportedTo.ShouldBe(YearMonth.Of(2026, 10));
    }

    [Theory]
    [InlineData(2023, 11533.02, 17905.06)]
    [InlineData(2024, 12144.27, 18854.02)]
    [InlineData(2025, 12411.44, 19268.80)]
    [InlineData(2026, 12523.14, 19442.21)]
    public void Aspa_maxima_and_ceilings_are_those_of_the_year(int year, double single, double couple)
    {
        var law = MinimumVieillesseLaw.InForce(ReferenceData.Parameters, YearMonth.Of(year, 1));
        (law.MaximumSeul * 12).ShouldBe(single, 1e-6);
        (law.PlafondSeul * 12).ShouldBe(single, 1e-6);
        (law.MaximumCouple * 12).ShouldBe(couple, 1e-6);
        (law.PlafondCouple * 12).ShouldBe(couple, 1e-6);
    }

    [Fact]
    public void Without_resources_aspa_is_the_published_monthly_amount_of_2026()
    {
        var law = MinimumVieillesseLaw.InForce(ReferenceData.Parameters, YearMonth.Of(2026, 7));
        AspaMontant.PersonneSeule(0, law).ShouldBe(1043.60);
        AspaMontant.LesDeux(0, law).ShouldBe(1620.18);
        law.AbattementSeul.ShouldBe(1640.77, 0.005);
        law.AbattementCouple.ShouldBe(2734.61, 0.005);
    }

    [Theory]
    [InlineData("2022-12")]
    [InlineData("2026-11")]
    public void A_month_outside_the_supported_period_is_refused(string text)
    {
        var month = YearMonth.Parse(text);
        Should.Throw<RightsDataException>(() => new LawBook(ReferenceData.Parameters, month)).Message.ShouldContain("2023-01");
        Should.Throw<RightsDataException>(() => C2sParRsa.Compute(new C2sParRsaColumns(0), month, ReferenceData.Parameters));
        Should.Throw<RightsDataException>(() => ReferenceData.Parameters.InForce(month));
    }

    [Fact]
    public void Every_value_in_force_has_a_reference_and_every_unmodelled_rule_an_article()
    {
        foreach (var month in ReferenceData.SupportedMonths())
            ReferenceData.Parameters.InForce(month).ShouldAllBe(entry => entry.Value.Reference.Length > 0);
        ReferenceData.Parameters.Traps.ShouldAllBe(trap => HouseholdResult.Benefits.Contains(trap.Benefit) && (trap.When == null || HouseholdTraits.Words.Contains(trap.When)));
        ReferenceData.Parameters.Unmodelled.ShouldAllBe(rule => rule.Article.Length > 0 && HouseholdResult.Benefits.Contains(rule.Benefit) && (rule.When == null || HouseholdTraits.Words.Contains(rule.When)));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void Values_are_read_the_same_under_every_culture(string name)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            var parameters = RightsParameters.Load(ReferenceData.Folder);
            parameters.At("aspa.montant_maximum_couple", YearMonth.Of(2026, 10)).Value.ShouldBe(19442.21);
            parameters.Digest.ShouldBe(ReferenceData.Parameters.Digest);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void An_unknown_parameter_is_named()
        => Should.Throw<RightsDataException>(() => ReferenceData.Parameters["aspa.inconnu"]).Message.ShouldContain("aspa.inconnu");
}
