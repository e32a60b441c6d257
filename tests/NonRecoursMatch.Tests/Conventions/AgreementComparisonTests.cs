using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Comparing;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary>What an amendment changes is shown by clause, and apart from it what files must change.</summary>
public class AgreementComparisonTests
{
    static readonly Agreement s_example = ConventionFixture.Read(ConventionFixture.Example).Agreement!;

    [Fact]
    public void An_agreement_does_not_differ_from_itself_wherever_it_lies()
        => AgreementComparison.Compare(s_example, ConventionFixture.Read(ConventionFixture.Example + "\n# ailleurs\n").Agreement!).ShouldBeEmpty();

    [Fact]
    public void Another_encoding_asks_for_another_export_and_another_threshold_for_another_reading()
    {
        var caf = s_example.Sources[0];
        Compare(s_example with { Sources = [caf with { Encoding = "windows-1252" }, .. s_example.Sources.Skip(1)] })
            .ShouldBe([new Difference(DifferenceCodes.FichierDeSource, $"sources.{caf.Id}.encoding", caf.Encoding, "windows-1252")]);
        Compare(s_example with { Thresholds = s_example.Thresholds with { SmallCell = 20 } })
            .ShouldBe([new Difference(DifferenceCodes.Clause, "thresholds.small_cell", $"{s_example.Thresholds.SmallCell}", "20")]);
    }

    [Fact]
    public void A_column_that_no_benefit_lists_any_more_must_leave_the_file()
    {
        var before = ConventionFixture.Read(ConventionFixture.Example).Agreement!;
        var after = before with
        {
            ColumnsByPrestation = before.ColumnsByPrestation.ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>)Without(one.Value, "commune_residence")),
            Columns = Without(before.Columns, "commune_residence"),
        };
        var differences = AgreementComparison.Compare(before, after);
        differences.Where(difference => difference.Code == DifferenceCodes.ColonneNonListee).Select(difference => difference.Place).ShouldContain("caf/allocataires@1.personnes.commune_residence");
        differences.Where(difference => difference.Code == DifferenceCodes.Clause).ShouldAllBe(difference => difference.Before == "commune_residence" && difference.After == "");
        AgreementComparison.Compare(after, before).Select(difference => difference.Code).ShouldContain(DifferenceCodes.ColonneListee);
    }

    [Fact]
    public void Who_is_contacted_first_is_a_clause_and_the_order_of_communes_is_none()
    {
        var prestation = s_example.Prestations[0];
        var order = s_example.ContactOrder.ToDictionary(one => one.Key, one => one.Value);
        order[prestation] = [.. order[prestation].Reverse()];
        Compare(s_example with { ContactOrder = order }).ShouldHaveSingleItem().Place.ShouldBe($"prestations.{AgreementWords.Of(prestation)}.contact_order");
    }

    [Fact]
    public void A_source_that_joins_is_named_with_what_it_is()
    {
        var added = Compare(s_example with { Sources = [.. s_example.Sources, s_example.Sources[0] with { Id = "caf-de-plus" }] }).Where(difference => difference.Place.StartsWith("sources.", StringComparison.Ordinal));
        var source = added.ShouldHaveSingleItem();
        source.Place.ShouldBe("sources.caf-de-plus");
        source.After.ShouldContain("format caf/allocataires@1");
    }

    static IReadOnlyList<Difference> Compare(Agreement after) => AgreementComparison.Compare(s_example, after);

    static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Without(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> formats, string column)
        => formats.ToDictionary(format => format.Key, format => (IReadOnlyDictionary<string, IReadOnlyList<string>>)format.Value.ToDictionary(
            table => table.Key, table => (IReadOnlyList<string>)[.. table.Value.Where(name => name != column)]));
}
