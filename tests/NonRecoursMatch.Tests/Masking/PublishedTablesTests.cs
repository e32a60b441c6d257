using System.Text.Json.Nodes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Masking;

/// <summary>
/// From all that a month publishes together, no masked cell can be derived. The sums are stated here as a reader knows them, and hold on the exact
/// counts of the operator's balance; the solver is the tests' own.
/// </summary>
public class PublishedTablesTests
{
    static readonly string[] s_verdicts = ["certain", "presume", "a_verifier"];

    [Fact]
    public void No_masked_cell_of_a_month_can_be_derived_from_its_published_tables() => ForAnySeed.Check(6, seed =>
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, seed, residents: 40 + (seed % 200));
        var known = Population.Fill(territory, seed + 1, residents: 5, place: 900);
        territory[TinyAgreement.Ccas].Oppose(known[0].Resident, "toutes", withNir: false);
        var report = territory.Run().Report;

        var (shown, sums) = (Shown(report["statistiques"]!), new List<(string, IReadOnlyList<string>)>());
        var (balance, hidden) = (report["bilan"]!, new HashSet<string>());
        var sources = Keys(balance["detenteurs"]!);
        var benefits = Keys(balance["foyers"]!).Where(name => name != "personnes").ToList();
        Sum("entonnoir/recues", sources.Select(source => $"sources/{source}/recues"));
        Sum("entonnoir/transmises", sources.Select(source => Hide($"sources/{source}/transmises")));
        Sum("entonnoir/transmises", ["entonnoir/sans_opposition", "oppositions/reconnues"]);
        foreach (var source in sources)
        {
            Sum($"sources/{source}/recues", [$"sources/{source}/transmises", .. Under($"sources/{source}/laissees/")]);
            if (Under($"liens/nir/{source}/classes/") is { Count: > 0 } classes)
                Sum($"sources/{source}/recues", classes);
        }

        Sum("entonnoir/droits", benefits.Select(benefit => $"droits/{benefit}"));
        Sum("entonnoir/droits", Under("communes/"));
        Sum("entonnoir/droits", ["entonnoir/lignes", Hide("meme_invitation")]);
        Sum("entonnoir/lignes", Under("listes/"));
        foreach (var benefit in benefits)
        {
            Sum($"droits/{benefit}", s_verdicts.Select(verdict => $"verdicts/{benefit}/{verdict}"));
            Sum($"examinees/{benefit}", [$"droits/{benefit}", .. Under($"causes/{benefit}/")]);
        }

        Sum("entonnoir/personnes", ["examinees/C2S"]);
        Sum("examinees/RSA", ["examinees/PPA"]);
        // Nearly always the same: an opposition may stand between the two.
        foreach (var benefit in (string[])["RSA", "PPA"])
        {
            if (shown.ContainsKey($"causes/{benefit}/declaration_attendue") && Awaited(benefit) == balance["foyers"]![$"DECLARATION_{benefit}"]!["lignes_entrees"]!.GetValue<long>())
                Sum($"examinees/DECLARATION_{benefit}", [$"causes/{benefit}/declaration_attendue"]);
        }

        shown.Values.ShouldAllBe(count => count == null || count == 0 || count >= 11);
        shown.Values.ShouldContain((long?)null);
        new MarginSolver(shown, name => hidden.Contains(name) ? 0 : 1, sums).Derivable().Where(cell => !hidden.Contains(cell.Split(' ')[0])).ShouldBeEmpty($"seed {seed}");

        long Awaited(string benefit) => balance["foyers"]![benefit]!["ecarts"]!["declaration_attendue"]?.GetValue<long>() ?? 0;

        void Sum(string total, IEnumerable<string> parts) => sums.Add((total, [.. parts]));

        List<string> Under(string prefix) => [.. shown.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];

        string Hide(string name)
        {
            hidden.Add(name);
            shown.Add(name, null);
            return name;
        }
    });

    /// <summary>Every published count by its path; null where it is masked.</summary>
    static Dictionary<string, long?> Shown(JsonNode statistics)
    {
        var shown = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var (name, node) in statistics.AsObject().Where(table => table.Key != "petite_cellule"))
            Walk(name, node!);
        return shown;

        void Walk(string path, JsonNode node)
        {
            if (node is JsonObject table)
            {
                foreach (var (name, child) in table)
                    Walk($"{path}/{name}", child!);
            }
            else
            {
                shown.Add(path, node.AsValue().TryGetValue<long>(out var count) ? count : null);
            }
        }
    }

    static List<string> Keys(JsonNode node) => [.. node.AsObject().Select(entry => entry.Key)];
}
