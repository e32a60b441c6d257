namespace NonRecoursMatch.Tests.Masking;

/// <summary>The solver finds what a reader would: a judge that finds nothing would prove nothing.</summary>
public class MarginSolverTests
{
    [Fact]
    public void One_masked_cell_is_its_total_less_the_others()
        => Derivable(new() { ["t"] = 50, ["a"] = 40, ["b"] = null }, ("t", ["a", "b"])).ShouldBe(["b = 10"]);

    [Fact]
    public void Two_masked_cells_of_one_sum_are_not_derivable()
        => Derivable(new() { ["t"] = 50, ["a"] = 30, ["b"] = null, ["c"] = null }, ("t", ["a", "b", "c"])).ShouldBeEmpty();

    [Fact]
    public void Two_cells_of_one_person_each_are()
        => Derivable(new() { ["t"] = 32, ["a"] = 30, ["b"] = null, ["c"] = null }, ("t", ["a", "b", "c"])).ShouldBe(["b = 1", "c = 1"]);

    [Fact]
    public void A_square_of_masked_cells_holds_and_its_corner_alone_does_not()
    {
        (string, string[])[] margins = [("r1", ["a", "b"]), ("r2", ["c", "d"]), ("c1", ["a", "c"]), ("c2", ["b", "d"])];
        Dictionary<string, long?> shown = new() { ["r1"] = 20, ["r2"] = 30, ["c1"] = 25, ["c2"] = 25, ["a"] = null, ["b"] = null, ["c"] = null, ["d"] = null };
        Derivable(shown, margins).ShouldBeEmpty();
        shown["d"] = 12;
        Derivable(shown, margins).ShouldBe(["a = 7", "b = 13", "c = 18"]);
    }

    [Fact]
    public void A_masked_total_of_shown_parts_is_their_sum()
        => Derivable(new() { ["t"] = null, ["a"] = 30, ["b"] = 12 }, ("t", ["a", "b"])).ShouldBe(["t = 42"]);

    static IReadOnlyList<string> Derivable(Dictionary<string, long?> shown, params (string Total, string[] Parts)[] sums)
        => new MarginSolver(shown, _ => 1, sums.Select(sum => (sum.Total, (IReadOnlyList<string>)sum.Parts))).Derivable();
}
