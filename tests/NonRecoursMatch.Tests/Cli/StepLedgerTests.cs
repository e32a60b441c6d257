using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>What an interrupted month may keep.</summary>
public sealed class StepLedgerTests : IDisposable
{
    static readonly Dictionary<string, string> s_inputs = new() { ["a"] = "1", ["b"] = "2" };

    readonly TemporaryFolder _folder = new();

    public StepLedgerTests()
    {
        Write("a", "of a");
        Write("b", "of b");
        Write("c", "of an unfinished step");
        Write("operateur", "the journal");
        var ledger = Open();
        ledger.Record("a", "1", ["a"]);
        ledger.Record("b", "2", ["b"]);
    }

    [Fact]
    public void Finished_steps_with_the_same_inputs_and_outputs_are_kept_and_the_rest_is_removed()
    {
        var ledger = Open();
        ledger.Keep(s_inputs);
        (ledger.IsDone("a"), ledger.IsDone("b"), ledger.IsDone("c")).ShouldBe((true, true, false));
        Left().ShouldBe(["a", "b", "operateur"]);
    }

    [Fact]
    public void A_step_whose_inputs_changed_is_made_again()
    {
        var ledger = Open();
        ledger.Keep(new Dictionary<string, string> { ["a"] = "other", ["b"] = "2" });
        (ledger.IsDone("a"), ledger.IsDone("b")).ShouldBe((false, true));
        Left().ShouldBe(["b", "operateur"]);
    }

    [Theory]
    [InlineData("of A")]
    [InlineData("of a, longer")]
    [InlineData(null)]
    public void A_step_whose_output_was_altered_is_made_again(string? content)
    {
        if (content is null)
            File.Delete(_folder["a", "file"]);
        else
            Write("a", content);
        var ledger = Open();
        ledger.Keep(s_inputs);
        (ledger.IsDone("a"), ledger.IsDone("b")).ShouldBe((false, true));
    }

    [Fact]
    public void A_file_digested_while_it_was_written_is_not_read_again_and_an_alteration_shows()
    {
        var ledger = Open();
        var known = FileEntry.Of(_folder["b", "file"], "b/file", 0);
        Write("b", "altered since");
        ledger.Record("b", "2", ["b"], [known]);
        var later = Open();
        later.Keep(s_inputs);
        later.IsDone("b").ShouldBeFalse();
    }

    [Fact]
    public void A_ledger_that_cannot_be_read_keeps_nothing()
    {
        File.WriteAllText(_folder["reprise.json"], "{ cut");
        var ledger = Open();
        ledger.Any.ShouldBeFalse();
        ledger.Keep(s_inputs);
        Left().ShouldBe(["operateur"]);
    }

    public void Dispose() => _folder.Dispose();

    StepLedger Open() => new(_folder.Path, "operateur/file");

    IEnumerable<string> Left() => Directory.GetDirectories(_folder.Path).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    void Write(string folder, string text)
    {
        Directory.CreateDirectory(_folder[folder]);
        File.WriteAllText(_folder[folder, "file"], text);
    }
}
