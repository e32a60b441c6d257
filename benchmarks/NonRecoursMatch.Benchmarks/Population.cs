using System.Text;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Benchmarks;

/// <summary>The households of the oracle of July 2026, repeated: a mix of ages, compositions, incomes and housings, a quarter of them over 62.</summary>
static class Population
{
    /// <summary>The parameters shipped.</summary>
    public static RightsParameters Parameters { get; } = RightsParameters.Load(Path.Combine(AppContext.BaseDirectory, "conventions", "rights"));

    static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "households", "rights-2026-07.jsonl");

    /// <summary>A batch of columns.</summary>
    public static FoyerColumns Columns(int households, LawShelf shelf)
    {
        var (reader, household, columns) = (new HouseholdReader(_ => true), new Household(), new FoyerColumns());
        var lines = File.ReadAllLines(s_file).Select(Encoding.UTF8.GetBytes).ToArray();
        for (var i = 0; i < households; i++)
        {
            reader.Read(lines[i % lines.Length], household);
            var month = household.Month!.Value;
            if (i == 0)
                columns.Clear(month);
            household.Place(month);
            HouseholdColumns.Add(columns, household, shelf[month]);
        }

        return columns;
    }

    /// <summary>The lines of a file.</summary>
    public static byte[] JsonLines(int households)
    {
        var lines = File.ReadAllLines(s_file);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, households).Select(i => lines[i % lines.Length] + "\n")));
    }
}
