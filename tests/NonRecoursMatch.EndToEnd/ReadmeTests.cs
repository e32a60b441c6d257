namespace NonRecoursMatch.EndToEnd;

/// <summary>The README's two commands are what it says: they are read from it, and the first is run on the built program.</summary>
public class ReadmeTests
{
    const string RunPrefix = "dotnet run -c Release --project src/NonRecoursMatch.Cli -- ";

    [Fact]
    public void The_first_of_the_two_commands_runs_the_sample_and_ends_with_lists_and_a_summary()
    {
        var command = Commands()[0];
        command.ShouldStartWith(RunPrefix);
        Directory.Exists(Repository.Path(RunPrefix.Split(' ')[5])).ShouldBeTrue();
        using var folder = new TemporaryFolder();
        var answer = NonRecours.Run([.. command[RunPrefix.Length..].Split(' '), "--out", folder["sortie"]], workingDirectory: Repository.Root);
        answer.ExitCode.ShouldBe(0, answer.Error);
        answer.Output.ShouldContain("TEST");
        Directory.EnumerateFiles(folder["sortie", "lists"], "liste.csv", SearchOption.AllDirectories).Count().ShouldBeGreaterThan(5);
        File.Exists(folder["sortie", "rapport.json"]).ShouldBeTrue();
        File.Exists(folder["sortie", "journal.jsonl"]).ShouldBeTrue();
        var said = answer.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        Shown().Where(line => !said.Contains(line)).ShouldBeEmpty("the summary in the README is of another run");
    }

    [Fact]
    public void The_second_of_the_two_commands_runs_the_tests() => Commands().ShouldBe([Commands()[0], "dotnet test"]);

    [Fact]
    public void The_sample_stays_small_and_says_that_its_key_is_a_test_key()
    {
        Directory.EnumerateFiles(Repository.Path("samples", "redon"), "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length).ShouldBeLessThan(5_000_000);
        foreach (var key in Directory.EnumerateFiles(Repository.Path("samples", "redon", "cles")))
            NonRecours.Ok("key", "show", "file:" + key).Output.ShouldContain("TEST");
    }

    /// <summary>The lines of the first fenced block of the section "Two commands".</summary>
    static List<string> Commands()
    {
        var section = File.ReadAllLines(Repository.Path("README.md")).SkipWhile(line => line != "## Two commands").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var block = section.SkipWhile(line => line is not ("```sh" or "```console")).Skip(1).TakeWhile(line => line != "```").Where(line => line.Length > 0).ToList();
        block.Count.ShouldBe(2);
        return block;
    }

    /// <summary>The summary that the README shows; an ellipsis stands for lines left out.</summary>
    static List<string> Shown()
    {
        var shown = File.ReadLines(Repository.Path("README.md")).SkipWhile(line => line != "```text").Skip(1).TakeWhile(line => line != "```")
            .Select(line => line.TrimEnd()).Where(line => line.Trim().Length > 1).ToList();
        shown.Count.ShouldBeGreaterThan(5);
        return shown;
    }
}
