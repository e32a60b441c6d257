using System.Security.Cryptography;
using System.Text.Json;
using NonRecoursMatch.Recipient.Evaluation;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.EvaluationFeeds;

/// <summary>What is sent to the evaluation: no trait, no more than the profile, a digest and a last day.</summary>
public class EvaluationFilesTests
{
    public static TheoryData<string> Profiles => [.. EvaluationProfiles.Words];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_trait_reference_or_handle_of_a_person_is_in_it_and_the_manifest_names_the_file(string word)
    {
        using var met = Filled();
        using var folder = new TemporaryFolder(inMemory: true);
        met.Write(folder.Path, EvaluationProfiles.Of(word));
        var persons = Enumerable.Range(1, 30).Select(MetTerritory.Of).ToList();
        Traces.Of(persons.SelectMany(person => person.Traces()), folder.Path).ShouldBeEmpty();
        Traces.Of(persons.Select(person => met.Territory.Handle(TinyAgreement.Cpam, person.Nir + "|1")), folder.Path).ShouldBeEmpty();
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder["manifest.json"]));
        var file = manifest.RootElement.GetProperty("fichiers")[0];
        file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder["evaluation.csv"]))));
        file.GetProperty("lignes").GetInt32().ShouldBe(Rows(folder).Count);
        manifest.RootElement.GetProperty("profil").GetString().ShouldBe(word);
        manifest.RootElement.GetProperty("finalite").GetString().ShouldBe("evaluation");
        manifest.RootElement.GetProperty("expire_le").GetString().ShouldBe(word == "evaluateur" ? "2027-05-31" : "2027-11-30");
    }

    [Fact]
    public void The_committee_reads_the_same_rows_without_the_pseudonym_nor_its_order()
    {
        using var met = Filled();
        using var folder = new TemporaryFolder(inMemory: true);
        met.Write(folder["evaluateur"], EvaluationProfile.Evaluateur);
        met.Write(folder["comite"], EvaluationProfile.ComiteScientifique);
        var (full, less) = (Lines(folder["evaluateur", "evaluation.csv"]), Lines(folder["comite", "evaluation.csv"]));
        full[0].ShouldBe("pseudonyme;" + less[0]);
        less.Skip(1).ShouldBe(full.Skip(1).Select(line => line[(line.IndexOf(';', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
        File.ReadAllText(folder["comite", "manifest.json"]).ShouldNotContain("kcv");
    }

    [Fact]
    public void The_DGCS_reads_no_commune_and_no_combination_of_fewer_than_eleven_persons()
    {
        using var met = Filled();
        using var folder = new TemporaryFolder(inMemory: true);
        var feed = met.Feed();
        met.Write(folder.Path, EvaluationProfile.Dgcs, feed);
        var rows = Rows(folder);
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => !row.Contains("35236", StringComparison.Ordinal));
        rows.GroupBy(row => row).ShouldAllBe(alike => alike.Count() >= 11);
        feed.Balance.Rows.ShouldBe(rows.Count);
    }

    [Fact]
    public void Twice_the_same_follow_up_gives_the_same_bytes()
    {
        using var met = Filled();
        using var folder = new TemporaryFolder(inMemory: true);
        foreach (var profile in Enum.GetValues<EvaluationProfile>())
        {
            met.Write(folder["a"], profile);
            met.Write(folder["b"], profile);
            foreach (var file in new[] { "evaluation.csv", "manifest.json" })
                File.ReadAllBytes(folder["a", file]).ShouldBe(File.ReadAllBytes(folder["b", file]));
        }
    }

    static MetTerritory Filled()
    {
        var met = new MetTerritory();
        for (var number = 1; number <= 30; number++)
            met.Answer(TinyAgreement.Cpam, MetTerritory.Of(number), number % 10 == 0 ? "refus" : "joint", "informe");
        return met;
    }

    static List<string> Rows(TemporaryFolder folder) => [.. Lines(folder["evaluation.csv"]).Skip(1)];

    static string[] Lines(string path) => File.ReadAllText(path).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
