using System.Diagnostics;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Tests.Rights;

public sealed class ParameterFilesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("nrm-rights-").FullName;

    public ParameterFilesTests()
    {
        foreach (var path in Directory.GetFiles(ReferenceData.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(ReferenceData.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("axis: right_month", "axis: month", "axis")]
    [InlineData("status: published", "status: sure", "status")]
    [InlineData("value: 1.5", "value: beaucoup", "line")]
    [InlineData("value: 1.5, ", "", "value")]
    [InlineData("from: 2015-01", "from: 2015", "from")]
    [InlineData("valid_to: 2026-10", "valid_to: 2010-01", "valid_to")]
    [InlineData("article: ", "articles: ", "line")]
    [InlineData("reference: \"décret 2014-1568 ; R815-29 CSS\"", "reference: \"\"", "reference")]
    public void A_faulty_parameter_file_is_refused_by_name(string original, string fault, string told)
    {
        Change("parameters/aspa/abattement_couple.yaml", original, fault);
        var message = Should.Throw<RightsDataException>(() => RightsParameters.Load(_folder)).Message;
        message.ShouldContain("parameters/aspa/abattement_couple.yaml");
        message.ShouldContain(told);
    }

    [Theory]
    [InlineData("from: 2023-05", "from: 2023-01")]
    [InlineData("from: 2023-05", "from: 2024-03")]
    public void Two_values_for_one_month_or_out_of_order_are_refused(string original, string fault)
    {
        Change("parameters/smic/horaire.yaml", original, fault);
        Should.Throw<RightsDataException>(() => RightsParameters.Load(_folder)).Message.ShouldContain("each month once");
    }

    [Fact]
    public void A_missing_folder_or_file_is_refused()
    {
        Should.Throw<RightsDataException>(() => RightsParameters.Load(Path.Combine(_folder, "parameters"))).Message.ShouldContain("supported.yaml");
        File.Delete(Path.Combine(_folder, "unmodelled.yaml"));
        Should.Throw<RightsDataException>(() => RightsParameters.Load(_folder)).Message.ShouldContain("unmodelled.yaml");
    }

    [Fact]
    public void The_digest_changes_with_any_file_and_can_be_recomputed_with_sha256sum()
    {
        var before = RightsParameters.Load(_folder).Digest;
        Recomputed().ShouldBe(before);
        Change("unmodelled.yaml", "id: aspa-mayotte", "id: aspa-976");
        var after = RightsParameters.Load(_folder).Digest;
        after.ShouldNotBe(before);
        Recomputed().ShouldBe(after);
    }

    [Theory]
    [InlineData("parameters/aspa/montant_maximum_personne_seule.yaml", "2026-01, value: 12523.14")]
    [InlineData("parameters/smic/horaire.yaml", "2026-01, value: 12.02")]
    public void An_estimated_value_in_the_chain_never_gives_presume(string name, string entry)
    {
        var path = Path.Combine(_folder, name);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select(line => line.Contains(entry, StringComparison.Ordinal) ? line.Replace("published", "estimated", StringComparison.Ordinal) : line));
        var parameters = RightsParameters.Load(_folder);

        Compute(parameters, 2026).ShouldBe((Outcome.AVerifier, Questions.MontantProche));
        Compute(parameters, 2025).ShouldBe((Outcome.Presume, Questions.None));
        parameters.Estimated(YearMonth.Of(2026, 3)).Count.ShouldBe(ReferenceData.Parameters.Estimated(YearMonth.Of(2026, 3)).Count + 1);
        parameters.Estimated(YearMonth.Of(2025, 3)).Count.ShouldBe(ReferenceData.Parameters.Estimated(YearMonth.Of(2025, 3)).Count);
    }

    static (Outcome Outcome, Questions Questions) Compute(RightsParameters parameters, int year)
    {
        var foyers = new AspaColumns(1);
        foyers.Situation[0] = Situation.Seul;
        foyers.First.Age[0] = 80;
        foyers.First.Knowledge[0] = PensionKnowledge.Complete;
        foyers.First.ResourcesKnown[0] = true;
        foyers.First.ForeignCareer[0] = Ternary.No;
        foyers.First.InFrance[0] = Ternary.Yes;
        foyers.First.Nationality[0] = Nationality.French;
        foyers.First.Aspa[0] = AspaState.None;
        AspaRule.Compute(foyers, new LawBook(parameters, YearMonth.Of(year, 3)), 15);
        return (foyers.Outcome[0], foyers.Questions[0]);
    }

    void Change(string name, string original, string changed)
    {
        var path = Path.Combine(_folder, name);
        var text = File.ReadAllText(path);
        text.ShouldContain(original);
        File.WriteAllText(path, text.Replace(original, changed, StringComparison.Ordinal));
    }

    string Recomputed()
    {
        const string Command = "LC_ALL=C; sha256sum $(find parameters *.yaml -type f | sort) | sha256sum";
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", Command]) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.Split(' ')[0];
    }
}
