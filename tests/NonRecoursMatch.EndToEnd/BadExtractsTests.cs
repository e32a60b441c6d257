using System.Text;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Extracts that cannot be used: where the fault is, what to do, exit code, and nothing half-done.</summary>
[Collection(SharedTerritory.Name)]
public class BadExtractsTests(GeneratedTerritory territory)
{
    [Fact]
    public void A_missing_file_is_named_with_its_source()
    {
        using var bench = new Workbench(territory);
        File.Delete(bench.Extract("caf-35", "prestations.csv"));
        bench.ShouldRefuse(bench.Run(), 66, "caf-35", "prestations.csv", "status");
    }

    [Fact]
    public void A_missing_sidecar_is_named_with_its_source()
    {
        using var bench = new Workbench(territory);
        File.Delete(bench.Extract("cpam-44", "extrait.json"));
        bench.ShouldRefuse(bench.Run(), 66, "cpam-44", "extrait.json");
    }

    [Fact]
    public void Another_encoding_than_the_declared_one_is_shown_line_by_line_without_a_name()
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("caf-35", "personnes.csv");
        File.WriteAllText(path, File.ReadAllText(path), Encoding.Latin1);
        bench.ShouldRefuse(bench.Run(), 1, "caf-35", "fichier.encodage.octets", "personnes", "Ligne ", "utf-8");
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Another_separator_is_recognised(char separator)
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("caf-35", "personnes.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(';', separator));
        bench.ShouldRefuse(bench.Run(), 1, "caf-35", "entete.separateur", "personnes", "Ligne 1");
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        using var bench = new Workbench(territory);
        Drop(bench.Extract("cpam-35", "personnes.csv"), "c2s_refus");
        bench.ShouldRefuse(bench.Run(), 1, "cpam-35", "entete.colonne_manquante", "personnes", "c2s_refus", "Ligne 1");
    }

    [Theory]
    [InlineData("commentaire", "entete.colonne_inconnue")]
    [InlineData("date_grossesse", "entete.colonne_non_autorisee")]
    public void An_extra_column_is_named_and_blocks(string column, string code)
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("caf-35", "personnes.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select((line, i) => line + (i == 0 ? ";" + column : ";")));
        bench.ShouldRefuse(bench.Run(), 1, "caf-35", code, column);
    }

    [Fact]
    public void A_file_without_its_line_of_column_names_does_not_print_its_first_person()
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("carsat-bretagne", "personnes.csv");
        File.WriteAllLines(path, File.ReadAllLines(path).Skip(1));
        bench.ShouldRefuse(bench.Run(), 1, "carsat-bretagne", "entete.absent");
    }

    [Fact]
    public void More_wrong_rows_than_the_agreement_allows_stop_the_month_and_fewer_are_counted()
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("caf-35", "personnes.csv");
        var lines = File.ReadAllLines(path);
        var birth = Array.IndexOf(lines[0].Split(';'), "date_naissance");
        for (var i = 1; i < 30; i++)
            lines[i] = string.Join(';', lines[i].Split(';').Select((cell, column) => column == birth ? "31/02/1980" : cell));
        File.WriteAllLines(path, lines);
        bench.ShouldRefuse(bench.Run(), 1, "caf-35", "champ.date.impossible", "lot.trop_de_rejets", "date_naissance");
    }

    [Fact]
    public void A_NIR_in_an_extract_of_a_landlord_blocks_it_and_is_not_repeated()
    {
        using var bench = new Workbench(territory);
        var nir = bench.Identities.First(value => value.Length == 15 && value.All(char.IsAsciiDigit));
        var path = bench.Extract("bailleur-social-1", "occupants.csv");
        var lines = File.ReadAllLines(path);
        var cells = lines[1].Split(';');
        cells[2] = $"{cells[2]} {nir[..1]} {nir[1..3]} {nir[3..5]} {nir[5..7]} {nir[7..10]} {nir[10..13]} {nir[13..]}";
        lines[1] = string.Join(';', cells);
        File.WriteAllLines(path, lines);
        var answer = bench.Run();
        bench.ShouldRefuse(answer, 1, "bailleur-social-1", "champ.nir.interdit", "Ligne 2");
        answer.Error.Replace(" ", "", StringComparison.Ordinal).ShouldNotContain(nir);
    }

    [Theory]
    [InlineData("\"mois\": \"2026-10\"", "\"mois\": \"2026-09\"", "fichier.extrait.autre_mois")]
    [InlineData("\"organisme\": \"caf-35\"", "\"organisme\": \"caf-75\"", "fichier.extrait.autre_organisme")]
    [InlineData("\"format\": \"caf/allocataires@1\"", "\"format\": \"cpam/assures@1\"", "fichier.extrait.autre_format")]
    [InlineData("\"convention\": \"synthetique-", "\"convention\": \"autre-", "fichier.extrait.autre_convention")]
    [InlineData("\"date_donnees\": \"2026-11-02\"", "\"date_donnees\": \"2026-02-02\"", "fichier.extrait.donnees_anciennes")]
    public void An_extract_of_another_campaign_is_refused_before_its_rows_are_read(string before, string after, string code)
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(bench.Extract("caf-35", "extrait.json"), before, after);
        bench.ShouldRefuse(bench.Run(), 1, "caf-35", code);
    }

    [Fact]
    public void A_holder_is_told_the_same_by_validate_and_by_pseudonymize()
    {
        using var bench = new Workbench(territory);
        Drop(bench.Extract("caf-35", "personnes.csv"), "role");
        var validated = NonRecours.Run("validate", Path.Combine(bench.Folder, "extraits", "caf-35"), "--convention", bench.Folder, "--source", "caf-35");
        validated.ExitCode.ShouldBe(1);
        validated.Output.ShouldContain("entete.colonne_manquante");
        IdentityValues.In(validated.Output + validated.Error, bench.Identities).ShouldBeEmpty();
        bench.ShouldRefuse(Holder.Pseudonymize(bench.Folder, "caf-35", bench.Folder, bench.Output), 1, "entete.colonne_manquante", "role");
    }

    [Fact]
    public void A_folder_where_a_file_should_be_is_named()
    {
        using var bench = new Workbench(territory);
        var path = bench.Extract("caf-35", "personnes.csv");
        File.Delete(path);
        Directory.CreateDirectory(path);
        foreach (var given in (string[])[path, Path.GetDirectoryName(path)!])
        {
            var validated = NonRecours.Run("validate", given, "--convention", bench.Folder, "--source", "caf-35");
            validated.ExitCode.ShouldBe(1, validated.Error);
            validated.Output.ShouldContain("fichier.dossier");
        }
    }

    static void Drop(string path, string column)
    {
        var lines = File.ReadAllLines(path);
        var dropped = Array.IndexOf(lines[0].Split(';'), column);
        dropped.ShouldBeGreaterThanOrEqualTo(0);
        File.WriteAllLines(path, lines.Select(line => string.Join(';', line.Split(';').Where((_, index) => index != dropped))));
    }
}
