using System.Text.Json.Nodes;
using NonRecoursMatch.Operator.Reports.Outcomes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>What came of the contacts: counts that are right, and none that says something of a few persons.</summary>
public class OutcomeReportTests
{
    const string Mark = "masqué";

    static readonly string[] s_outcomes = ["a_joindre", "joint", "demande_deposee", "refus", "deja_ouvert", "ne_souhaite_pas", "mauvaise_personne"];
    static readonly string[] s_verdicts = ["Droit à ouvrir (à confirmer)", "Droit probable", "À vérifier ensemble"];

    [Fact]
    public void Precision_is_what_was_claimed_or_open_among_those_who_answered()
    {
        List<AnsweredRow> answers = [.. Rows(40, "demande_deposee", s_verdicts[0]), .. Rows(20, "deja_ouvert", s_verdicts[0], 2), .. Rows(30, "joint", s_verdicts[1]), .. Rows(30, "deja_ouvert", s_verdicts[1], 3), .. Rows(50, "a_joindre", s_verdicts[1])];
        var report = OutcomeReport.Of(answers, [], 11);
        report["suivi"]!["RSA"]!["a_joindre"]!.GetValue<long>().ShouldBe(50);
        Rate(report["precision"]!["RSA"]!).ShouldBe((120, 90, 0.75));
        Rate(report["segments"]!["verdict"]!["RSA"]![s_verdicts[0]]!).ShouldBe((60, 60, 1));
        Rate(report["segments"]!["verdict"]!["RSA"]![s_verdicts[1]]!).ShouldBe((60, 30, 0.5));
        report["mois_jusqu_a_ouverture"]!["RSA"]!.ToJsonString().ShouldBe("""{"2":20,"3":30}""");
    }

    [Fact]
    public void Openings_seen_in_a_later_extract_are_counted_apart_from_the_sheet()
    {
        List<WatchedRow> watched = [.. Enumerable.Repeat(new WatchedRow("C2S", 1), 15), .. Enumerable.Repeat(new WatchedRow("C2S", 2), 25), .. Enumerable.Repeat(new WatchedRow("C2S", null), 60)];
        var seen = OutcomeReport.Of([], watched, 11)["ouvertures_vues_sans_fiche"]!["C2S"]!;
        (seen["suivies"]!.GetValue<long>(), seen["ouvertes"]!.GetValue<long>(), seen["taux"]!.GetValue<double>()).ShouldBe((100, 40, 0.4));
        seen["mois"]!.ToJsonString().ShouldBe("""{"1":15,"2":25}""");
    }

    [Fact]
    public void No_count_of_a_few_persons_is_shown_nor_the_only_one_missing_of_a_sum() => ForAnySeed.Check(60, seed =>
    {
        var random = new System.Random(seed);
        var answers = Enumerable.Range(0, random.Next(0, 250)).Select(_ => Row(s_outcomes[random.Next(7)], s_verdicts[random.Next(3)], random.Next(0, 3), random.Next(2) == 0 ? "RSA" : "", random.Next(9) % 4)).ToList();
        var report = OutcomeReport.Of(answers, [.. Enumerable.Range(0, random.Next(60)).Select(_ => new WatchedRow("C2S", random.Next(3) == 0 ? random.Next(1, 3) : null))], 11);
        foreach (var count in Counts(report).Where(count => count is not null))
            (count == 0 || count >= 11).ShouldBeTrue();
        foreach (var (_, benefits) in report["segments"]!.AsObject())
        {
            foreach (var (benefit, values) in benefits!.AsObject())
            {
                foreach (var column in new[] { "reponses", "verifiees" })
                {
                    // One masked part of a total that is shown would be the rest of it.
                    var hidden = values!.AsObject().Count(value => IsMasked(value.Value![column]));
                    if (!IsMasked(report["precision"]![benefit]![column]))
                        hidden.ShouldNotBe(1);
                }
            }
        }
    });

    static List<AnsweredRow> Rows(int count, string outcome, string verdict, int months = 0) => [.. Enumerable.Repeat(Row(outcome, verdict, months, "RSA", 0), count)];

    static AnsweredRow Row(string outcome, string verdict, int months, string benefit, int commune)
        => new(benefit, outcome, months, new Dictionary<string, string> { ["verdict"] = verdict, ["commune"] = $"3523{commune}" });

    static (long Answered, long Verified, double Rate) Rate(JsonNode node) => (node["reponses"]!.GetValue<long>(), node["verifiees"]!.GetValue<long>(), node["taux"]!.GetValue<double>());

    static bool IsMasked(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text == Mark;

    static IEnumerable<long?> Counts(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(member => member.Key is not ("version" or "petite_cellule" or "taux")).SelectMany(member => Counts(member.Value)),
        JsonValue value => [value.TryGetValue<long>(out var count) ? count : null],
        _ => [],
    };
}
