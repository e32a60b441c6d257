using NonRecoursMatch.Operator.Reports;

namespace NonRecoursMatch.Tests.Operator;

public class SmallCellsTests
{
    [Fact]
    public void Counts_under_the_minimum_are_masked_and_nobody_is_zero()
        => Mask(("a", 0), ("b", 10), ("c", 9), ("d", 11)).ShouldBe([("a", "0"), ("b", "masqué"), ("c", "masqué"), ("d", "11")]);

    [Fact]
    public void One_masked_cell_masks_a_second_so_that_the_total_gives_nothing_away()
        => Mask(("a", 3), ("b", 40), ("c", 25)).ShouldBe([("a", "masqué"), ("b", "40"), ("c", "masqué")]);

    [Fact]
    public void Masked_cells_that_are_small_together_take_a_third_with_them()
        => Mask(("a", 3), ("b", 2), ("c", 40), ("d", 25)).ShouldBe([("a", "masqué"), ("b", "masqué"), ("c", "40"), ("d", "masqué")]);

    [Fact]
    public void Eleven_cells_of_one_person_each_do_not_give_themselves_away()
        => Mask([.. Enumerable.Range(0, 11).Select(i => (FormattableString.Invariant($"{i:00}"), 1L)), ("x", 40), ("y", 41)])
            .Select(cell => cell.Shown).ShouldBe([.. Enumerable.Repeat("masqué", 12), "41"]);

    [Fact]
    public void Large_counts_are_shown() => Mask(("a", 30), ("b", 40)).ShouldBe([("a", "30"), ("b", "40")]);

    static IEnumerable<(string Name, string? Shown)> Mask(params (string Name, long Count)[] cells)
        => SmallCells.Mask(cells.ToDictionary(cell => cell.Name, cell => cell.Count), 11).Select(cell => (cell.Key, cell.Value.ToString()));
}
