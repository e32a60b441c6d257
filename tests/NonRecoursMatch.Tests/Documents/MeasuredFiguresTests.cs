namespace NonRecoursMatch.Tests.Documents;

/// <summary>The README quotes no figure that was not measured.</summary>
public class MeasuredFiguresTests
{
    static readonly string s_path = Repository.Path("README.md");

    /// <summary>With NONRECOURS_UPDATE=1 the tables are copied anew instead.</summary>
    [Fact]
    public void Every_table_of_the_section_is_a_copy_of_a_table_of_results()
    {
        var readme = File.ReadAllText(s_path);
        var refreshed = MeasuredFigures.Refreshed(readme);
        if (Environment.GetEnvironmentVariable("NONRECOURS_UPDATE") == "1")
            File.WriteAllText(s_path, refreshed);
        File.ReadAllText(s_path).ShouldBe(refreshed, "run the tests with NONRECOURS_UPDATE=1 to copy the tables again");
        MeasuredFigures.Blocks(readme).ShouldBeGreaterThan(2);
        foreach (var (text, _) in MeasuredFigures.Paragraphs(readme))
            text.Split('\n').ShouldNotContain(line => line.StartsWith('|'), "a table is a copy, between markers");
    }

    [Fact]
    public void Every_number_of_its_text_stands_in_a_file_of_results_that_the_paragraph_links_to()
    {
        foreach (var (text, files) in MeasuredFigures.Paragraphs(File.ReadAllText(s_path)))
        {
            var measured = MeasuredFigures.Numbers(string.Join('\n', files.Select(MeasuredFigures.Result)));
            MeasuredFigures.Numbers(text).Except(measured).ShouldBeEmpty($"not in {(files.Count == 0 ? "a linked file of results" : string.Join(", ", files))}: {text}");
        }
    }

    [Theory]
    [InlineData("### Runs\n\nIt took 12.5 s.\n", "12.5")]
    [InlineData("1,000,000 rows in 3 s", "1,000,000")]
    public void Numbers_are_compared_as_they_are_written(string text, string number)
        => MeasuredFigures.Numbers(text).ShouldContain(number);
}
