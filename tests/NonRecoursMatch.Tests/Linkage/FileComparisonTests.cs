using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Linkage;

public class FileComparisonTests
{
    const int Cases = 25;

    [Fact]
    public void The_second_file_compared_with_the_first_gives_the_same_pairs_transposed() => Check((left, right) =>
    {
        var (pairs, back) = (ComparedFiles.Run(left, right), ComparedFiles.Run(right, left));
        back.Lines.Select(line => line.Transposed()).ShouldBe(pairs.Lines, ignoreOrder: true);
    });

    [Fact]
    public void Two_runs_give_the_same_bytes() => Check((left, right) =>
        ComparedFiles.Run(left, right).Bytes.ShouldBe(ComparedFiles.Run(left, right).Bytes));

    [Fact]
    public void The_order_of_rows_does_not_matter() => Check((left, right) =>
    {
        var random = new System.Random(left.Count);
        var (leftShuffled, rightShuffled) = (left.ToArray(), right.ToArray());
        random.Shuffle(leftShuffled);
        random.Shuffle(rightShuffled);
        ComparedFiles.Run(leftShuffled, rightShuffled).Lines.ShouldBe(ComparedFiles.Run(left, right).Lines, ignoreOrder: true);
    });

    [Fact]
    public void A_row_is_linked_once_at_most() => Check((left, right) =>
    {
        var links = ComparedFiles.Run(left, right).Links.ToList();
        links.Select(link => link.Left).ShouldBeUnique();
        links.Select(link => link.Right).ShouldBeUnique();
    });

    [Fact]
    public void A_link_and_a_review_of_one_pair_exclude_each_other() => Check((left, right) =>
        ComparedFiles.Run(left, right).Lines.Select(line => (line.Left, line.Right)).ShouldBeUnique());

    [Fact]
    public void An_empty_identity_is_linked_to_nobody() => Check((left, right) =>
    {
        var (emptyLeft, emptyRight) = ($"a{left.Count - 1}", $"b{right.Count - 1}");
        ComparedFiles.Run(left, right).Lines.ShouldAllBe(line => line.Left != emptyLeft && line.Right != emptyRight);
    });

    [Fact]
    public void Two_files_without_an_error_are_linked_row_by_row()
    {
        Persona[] people = [.. Enumerable.Range(0, 300).Select(i => new Persona($"NOM{(char)('A' + (i % 26))}{(char)('A' + (i / 26))}ERIC", $"Prenom{(char)('A' + (i % 17))}", $"{1 + (i % 28):00}/{1 + (i % 12):00}/{1940 + (i % 60)}", "F", "35238", "35047"))];
        var pairs = ComparedFiles.Run(ComparedFiles.Rows('a', people), ComparedFiles.Rows('b', people));
        pairs.Links.Count().ShouldBe(people.Length);
        pairs.Links.ShouldAllBe(link => link.Left.Substring(1) == link.Right.Substring(1) && link.Class == "certain");
    }

    static void Check(Action<List<string>, List<string>> property) => ForAnySeed.Check(Cases, seed =>
    {
        var population = new Population(seed, persons: 40);
        property(ComparedFiles.Rows('a', population.Left), ComparedFiles.Rows('b', population.Right));
    });
}
