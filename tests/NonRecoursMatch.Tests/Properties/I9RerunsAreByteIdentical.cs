using System.Globalization;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I9: same inputs, agreement, parameters and secrets give byte-identical packages, lists and reports.</summary>
public class I9RerunsAreByteIdentical
{
    [Fact]
    public void A_second_run_in_another_place_gives_the_same_bytes() => ForAnySeed.Check(3, seed =>
    {
        using var one = Filled(seed);
        using var other = Filled(seed);
        Same(one, other);
    });

    [Fact]
    public void Neither_language_nor_calendar_of_the_machine_changes_a_byte() => ForAnySeed.Check(2, seed =>
    {
        using var one = Filled(seed);
        one.Run();
        foreach (var culture in new[] { "tr-TR", "fr-FR", "ar-SA", "th-TH" })
        {
            using var other = Filled(seed);
            var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                other.Run();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            }

            Compare(one.Packages, other.Packages);
            Compare(one.Output, other.Output);
        }
    });

    [Fact]
    public void The_order_of_the_rows_of_persons_in_an_extract_changes_nothing() => ForAnySeed.Check(3, seed =>
    {
        using var one = Filled(seed);
        using var other = Filled(seed);
        var random = new System.Random(seed);
        foreach (var extract in other.Extracts.Values)
        {
            var shuffled = extract.Persons.Rows.OrderBy(_ => random.Next()).ToList();
            extract.Persons.Rows.Clear();
            extract.Persons.Rows.AddRange(shuffled);
            extract.Oppositions.Rows.Reverse();
        }

        Same(one, other);
    });

    static TinyTerritory Filled(int seed)
    {
        var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed, residents: 40);
        territory[TinyAgreement.Ccas].Oppose(known[0].Resident, "toutes", withNir: false);
        territory[TinyAgreement.Ccas].Oppose(known[1].Resident, "C2S", withNir: false);
        return territory;
    }

    static void Same(TinyTerritory one, TinyTerritory other)
    {
        one.Run();
        other.Run();
        Compare(one.Packages, other.Packages);
        Compare(one.Output, other.Output);
    }

    static void Compare(string one, string other)
    {
        var names = Names(one);
        names.ShouldNotBeEmpty();
        Names(other).ShouldBe(names);
        foreach (var name in names)
            File.ReadAllBytes(Path.Combine(other, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(one, name))).ShouldBeTrue(name);
    }

    static List<string> Names(string folder)
        => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];
}
