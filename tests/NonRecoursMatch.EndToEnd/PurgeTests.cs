using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>purge</c>: packages go with a proof, everything else stays, and a closed month is not opened again.</summary>
[Collection(SharedTerritory.Name)]
public class PurgeTests(GeneratedTerritory territory)
{
    [Fact]
    public void A_closed_month_loses_its_packages_in_every_revision_and_keeps_everything_else()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        bench.Run(more: ["--without", "ccas-redon", "--reason", "retard"]).ExitCode.ShouldBe(0);
        var digests = Directory.EnumerateFiles(bench["sortie", "packages"], "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(bench.Output, path), path => (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), new FileInfo(path).Length));

        var preview = Purge(bench, "--close");
        preview.ShouldContain("rien n'a été supprimé");
        SameBytes.Expect(territory.Output, bench.Output);

        Purge(bench, "--close", "--apply").ShouldContain("clos depuis le 2026-11-30");
        foreach (var result in new[] { bench.Output, bench["sortie-r2"] })
            Directory.EnumerateFileSystemEntries(Path.Combine(result, "packages")).ShouldBeEmpty();
        foreach (var part in new[] { "holders", "lists", "bilans" })
            SameBytes.Expect(Path.Combine(territory.Output, part), bench["sortie", part]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), bench["sortie", "rapport.json"]);

        using var proof = JsonDocument.Parse(File.ReadAllText(bench["sortie", "purge.json"]));
        proof.RootElement.GetProperty("cloture").GetString().ShouldBe("2026-11-30");
        proof.RootElement.GetProperty("fichiers").EnumerateArray().ToDictionary(file => file.GetProperty("fichier").GetString()!, file => (file.GetProperty("sha256").GetString()!, file.GetProperty("octets").GetInt64()))
            .ShouldBe(digests, ignoreOrder: true);
        ExpectChained(File.ReadAllLines(bench["sortie", "journal.jsonl"]));
        File.ReadLines(bench["sortie", "journal.jsonl"]).Last().ShouldContain(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(bench["sortie", "purge.json"]))));

        var (before, journal) = (File.ReadAllText(bench["sortie", "purge.json"]), File.ReadAllText(bench["sortie", "journal.jsonl"]));
        Purge(bench, "--close", "--apply").ShouldContain("rien à purger");
        Purge(bench, "--apply").ShouldContain("rien à purger");
        (File.ReadAllText(bench["sortie", "purge.json"]), File.ReadAllText(bench["sortie", "journal.jsonl"])).ShouldBe((before, journal));

        NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output).Output.ShouldContain("clos depuis le 2026-11-30");
        Refused(bench.Run());
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        Refused(NonRecours.Run("match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", bench["sortie", "packages"], "--out", bench["seul"]));
    }

    [Fact]
    public void Only_packages_past_their_last_day_go_while_the_month_is_open_and_no_link_is_followed()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        Directory.CreateDirectory(bench["sortie-r2.partial"]);
        NonRecours.Ok("purge", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output).Error.ShouldContain("sortie-r2.partial");
        Purge(bench, "--apply").ShouldContain("rien à purger");
        File.Exists(bench["sortie", "purge.json"]).ShouldBeFalse();

        Workbench.Replace(bench["sortie", "packages", "caf-35", "manifest.json"], "\"expire_le\": \"2027-10-31\"", "\"expire_le\": \"2026-11-29\"");
        Workbench.Replace(bench["sortie", "packages", "caf-44", "manifest.json"], "\"expire_le\": \"2027-10-31\"", "\"expire_le\": \"2026-11-30\"");
        Directory.CreateDirectory(bench["dehors"]);
        File.WriteAllText(bench["dehors", "a_garder.txt"], "not of a package");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(bench["sortie", "packages", "caf-35", "lien"], bench["dehors"]);
            File.CreateSymbolicLink(bench["sortie", "packages", "caf-35", "lien.txt"], bench["dehors", "a_garder.txt"]);
            Directory.CreateSymbolicLink(bench["sortie", "packages", "autre"], bench["dehors"]);
        }

        Purge(bench, "--apply").ShouldContain("caf-35");
        File.Exists(bench["sortie", "packages", "caf-35", "personnes.col"]).ShouldBeFalse();
        SameBytes.Expect(Path.Combine(territory.Output, "packages", "cpam-35"), bench["sortie", "packages", "cpam-35"]);
        File.Exists(bench["sortie", "packages", "caf-44", "personnes.col"]).ShouldBeTrue();
        File.Exists(bench["dehors", "a_garder.txt"]).ShouldBeTrue();
        using var proof = JsonDocument.Parse(File.ReadAllText(bench["sortie", "purge.json"]));
        proof.RootElement.GetProperty("cloture").ValueKind.ShouldBe(JsonValueKind.Null);
        proof.RootElement.GetProperty("fichiers").EnumerateArray().ShouldAllBe(file => file.GetProperty("motif").GetString() == "conservation");
    }

    [Fact]
    public void A_month_whose_packages_are_elsewhere_is_closed_with_them_or_not_at_all()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        Directory.Move(bench["sortie", "packages"], bench["recus"]);
        // Another month's package beside them is not of this closing.
        TemporaryFolder.Copy(bench["recus", "caf-35"], bench["recus", "autre"]);
        Workbench.Replace(bench["recus", "autre", "manifest.json"], "\"mois\": \"2026-10\"", "\"mois\": \"2026-09\"");
        foreach (var more in new[] { Array.Empty<string>(), ["--in", bench["nulle part"]] })
        {
            var refused = NonRecours.Run(["purge", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output, "--close", "--apply", .. more]);
            refused.ExitCode.ShouldBe(66, refused.Error);
            refused.Error.ShouldContain("--in");
            File.Exists(bench["sortie", "purge.json"]).ShouldBeFalse();
        }

        var files = Directory.EnumerateFiles(bench["recus"], "*", SearchOption.AllDirectories).Count(path => !path.Contains("autre", StringComparison.Ordinal));
        Purge(bench, "--in", bench["recus"], "--close").ShouldContain("rien n'a été supprimé");
        Purge(bench, "--in", bench["recus"], "--close", "--apply").ShouldContain("clos depuis le 2026-11-30");
        Directory.GetFileSystemEntries(bench["recus"]).Select(Path.GetFileName).ShouldBe(["autre"]);
        using var proof = JsonDocument.Parse(File.ReadAllText(bench["sortie", "purge.json"]));
        proof.RootElement.GetProperty("fichiers").GetArrayLength().ShouldBe(files);
        proof.RootElement.GetProperty("fichiers").EnumerateArray().ShouldAllBe(file => file.GetProperty("fichier").GetString()!.StartsWith("packages/", StringComparison.Ordinal));
        NonRecours.Ok("audit", "verify", bench.Output);
        Purge(bench, "--in", bench["recus"], "--close", "--apply").ShouldContain("rien à purger");
    }

    [Fact]
    public void A_folder_that_is_no_result_of_this_month_is_left_alone()
    {
        using var bench = new Workbench(territory);
        var answer = NonRecours.Run("purge", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Folder, "--close", "--apply");
        answer.ExitCode.ShouldBe(66, answer.Error);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        var other = NonRecours.Run("purge", bench.Folder, "--month", "2026-11", "--run", bench.Output, "--close", "--apply");
        other.ExitCode.ShouldBe(78, other.Error);
        SameBytes.Expect(territory.Output, bench.Output);
    }

    static string Purge(Workbench bench, params string[] more)
        => NonRecours.Ok(["purge", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output, .. more]).Output;

    static void Refused(Answer answer)
    {
        answer.ExitCode.ShouldBe(78, answer.Error);
        answer.Error.ShouldContain("clos depuis le 2026-11-30");
    }

    static void ExpectChained(string[] lines)
    {
        var expected = new string('0', 64);
        foreach (var line in lines)
        {
            using var entry = JsonDocument.Parse(line);
            entry.RootElement.GetProperty("prev").GetString().ShouldBe(expected);
            expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
        }
    }
}
