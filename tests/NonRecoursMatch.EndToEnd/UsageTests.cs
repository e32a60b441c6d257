namespace NonRecoursMatch.EndToEnd;

/// <summary>What a script sees: streams, exit codes, no colours where nobody looks.</summary>
[Collection(SharedTerritory.Name)]
public class UsageTests(GeneratedTerritory territory)
{
    [Theory]
    [InlineData]
    [InlineData("rnu")]
    [InlineData("run")]
    [InlineData("run", "x", "--month", "2026-13")]
    [InlineData("run", "x", "--month", "2026-10", "--unknown")]
    [InlineData("match", "--convention", "x", "--month", "2026-10", "--in", "x", "--out", "y", "--stage", "everything")]
    [InlineData("generate", "243500741", "--persons", "many", "--seed", "1", "--out", "x")]
    [InlineData("status", "x", "--month", "2026-10", "--lang", "de")]
    public void A_usage_error_answers_2_on_stderr_and_nothing_on_stdout(params string[] arguments)
    {
        var answer = NonRecours.Run(arguments);
        answer.ExitCode.ShouldBe(2, answer.Error);
        answer.Output.ShouldBeEmpty();
        answer.Error.ShouldStartWith("nonrecours: ");
        answer.Error.ShouldContain("usage: nonrecours");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("--version")]
    public void Help_and_version_are_results(params string[] arguments)
    {
        var answer = NonRecours.Run(arguments);
        answer.ExitCode.ShouldBe(0, answer.Error);
        answer.Output.ShouldNotBeEmpty();
        answer.Error.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_writes_results_to_stdout_progress_to_stderr_and_no_ANSI_code_to_either_when_redirected()
    {
        territory.Run.Output.ShouldContain("TEST");
        territory.Run.Output.ShouldContain(territory.Output);
        territory.Run.Error.ShouldContain("caf-35");
        (territory.Run.Output + territory.Run.Error).ShouldNotContain("\u001b");
        IdentityValues.In(territory.Run.Output + territory.Run.Error, IdentityValues.Of(territory.Folder)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("pseudonymize")]
    [InlineData("match")]
    [InlineData("generate")]
    [InlineData("key")]
    public void An_output_that_cannot_be_created_answers_73(string command)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "in the way");
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), folder["convention.yaml"]);
        var output = folder["file", "sortie"];
        var answer = command switch
        {
            "run" => NonRecours.Run("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", output),
            "pseudonymize" => Holder.Pseudonymize(territory.Folder, "ccas-redon", territory.Folder, output),
            "match" => NonRecours.Run("match", "--convention", folder["convention.yaml"], "--month", GeneratedTerritory.Month, "--in", Path.Combine(territory.Output, "packages"), "--out", output),
            "generate" => NonRecours.Run("generate", "243500741", "--persons", "100", "--seed", "1", "--out", output),
            _ => NonRecours.Run("key", "new", "--test", "--out", output),
        };
        answer.ExitCode.ShouldBe(73, answer.Error);
        answer.Output.ShouldBeEmpty();
        answer.Error.ShouldContain(folder["file"]);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_not_generated_over()
    {
        var answer = NonRecours.Run("generate", "243500741", "--persons", "100", "--seed", "1", "--out", territory.Folder);
        answer.ExitCode.ShouldBe(73, answer.Error);
    }

    [Fact]
    public void A_folder_that_is_no_earlier_result_is_never_replaced()
    {
        using var bench = new Workbench(territory);
        var before = Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories).Count();
        foreach (var folder in new[] { bench.Folder, bench[[]] })
        {
            var answer = NonRecours.Run("run", bench.Folder, "--month", GeneratedTerritory.Month, "--out", folder);
            answer.ExitCode.ShouldBe(73, answer.Error);
            answer.Error.ShouldContain("résultat précédent");
        }

        Directory.CreateDirectory(bench["a", "packages", "ccas-redon"]);
        File.WriteAllText(bench["a", "packages", "ccas-redon", "notes.txt"], "of somebody");
        Holder.Pseudonymize(bench.Folder, "ccas-redon", bench.Folder, bench["a"]).ExitCode.ShouldBe(73);
        File.Exists(bench["a", "packages", "ccas-redon", "notes.txt"]).ShouldBeTrue();
        Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories).Count().ShouldBe(before);
    }

    [Fact]
    public void Status_tells_what_to_chase()
    {
        using var bench = new Workbench(territory);
        NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month).ExitCode.ShouldBe(0);
        File.Delete(bench.Extract("ccas-redon", "personnes.csv"));
        var answer = NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month);
        answer.ExitCode.ShouldBe(1);
        answer.Output.ShouldContain("ccas-redon");
        answer.Output.ShouldContain("personnes.csv");
    }
}
