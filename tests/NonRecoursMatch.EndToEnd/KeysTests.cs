using System.Security.Cryptography;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Keys are refused where they may not be, and never printed: exit code 77.</summary>
[Collection(SharedTerritory.Name)]
public class KeysTests(GeneratedTerritory territory)
{
    static readonly string s_hex = Convert.ToHexStringLower(SHA256.HashData("a key within reach"u8));

    [Fact]
    public void A_package_made_with_another_root_is_refused_by_its_check_value()
    {
        using var bench = new Workbench(territory);
        NonRecours.Ok("key", "new", "--test", "--out", bench["autre.json"]);
        Holder.Pseudonymize(bench.Folder, "ccas-redon", bench.Folder, bench["autre"], root: bench["autre.json"]).ExitCode.ShouldBe(0);
        var packages = Packages(bench);
        Directory.Delete(Path.Combine(packages, "ccas-redon"), recursive: true);
        TemporaryFolder.Copy(bench["autre", "packages", "ccas-redon"], Path.Combine(packages, "ccas-redon"));
        bench.ShouldRefuse(Match(bench, packages), 77, "ccas-redon", "key check value");
    }

    [Fact]
    public void A_key_among_the_packages_stops_the_operator()
    {
        using var bench = new Workbench(territory);
        var packages = Packages(bench);
        File.Copy(Path.Combine(bench.Folder, "cles", "racine.json"), Path.Combine(packages, "ccas-redon", "notes.txt"));
        bench.ShouldRefuse(Match(bench, packages), 77, "notes.txt");
    }

    [Fact]
    public void A_key_in_the_folder_of_the_agreement_stops_the_operator()
    {
        using var bench = new Workbench(territory);
        var answer = NonRecours.Run("match", "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--in", Packages(bench), "--out", bench.Output);
        bench.ShouldRefuse(answer, 77, "racine.json", "secret-caf-35.json");
    }

    [Fact]
    public void A_key_in_the_output_folder_stops_the_operator()
    {
        using var bench = new Workbench(territory);
        Directory.CreateDirectory(bench["ailleurs"]);
        File.WriteAllText(bench["ailleurs", "cle"], s_hex);
        var answer = NonRecours.Run("match", "--convention", Alone(bench), "--month", GeneratedTerritory.Month, "--in", Packages(bench), "--out", bench["ailleurs"]);
        bench.ShouldRefuse(answer, 77, bench["ailleurs", "cle"]);
        Directory.GetFileSystemEntries(bench["ailleurs"]).Length.ShouldBe(1);
    }

    [Fact]
    public void A_key_in_the_environment_stops_the_operator()
    {
        using var bench = new Workbench(territory);
        var answer = NonRecours.Run(MatchArguments(bench, Packages(bench)), new Dictionary<string, string> { ["CLE_DE_CAMPAGNE"] = s_hex });
        bench.ShouldRefuse(answer, 77, "CLE_DE_CAMPAGNE");
        answer.Error.ShouldNotContain(s_hex);
    }

    [Fact]
    public void A_key_among_the_arguments_stops_the_operator()
    {
        using var bench = new Workbench(territory);
        var packages = Packages(bench);
        Directory.CreateDirectory(bench[s_hex]);
        var answer = NonRecours.Run([.. MatchArguments(bench, packages), "--in", s_hex], workingDirectory: bench[[]]);
        bench.ShouldRefuse(answer, 77, "argument ");
        answer.Error.ShouldNotContain(s_hex);
    }

    [Fact]
    public void A_key_given_by_value_is_refused_and_not_repeated()
    {
        using var bench = new Workbench(territory);
        var answer = bench.Run(more: ["--key", s_hex]);
        bench.ShouldRefuse(answer, 77, "env:", "file:");
        answer.Error.ShouldNotContain(s_hex);
    }

    [Fact]
    public void A_missing_key_or_a_secret_in_its_place_is_refused()
    {
        using var bench = new Workbench(territory);
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + bench["nulle-part.json"]]), 77, "nulle-part.json");
        bench.ShouldRefuse(bench.Run(more: ["--key", "env:AUCUNE_CLE_ICI"]), 77);
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + Path.Combine(bench.Folder, "cles", "secret-caf-35.json")]), 77, "root");
    }

    [Fact]
    public void A_key_file_that_others_may_read_is_refused_unless_it_is_a_test_key()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var bench = new Workbench(territory);
        foreach (var (name, options) in new[] { ("vraie.json", Array.Empty<string>()), ("essai.json", ["--test"]) })
        {
            NonRecours.Ok(["key", "new", "--out", bench[name], .. options]);
            File.GetUnixFileMode(bench[name]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            NonRecours.Ok("key", "show", "file:" + bench[name]).Output.ShouldNotContain(ValueOf(bench[name]));
            File.SetUnixFileMode(bench[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        bench.ShouldRefuse(NonRecours.Run("key", "show", "file:" + bench["vraie.json"]), 77, "vraie.json", "chmod 600");
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + bench["vraie.json"]]), 77, "vraie.json");
        NonRecours.Ok("key", "show", "file:" + bench["essai.json"]).Output.ShouldContain("TEST");
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("key", "new", "--out", folder["cle.json"]);
        var before = File.ReadAllText(folder["cle.json"]);
        NonRecours.Run("key", "new", "--out", folder["cle.json"]).ExitCode.ShouldBe(73);
        File.ReadAllText(folder["cle.json"]).ShouldBe(before);
    }

    static string ValueOf(string keyFile)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(keyFile));
        return document.RootElement.GetProperty("key").GetString()!;
    }

    string Packages(Workbench bench)
    {
        TemporaryFolder.Copy(Path.Combine(territory.Output, "packages"), bench["paquets"]);
        return bench["paquets"];
    }

    static string Alone(Workbench bench)
    {
        Directory.CreateDirectory(bench["convention"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["convention", "convention.yaml"], overwrite: true);
        return bench["convention"];
    }

    static string[] MatchArguments(Workbench bench, string packages)
        => ["match", "--convention", Alone(bench), "--month", GeneratedTerritory.Month, "--in", packages, "--out", bench.Output];

    static Answer Match(Workbench bench, string packages) => NonRecours.Run(MatchArguments(bench, packages));
}
