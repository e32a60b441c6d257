using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>
/// The invariants over months with late sources, corrections and oppositions: a first result, then a second one beside it, from extracts in which rows
/// left, others came, and people objected, with or without a source.
/// </summary>
public class MonthsThatGoWrong
{
    static readonly string?[] s_absent = [null, null, TinyAgreement.Caf, TinyAgreement.Cpam, TinyAgreement.Carsat, TinyAgreement.Bailleur, TinyAgreement.Ccas];
    static readonly string[] s_question = ["source", "poignee", "prestation", "verdict", "questions", "precautions", "avertissement"];

    [Fact]
    public void I2_lists_and_deltas_hold_only_the_recipients_own_handles() => Corrected((territory, outcome, _, _) =>
    {
        foreach (var body in Bodies(outcome))
        {
            var own = KeysOf(territory, body, PackageTables.Poignee).Concat(Before(territory, body)).ToHashSet(StringComparer.Ordinal);
            outcome.ListOf(body).ShouldAllBe(row => own.Contains(row.Handle));
            Delta(outcome, body).ShouldAllBe(cells => own.Contains(cells["poignee"]));
        }
    });

    [Fact]
    public void I3_nothing_of_a_person_without_a_row_stays() => Corrected((territory, outcome, _, _) =>
    {
        var shown = outcome.Rows.Select(row => row.Handle).Concat(Bodies(outcome).SelectMany(body => Delta(outcome, body).Select(cells => cells["poignee"]))).ToHashSet(StringComparer.Ordinal);
        var keys = TinyAgreement.Sources.SelectMany(source => KeysOf(territory, source, PackageTables.Poignee).Concat(KeysOf(territory, source, PackageTables.JetonNir))).Where(key => !shown.Contains(key));
        Traces.Of(keys.Select(key => Key128.ParseHex(key)), outcome.Folder).ShouldBeEmpty();
    });

    [Fact]
    public void I4_a_withdrawn_row_says_no_reason_and_no_source() => Corrected((_, outcome, _, _) =>
    {
        foreach (var cells in Bodies(outcome).SelectMany(body => Delta(outcome, body)).Where(cells => cells["changement"].StartsWith("retirée", StringComparison.Ordinal)))
        {
            cells["source"].ShouldBeEmpty();
            cells.GetValueOrDefault("prestation", "").ShouldBeEmpty();
            foreach (var word in new[] { "caf", "cpam", "carsat", "oppos", "fraud", "contrôle", "écart" })
                cells["changement"].ShouldNotContain(word, Case.Insensitive);
        }
    });

    [Fact]
    public void I5_who_objects_between_two_revisions_is_in_no_list_of_the_second() => Corrected((territory, outcome, known, opposed) =>
    {
        foreach (var one in known.Where(one => opposed.Contains(one.Resident.Number)))
        {
            // A record linked by name alone may be of a namesake: those with a NIR are sure.
            foreach (var (source, reference) in one.References.Where(held => held.Key is TinyAgreement.Cpam or TinyAgreement.Carsat))
                outcome.Rows.ShouldAllBe(row => row.Handle != territory.Handle(source, reference).ToString());
        }
    });

    [Fact]
    public void I10_levels_have_their_columns_and_an_invitation_is_the_same_for_all() => Corrected((_, outcome, _, _) =>
    {
        foreach (var body in Bodies(outcome))
        {
            if (body == TinyAgreement.Bailleur)
                outcome.ListOf(body).Select(row => row["invitation"]).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
            else if (body == TinyAgreement.Ccas)
                outcome.HeaderOf(body).ShouldBe(s_question);
            outcome.ListOf(body).Select(row => row.Handle).ShouldBe(outcome.ListOf(body).Select(row => row.Handle).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Handles_of_a_person_are_the_same_in_both_revisions() => Corrected((territory, outcome, _, _) =>
    {
        foreach (var body in Bodies(outcome))
        {
            var before = new MatchOutcome(territory.Output).ListOf(body).Select(row => row.Handle).ToHashSet(StringComparer.Ordinal);
            var after = outcome.ListOf(body).Select(row => row.Handle).ToHashSet(StringComparer.Ordinal);
            var withdrawn = Delta(outcome, body).Where(cells => cells["changement"].StartsWith("retirée (", StringComparison.Ordinal)).Select(cells => cells["poignee"]);
            withdrawn.ShouldBe(before.Except(after), ignoreOrder: true);
        }
    });

    /// <summary>Two revisions of a month; the second may lack a source.</summary>
    static void Corrected(Action<TinyTerritory, MatchOutcome, IReadOnlyList<Known>, IReadOnlySet<int>> property) => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(new TinyAgreement { AspaOrder = "ccas, bailleur, carsat" });
        var known = Population.Fill(territory, seed, residents: 40);
        var random = new System.Random(seed);
        territory.Run();

        // What an absent body received it sends apart.
        var absent = s_absent[random.Next(s_absent.Length)];
        var opposed = new HashSet<int>();
        var registered = new List<RegisteredOpposition>();
        foreach (var one in known)
        {
            if (one.References.TryGetValue(TinyAgreement.Cpam, out var reference) && random.Next(6) == 0 && opposed.Add(one.Resident.Number))
            {
                if (absent == TinyAgreement.Cpam)
                    registered.Add(Registered(one.Resident));
                else
                    territory[TinyAgreement.Cpam].Oppose(reference, "toutes");
            }
        }

        territory.Registered[TinyAgreement.Cpam] = registered;

        foreach (var source in new[] { TinyAgreement.Carsat, TinyAgreement.Ccas, TinyAgreement.Bailleur })
            territory[source].Persons.Rows.RemoveAll(_ => random.Next(10) == 0);
        Population.Fill(territory, seed + 1, residents: 5, place: 900);
        property(territory, territory.Revise(territory.Output, territory.SecondOutput, absent is null ? [] : [absent]), known, opposed);
    });

    static RegisteredOpposition Registered(Resident one) => new("", one.Nir, one.BirthName, one.UsageName, one.GivenName, one.BirthText, "toutes", "2026-11-01", "");

    static IEnumerable<string> Bodies(MatchOutcome outcome) => TinyAgreement.Sources.Where(body => File.Exists(outcome.PathOf(body)));

    static IEnumerable<string> Before(TinyTerritory territory, string body) => new MatchOutcome(territory.Output).ListOf(body).Select(row => row.Handle);

    static List<Dictionary<string, string>> Delta(MatchOutcome outcome, string body)
    {
        var path = Path.Combine(Path.GetDirectoryName(outcome.PathOf(body))!, "delta.csv");
        var lines = File.ReadAllText(path).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';').Select(cell => cell.Trim('"')).ToArray()).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    static List<string> KeysOf(TinyTerritory territory, string source, string column)
    {
        var keys = new List<string>();
        var path = Path.Combine(territory.PackageOf(source), PackageTables.PersonnesFile);

        // An absent body ships its oppositions alone.
        if (!File.Exists(path))
            return keys;
        using var persons = new ColumnFileReader(path);
        while (persons.Read())
        {
            for (var row = 0; row < persons.Batch.Length; row++)
            {
                if (persons.Batch[column].KeyOrNull(row) is { } key)
                    keys.Add(key.ToString());
            }
        }

        return keys;
    }
}
