using System.Globalization;
using System.Text;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder.Examples;

/// <summary>Every code of the catalogue is shown by an extract that has this anomaly and no other, and nothing that is said of it tells who is in it.</summary>
public class AnomalyExamplesTests
{
    /// <summary>A folder with several faults, described by its LISEZMOI.md.</summary>
    const string Several = "invalide";

    /// <summary>Codes that other anomalies lead to: they never come alone.</summary>
    static readonly Dictionary<string, string> s_causes = new(StringComparer.Ordinal)
    {
        [AnomalyCodes.TropDeRejets.Code] = AnomalyCodes.CodeInconnu.Code,
        [AnomalyCodes.OppositionIllisible.Code] = AnomalyCodes.TexteForme.Code,
    };

    public static TheoryData<string> Places { get; } = [.. AnomalyExample.All.Select(example => example.Place)];

    [Fact]
    public void Every_code_has_an_example_and_every_format_a_valid_one()
    {
        var names = AnomalyExample.All.Select(example => example.Name).ToHashSet(StringComparer.Ordinal);
        AnomalyCodes.All.Select(code => code.Code).Where(code => !names.Contains(code)).ShouldBeEmpty();
        names.Where(name => name is not (AnomalyExample.Valid or Several) && AnomalyCodes.All.All(code => code.Code != name)).ShouldBeEmpty();
        AnomalyExample.All.Where(example => example.Name == AnomalyExample.Valid).Select(example => example.Format).ShouldBe(ConventionFixture.Library.Formats.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void An_example_has_the_anomaly_that_it_is_named_after_and_no_other(string place)
    {
        var example = AnomalyExample.All.Single(candidate => candidate.Place == place);
        using var folder = new TemporaryFolder(inMemory: true);
        var report = example.Check(folder);
        var codes = report.Groups.Select(group => group.Code.Code).Distinct().ToList();
        if (example.Name == Several)
            codes.ShouldNotBeEmpty();
        else if (example.Name == AnomalyExample.Valid)
            codes.ShouldBeEmpty();
        else
            codes.ShouldBe(s_causes.TryGetValue(example.Name, out var cause) ? [cause, example.Name] : [example.Name], ignoreOrder: true);
        Leaks(report, folder).ShouldBeEmpty();
    }

    static IEnumerable<string> Leaks(ValidationReport report, TemporaryFolder folder)
    {
        var said = new StringBuilder(new ExtractRefusedException(report).ToString()).Append(report).AppendJoin('\n', report.Groups.SelectMany(group => group.First));
        foreach (var culture in (CultureInfo[])[CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")])
        {
            said.Append(TextReport.Render(report, culture));
            ReportFiles.Write(folder["bilan", culture.Name], report, culture);
            foreach (var file in Directory.GetFiles(folder["bilan", culture.Name]))
                said.Append(File.ReadAllText(file));
        }

        var text = said.ToString();
        return AnomalyExample.Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal));
    }
}
