namespace NonRecoursMatch.EndToEnd;

/// <summary>Agreements that allow nothing: each fault with its line, what was expected, what to do, and exit code 78.</summary>
[Collection(SharedTerritory.Name)]
public class BadAgreementsTests(GeneratedTerritory territory)
{
    [Fact]
    public void A_missing_agreement_is_a_missing_input()
    {
        using var bench = new Workbench(territory);
        File.Delete(Path.Combine(bench.Folder, "convention.yaml"));
        bench.ShouldRefuse(bench.Run(), 66, bench.Folder);
    }

    [Theory]
    [InlineData("version: 1\n", "versionn: 1\n", "ligne 4", "versionn")]
    [InlineData("divulgation: invitation", "divulgation: complet", "ligne ", "divulgation")]
    [InlineData("key_reference: file:cles/racine.json", "key_reference: a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1", "ligne ", "key_reference")]
    [InlineData("prestations:\n  c2s:", "prestations:\n  ppa:", "ligne ", "ppa")]
    [InlineData("convention: synthetique", "convention: [synthetique", "ligne ")]
    [InlineData("    base_legale: \"CRPA, art. L. 114-8, II\"\n", "", "ligne ", "base_legale")]
    [InlineData("    base_nir: \"décret n° 2019-341 du 19 avril 2019, art. 2, A\"\n", "", "ligne ", "base_nir")]
    [InlineData("dossier: extraits/caf-35\n", "dossier: ../../extraits/caf-35\n", "ligne ", "sources[0].dossier")]
    [InlineData("dossier: extraits/caf-35\n", "dossier: /etc\n", "ligne ", "sources[0].dossier")]
    [InlineData("file:cles/secret-caf-35.json", "file:../cles/secret-caf-35.json", "ligne ", "sources[0].secret_reference")]
    [InlineData("base_legale: \"CRPA, art. L. 114-8, II\"", "base_legale: \"À COMPLÉTER (sources.caf-35.base_legale)\"", "ligne ", "Gap")]
    [InlineData("normalisation: n2", "normalisation: n1", "ligne ", "domaine_de_cle.normalisation")]
    [InlineData("article_14: \"personnes inventées\", date: 2026-01-01", "article_14: \"personnes inventées\", date: 2027-01-01", "ligne ", "information.date", "2027-01-01")]
    public void An_invalid_agreement_is_refused_with_the_line_of_its_fault(string before, string after, params string[] said)
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(Path.Combine(bench.Folder, "convention.yaml"), before, after);
        var answer = bench.Run();
        bench.ShouldRefuse(answer, 78, [.. said, "Attendu", "À faire"]);
        answer.Error.ShouldNotContain("a4b1a4b1");
    }

    [Fact]
    public void An_extract_that_is_a_link_is_refused_before_anything_is_read()
    {
        using var bench = new Workbench(territory);
        Directory.Move(Path.Combine(bench.Folder, "extraits", "caf-35"), bench["ailleurs"]);
        Directory.CreateSymbolicLink(Path.Combine(bench.Folder, "extraits", "caf-35"), bench["ailleurs"]);
        bench.ShouldRefuse(bench.Run(), 78, "LinkInFolder", "sources[caf-35].dossier", Path.Combine("extraits", "caf-35"));
        bench.ShouldRefuse(Holder.Pseudonymize(bench.Folder, "caf-35", bench.Folder, bench.Output), 78, "LinkInFolder");
    }

    [Fact]
    public void An_agreement_about_real_persons_lacks_nothing_or_is_refused()
    {
        using var bench = new Workbench(territory);
        var path = Path.Combine(bench.Folder, "convention.yaml");
        Workbench.Replace(path, "test: true\n", "");
        NonRecours.Run("convention", "check", path).ExitCode.ShouldBe(0);
        var aipd = File.ReadAllLines(path).Single(line => line.StartsWith("aipd:", StringComparison.Ordinal));
        Workbench.Replace(path, aipd + "\n", "");
        bench.ShouldRefuse(bench.Run(), 78, "SigningKeyMissing", "aipd", "RGPD, art. 35", "ligne ");
    }

    [Fact]
    public void An_expired_agreement_is_refused_with_the_text_that_ends_it()
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(Path.Combine(bench.Folder, "convention.yaml"), "fin: 2026-12", "fin: 2026-10");
        bench.ShouldRefuse(bench.Run(), 78, "fondement.fenetre", "ligne ", "Expired", "solidarites.gouv.fr");
    }

    [Fact]
    public void An_unknown_territory_is_refused()
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(Path.Combine(bench.Folder, "convention.yaml"), "territoire: \"243500741\"", "territoire: \"Ville d'Ys\"");
        bench.ShouldRefuse(bench.Run(), 78, "territoire", "ligne ", "UnknownTerritory");
    }

    [Fact]
    public void Generating_an_unknown_territory_is_refused_too()
    {
        using var bench = new Workbench(territory);
        bench.ShouldRefuse(NonRecours.Run("generate", "Ville d'Ys", "--persons", "100", "--seed", "1", "--out", bench.Output), 78, "Ville d'Ys");
    }

    [Theory]
    [InlineData("2023-06")]
    [InlineData("2027-01")]
    public void A_month_outside_the_window_is_refused(string month)
    {
        using var bench = new Workbench(territory);
        bench.ShouldRefuse(bench.Run(month), 78, "fondement.fenetre", "MonthOutsideWindow", month, "2023-07", "2026-12");
    }

    [Fact]
    public void Run_refuses_separate_roles_and_says_what_to_run_instead()
    {
        using var bench = new Workbench(territory);
        var path = Path.Combine(bench.Folder, "convention.yaml");
        var lines = File.ReadAllLines(path).Where(line => !line.Contains("secret_reference", StringComparison.Ordinal) && !line.Contains("sous_traitant", StringComparison.Ordinal));
        File.WriteAllLines(path, lines.Select(line => line.Replace("roles: unique", "roles: separes", StringComparison.Ordinal)).ToList());
        bench.ShouldRefuse(bench.Run(), 78, "traitement.roles", "pseudonymize", "match");
    }
}
