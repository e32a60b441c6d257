using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Reports.Outcomes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>The aggregates of a year: sums of months, small ones masked.</summary>
public class AnnualReportTests
{
    [Fact]
    public void It_sums_the_months_of_the_year_and_the_last_revision_of_each()
    {
        using var territory = new TinyTerritory();
        Recipient.ContactWorkbookTests.Fill(territory);
        var first = territory.Run();
        var second = territory.Revise(first.Folder, territory.SecondOutput);
        List<YearAnswer> answers =
        [
            .. Enumerable.Repeat(new YearAnswer(TinyAgreement.Month, "C2S", "demande_deposee"), 20), .. Enumerable.Repeat(new YearAnswer(TinyAgreement.Month, "", "joint"), 15),
            .. Enumerable.Repeat(new YearAnswer(TinyAgreement.Month, "C2S", "a_joindre"), 12), .. Enumerable.Repeat(new YearAnswer(YearMonth.Of(2025, 12), "C2S", "joint"), 40),
        ];
        var report = AnnualReport.Of(territory.Agreement, 2026, [first.Folder, second.Folder], answers);
        report["mois"]!.AsArray().Select(month => month!.GetValue<string>()).ShouldBe(["2026-10"]);
        report["extraits_recus"]!.GetValue<int>().ShouldBe(5);
        report["contacts"]!.ToJsonString().ShouldBe("""{"C2S":20,"invitation":15,"total":35}""");
        report["suites"]!.ToJsonString().ShouldBe("""{"a_joindre":12,"demande_deposee":20,"joint":15,"total":47}""");
        // Six persons listed: fewer than may be told.
        report["lignes_signalees"]!["C2S"]!.GetValue<string>().ShouldBe("masqué");
        report["test"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void A_month_of_another_year_does_not_count_and_a_folder_without_a_result_is_refused()
    {
        using var territory = new TinyTerritory();
        Recipient.ContactWorkbookTests.Fill(territory);
        var outcome = territory.Run();
        AnnualReport.Of(territory.Agreement, 2025, [outcome.Folder], [])["mois"]!.AsArray().Count.ShouldBe(0);
        Should.Throw<OperatorException>(() => AnnualReport.Of(territory.Agreement, 2026, [territory.Packages], [])).Refusal.ShouldBe(Refusal.InputMissing);
        Should.Throw<OperatorException>(() => AnnualReport.Of(territory.Agreement with { Id = "autre" }, 2026, [outcome.Folder], [])).Refusal.ShouldBe(Refusal.OtherCampaign);
        File.WriteAllText(Path.Combine(outcome.Folder, "rapport.json"), "{}");
        Should.Throw<OperatorException>(() => AnnualReport.Of(territory.Agreement, 2026, [outcome.Folder], [])).Refusal.ShouldBe(Refusal.Altered);
    }
}
