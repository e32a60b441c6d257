using System.Text;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Synthetic.Comparison;

/// <summary>Compares the lists that a run produced with the <c>expected-lists</c> of a generated territory.</summary>
public static class ListComparison
{
    const int MostDifferences = 200;

    /// <summary>Compares every body.</summary>
    /// <param name="territory">The generated folder, which holds <c>truth/</c>.</param>
    /// <param name="lists">The folder <c>lists</c> of the run, one folder per body.</param>
    /// <exception cref="DirectoryNotFoundException">The territory has no expected lists.</exception>
    /// <exception cref="InvalidDataException">A list lacks the column of handles, or repeats a row.</exception>
    public static ComparisonResult Compare(string territory, string lists)
    {
        var bodies = new List<BodyComparison>();
        var differences = new List<ListDifference>();
        var expectedFolder = Path.Combine(territory, "truth", "expected-lists");
        var names = Directory.EnumerateFiles(expectedFolder, "*.csv").Select(Path.GetFileNameWithoutExtension)
            .Union(Directory.Exists(lists) ? Directory.EnumerateDirectories(lists).Select(Path.GetFileName) : [])
            .Order(StringComparer.Ordinal);
        foreach (var body in names)
        {
            var expected = Read(Path.Combine(expectedFolder, body + ".csv"));
            var listed = Read(Path.Combine(lists, body!, "liste.csv"));
            bodies.Add(Compare(body!, expected, listed, differences));
        }

        return new ComparisonResult(bodies, differences);
    }

    static BodyComparison Compare(
        string body, SortedDictionary<(string Poignee, string Prestation), string> expected, SortedDictionary<(string Poignee, string Prestation), string> listed, List<ListDifference> differences)
    {
        var (found, otherVerdict) = (0L, 0L);
        foreach (var (row, verdict) in expected)
        {
            // A list at level "invitation" says no verdict: its rows can only be there or not.
            var present = listed.TryGetValue(row, out var said);
            found += present ? 1 : 0;
            var other = present && said!.Length > 0 && said != verdict;
            otherVerdict += other ? 1 : 0;
            if (!present || other)
                Keep(new ListDifference(body, row.Poignee, row.Prestation, verdict, said ?? ""));
        }

        foreach (var (row, verdict) in listed.Where(row => !expected.ContainsKey(row.Key)))
            Keep(new ListDifference(body, row.Poignee, row.Prestation, "", verdict.Length > 0 ? verdict : "invitation"));
        return new BodyComparison(body, expected.Count, listed.Count, found, otherVerdict);

        void Keep(ListDifference difference)
        {
            if (differences.Count < MostDifferences)
                differences.Add(difference);
        }
    }

    static SortedDictionary<(string Poignee, string Prestation), string> Read(string path)
    {
        var rows = new SortedDictionary<(string, string), string>(Comparer<(string Poignee, string Prestation)>.Create((left, right) =>
        {
            var first = string.CompareOrdinal(left.Poignee, right.Poignee);
            return first != 0 ? first : string.CompareOrdinal(left.Prestation, right.Prestation);
        }));
        if (!File.Exists(path))
            return rows;
        using var reader = new DelimitedReader(path, ';');
        int Column(string name) => Enumerable.Range(0, reader.Header.Count).FirstOrDefault(index => reader.Header[index] == name, -1);
        string Text(int column) => column < 0 ? "" : Encoding.UTF8.GetString(reader.Field(column));
        var (handle, prestation, verdict) = (Column("poignee"), Column("prestation"), Column("verdict"));
        if (handle < 0)
            throw new InvalidDataException($"{Path.GetFileName(path)}: no column poignee");
        while (reader.Read())
        {
            if (!reader.IsEmptyLine && !rows.TryAdd((Text(handle), ListWords.Prestation(Text(prestation))), ListWords.Verdict(Text(verdict))))
                throw new InvalidDataException($"{Path.GetFileName(path)}, line {reader.Line}: the row is there twice");
        }

        return rows;
    }
}
