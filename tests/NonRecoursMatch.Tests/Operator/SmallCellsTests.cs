using NonRecoursMatch.Operator.Reports;

namespace NonRecoursMatch.Tests.Operator;

public class SmallCellsTests
{
    [Fact]
    public void Counts_under_the_minimum_are_masked_zero_included()
        => Mask(("a", 0), ("b", 10), ("c", 11)).ShouldBe([("a", "<11"), ("b", "<11"), ("c", "11")]);

    [Fact]
    public void One_masked_cell_masks_a_second_so_that_the_total_gives_nothing_away()
        => Mask(("a", 3), ("b", 40), ("c", 25)).ShouldBe([("a", "<11"), ("b", "40"), ("c", "masqué")]);

    [Fact]
    public void Large_counts_are_shown() => Mask(("a", 30), ("b", 40)).ShouldBe([("a", "30"), ("b", "40")]);

    static IEnumerable<(string, string?)> Mask(params (string Name, long Count)[] cells)
        => SmallCells.Mask(cells.ToDictionary(cell => cell.Name, cell => cell.Count), 11).Select(cell => (cell.Key, cell.Value.ToString()));
}
