namespace NonRecoursMatch.EndToEnd;

/// <summary>Each body on its own premises, an operator with the packages and convention.yaml alone: the same result as <c>run</c>, and nobody sees more.</summary>
[Collection(SharedTerritory.Name)]
public class SeparateRolesTests(GeneratedTerritory territory)
{
    [Fact]
    public void Separate_roles_give_the_lists_packages_and_report_of_run_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        foreach (var source in territory.Sources)
        {
            var body = Body(folder, source);
            var answer = Holder.Pseudonymize(body, source, body, folder["envois", source]);
            answer.ExitCode.ShouldBe(0, answer.Error);
        }

        Directory.CreateDirectory(folder["operateur"]);
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), folder["operateur", "convention.yaml"]);
        NonRecours.Ok(["match", "--convention", folder["operateur"], "--month", GeneratedTerritory.Month, "--out", folder["sortie"], "--in", .. territory.Sources.Select(source => folder["envois", source, "packages"])]);

        SameBytes.Expect(Path.Combine(territory.Output, "lists"), folder["sortie", "lists"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), folder["sortie", "rapport.json"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.html"), folder["sortie", "rapport.html"]);
        foreach (var source in territory.Sources)
            SameBytes.Expect(Path.Combine(territory.Output, "packages", source), folder["envois", source, "packages", source]);
        // The operator's folder holds nothing but what it made.
        Directory.GetFileSystemEntries(folder["sortie"]).Select(Path.GetFileName).ShouldBe(["attestation.intoto.json", "convention.yaml", "journal.jsonl", "lists", "rapport.html", "rapport.json", "synthese.html"], ignoreOrder: true);
    }

    [Fact]
    public void The_stages_of_the_operator_run_one_by_one_give_the_same_result()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["operateur"]);
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), folder["operateur", "convention.yaml"]);
        string[] common = ["match", "--convention", folder["operateur"], "--month", GeneratedTerritory.Month, "--in", Path.Combine(territory.Output, "packages"), "--out", folder["sortie"], "--stage"];
        NonRecours.Run([.. common, "foyers"]).ExitCode.ShouldBe(66);
        foreach (var stage in new[] { "links", "foyers", "lists" })
            NonRecours.Ok([.. common, stage]);
        SameBytes.Expect(Path.Combine(territory.Output, "lists"), folder["sortie", "lists"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), folder["sortie", "rapport.json"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.html"), folder["sortie", "rapport.html"]);
    }

    [Fact]
    public void A_package_altered_on_the_way_or_of_another_agreement_text_is_refused()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(Path.Combine(territory.Output, "packages"), bench["paquets"]);
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        string[] match = ["match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", bench["paquets"], "--out", bench.Output];

        var persons = bench["paquets", "caf-35", "personnes.col"];
        var bytes = File.ReadAllBytes(persons);
        bytes[^40] ^= 1;
        File.WriteAllBytes(persons, bytes);
        bench.ShouldRefuse(NonRecours.Run(match), 1, "caf-35", "personnes.col");

        bytes[^40] ^= 1;
        File.WriteAllBytes(persons, bytes);
        File.AppendAllText(bench["operateur", "convention.yaml"], "# une autre version du texte\n");
        bench.ShouldRefuse(NonRecours.Run(match), 78, "convention.yaml");

        Directory.Delete(bench["paquets", "caf-35"], recursive: true);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"], overwrite: true);
        bench.ShouldRefuse(NonRecours.Run(match), 66, "caf-35");
    }

    [Fact]
    public void No_NIR_of_the_extracts_is_in_anything_that_run_leaves()
    {
        // Holders' folders included: what can lead back to a person there is encrypted.
        var nirs = IdentityValues.Of(territory.Folder).Where(value => value.Length >= 13 && value.All(char.IsAsciiDigit)).Select(nir => nir[..13]).ToHashSet(StringComparer.Ordinal);
        nirs.Count.ShouldBeGreaterThan(1_000);
        foreach (var path in Directory.EnumerateFiles(territory.Output, "*", SearchOption.AllDirectories))
            IdentityValues.DigitsIn(File.ReadAllBytes(path), length: 13).Where(nirs.Contains).ShouldBeEmpty(path);
    }

    /// <summary>The premises of a body: the agreement, the campaign key, its own secret and its own extract.</summary>
    string Body(TemporaryFolder folder, string source)
    {
        var body = folder["organismes", source];
        Directory.CreateDirectory(Path.Combine(body, "cles"));
        foreach (var file in new[] { "convention.yaml", Path.Combine("cles", "racine.json"), Path.Combine("cles", $"secret-{source}.json") })
            File.Copy(Path.Combine(territory.Folder, file), Path.Combine(body, file));
        TemporaryFolder.Copy(Path.Combine(territory.Folder, "extraits", source), Path.Combine(body, "extraits", source));
        return body;
    }
}
