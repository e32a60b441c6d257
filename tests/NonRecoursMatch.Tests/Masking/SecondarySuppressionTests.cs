using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Operator.Reports.Masking;

namespace NonRecoursMatch.Tests.Masking;

/// <summary>Whatever the counts, and however the sums are tied together, no masked cell can be derived.</summary>
public class SecondarySuppressionTests
{
    const int Minimum = 11;

    static readonly int[] s_counts = [0, 0, 1, 1, 2, 3, 5, 8, 10, 11, 12, 15, 40, 200];

    [Fact]
    public void Rows_columns_and_grand_total_of_a_table_give_no_masked_cell() => Check((random, published) =>
    {
        var (rows, columns) = (random.Next(1, 6), random.Next(1, 6));
        var counts = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Pick(random)).ToArray()).ToArray();
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                published.Add($"{i}/{j}", counts[i][j]);
        }

        for (var i = 0; i < rows; i++)
            published.Sum(published.Add($"r{i}", counts[i].Sum()), Enumerable.Range(0, columns).Select(j => $"{i}/{j}"));
        for (var j = 0; j < columns; j++)
            published.Sum(published.Add($"c{j}", counts.Sum(row => row[j])), Enumerable.Range(0, rows).Select(i => $"{i}/{j}"));
        published.Add("t", counts.Sum(row => row.Sum()));
        published.Sum("t", Enumerable.Range(0, rows).Select(i => $"r{i}"));
        published.Sum("t", Enumerable.Range(0, columns).Select(j => $"c{j}"));
    });

    [Fact]
    public void Totals_of_totals_with_hidden_cells_give_no_masked_cell() => Check((random, published) =>
    {
        var (total, groups) = (0L, new List<string>());
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var parts = Enumerable.Range(0, random.Next(1, 5)).Select(j => (Name: $"{i}/{j}", Count: Pick(random))).ToList();
            foreach (var (name, count) in parts)
                _ = random.Next(4) == 0 ? published.Hide(name, count) : published.Add(name, count);
            groups.Add(published.Add($"g{i}", parts.Sum(part => part.Count)));
            published.Sum(groups[^1], parts.Select(part => part.Name));
            total += parts.Sum(part => part.Count);
        }

        var opposed = Pick(random);
        published.Sum(published.Add("t", total + opposed), [.. groups, published.Hide("h", opposed)]);
        published.Sum(published.Add("same", total + opposed), "t");
    });

    static long Pick(System.Random random) => s_counts[random.Next(s_counts.Length)];

    static void Check(Action<System.Random, PublishedCounts> fill)
        => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var published = new PublishedCounts(Minimum);
            fill(new System.Random(seed), published);
            published.Suppress();
            var shown = published.Names.ToDictionary(name => name, name => published[name], StringComparer.Ordinal);
            shown.Values.ShouldAllBe(count => count == null || count == 0 || count >= Minimum);
            var masked = published.Names.Where(published.IsMasked).ToHashSet(StringComparer.Ordinal);
            new MarginSolver(shown, name => masked.Contains(name) ? 1 : 0, published.Sums).Derivable().Where(cell => masked.Contains(cell.Split(' ')[0])).ShouldBeEmpty($"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
