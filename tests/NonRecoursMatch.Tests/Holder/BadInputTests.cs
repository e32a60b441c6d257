using System.Text;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>Every bad input has its code, its severity and its line; the same code blocks or drops in <c>pseudonymize</c>.</summary>
public sealed class BadInputTests : IDisposable
{
    const string ValidNir = "255081416802538";

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Fact]
    public void A_valid_extract_has_no_anomaly()
    {
        _caf.Row("personnes", ("nir", ValidNir), ("nom_naissance", "L'ÉPREUVE")).Row("ressources").Row("prestations").Oppositions("0012345|1;;;;;;C2S;01/09/2026;COURRIER").Write();
        var report = _caf.Validate();
        report.Groups.ShouldBeEmpty();
        report.Valid.ShouldBeTrue();
        report.Tables.Select(table => table.Rows).ShouldBe([1, 1, 1, 1]);
        report.Tables[0].Lines.ShouldBe(2);
    }

    [Theory]
    [InlineData("nir", "255081416802599", "champ.nir.cle")]
    [InlineData("nir", "2550814168025", "champ.nir.cle_absente")]
    [InlineData("nir", "455081416802535", "champ.nir.provisoire")]
    [InlineData("nir", "155081416802588", "champ.nir.incoherent_sexe")]
    [InlineData("nir", "285081416802523", "champ.nir.incoherent_date")]
    [InlineData("nir", "2 55 08 14 168 025 38", "champ.nir.forme")]
    [InlineData("nir", "1,85058E+14", "champ.nir.forme")]
    [InlineData("date_naissance", "31/02/1955", "champ.date.impossible")]
    [InlineData("date_naissance", "1955-08-09", "champ.date.forme")]
    [InlineData("date_naissance", "", "champ.obligatoire.vide")]
    [InlineData("commune_residence", "35600", "champ.commune.inconnue")]
    [InlineData("commune_residence", "REDON", "champ.commune.inconnue")]
    [InlineData("role", "PAPA", "champ.code.inconnu")]
    [InlineData("matricule", "12", "champ.texte.forme")]
    [InlineData("nom_naissance", "", "champ.obligatoire.vide")]
    [InlineData("nom_naissance", "255081416802538", "champ.nir.interdit")]
    [InlineData("prenom1", "CAMILLE 2 55 08 14 168 025 38", "champ.nir.interdit")]
    [InlineData("nom_usage", "DUPR\uFFFD", "fichier.encodage.remplacement")]
    [InlineData("nom_usage", "DuprÃ©", "fichier.encodage.double")]
    [InlineData("nom_usage", "A\0B", "fichier.nul")]
    [InlineData("nom_usage", "\"A\r\nB\"", "ligne.guillemet_non_ferme")]
    [InlineData("nom_usage", "A;B", "ligne.nombre_de_champs")]
    public void A_wrong_cell_has_its_code_and_line(string column, string value, string code)
    {
        _caf.Row("personnes", ("matricule", "0000001")).Row("personnes", (column, value)).Write();
        var group = _caf.Validate().Groups.ShouldHaveSingleItem();
        group.Code.Code.ShouldBe(code);
        group.First.ShouldHaveSingleItem().Line.ShouldBe(3);
        group.Table.ShouldBe("personnes");
    }

    [Theory]
    [InlineData("mois", "10/2026", "champ.mois.forme")]
    [InlineData("montant", "812.50", "champ.montant.forme")]
    [InlineData("montant", "1 812,50", "champ.montant.forme")]
    [InlineData("montant", "812,505", "champ.montant.forme")]
    [InlineData("ressources_connues", "oui", "champ.oui_non.valeur")]
    [InlineData("nature", "LOTO", "champ.code.inconnu")]
    public void A_wrong_resource_has_its_code(string column, string value, string code)
    {
        _caf.Row("personnes").Row("ressources", (column, value)).Write();
        _caf.Validate().Groups.ShouldHaveSingleItem().Code.Code.ShouldBe(code);
    }

    [Fact]
    public void Text_longer_than_any_name_is_refused()
    {
        _caf.Row("personnes", ("nom_usage", new string('A', 300))).Write();
        Only(AnomalyCodes.TexteLongueur);
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        _caf.Row("personnes").Write();
        File.WriteAllText(_caf.PathOf("personnes"), "");
        Only(AnomalyCodes.FichierVide);
    }

    [Fact]
    public void An_other_separator_is_one_clear_anomaly()
    {
        _caf.Row("personnes").Write();
        _caf.Edit("personnes", text => text.Replace(';', ','));
        Only(AnomalyCodes.EnteteSeparateur);
    }

    [Fact]
    public void A_file_without_header_shows_nothing_of_its_first_line()
    {
        _caf.Row("personnes", ("nom_naissance", "PLANTED")).Write();
        _caf.Edit("personnes", text => text[(text.IndexOf('\n') + 1)..]);
        Only(AnomalyCodes.EnteteAbsent).ToString().ShouldNotContain("PLANTED");
    }

    [Fact]
    public void Missing_unknown_unlisted_and_double_columns_are_named()
    {
        _caf.Row("personnes").Write();
        _caf.Edit("personnes", text => text.Replace("sexe;", "diagnostic;").Replace("prenom1;", "loyer;").Replace("nom_usage;", "rang;"));
        _caf.Validate().Groups.Select(group => (group.Code.Code, group.Column)).ShouldBe(
            [
                ("entete.colonne_double", "rang"), ("entete.colonne_inconnue", "diagnostic"), ("entete.colonne_manquante", "nom_usage"), ("entete.colonne_manquante", "prenom1"),
                ("entete.colonne_manquante", "sexe"), ("entete.colonne_non_autorisee", "loyer"),
            ], ignoreOrder: true);
    }

    [Fact]
    public void A_column_name_that_may_be_a_person_is_shown_by_its_shape()
    {
        _caf.Row("personnes").Write();
        _caf.Edit("personnes", text => text.Replace("sexe;", "DUPONT;"));
        _caf.Validate().Groups.Select(group => group.Column).ShouldBe(["sexe", "A(6)"], ignoreOrder: true);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_named_whichever_was_declared()
    {
        _caf.Row("personnes", ("nom_naissance", "LEFÈVRE")).Write();
        var utf8 = File.ReadAllBytes(_caf.PathOf("personnes"));
        File.WriteAllBytes(_caf.PathOf("personnes"), Encoding.Latin1.GetBytes(File.ReadAllText(_caf.PathOf("personnes"))));
        Only(AnomalyCodes.EncodageOctets);
        File.WriteAllBytes(_caf.PathOf("personnes"), utf8);
        foreach (var encoding in new[] { "windows-1252", "iso-8859-15" })
        {
            _caf.Source = _caf.Source with { Encoding = encoding };
            Only(AnomalyCodes.EncodageDouble);
        }
    }

    [Fact]
    public void An_unclosed_quote_is_named_and_swallowed_rows_are_counted()
    {
        _caf.Row("personnes", ("nom_usage", "\"A")).Row("personnes", ("matricule", "0000001")).Write();
        _caf.Validate().Groups.Select(group => group.Code).ShouldBe([AnomalyCodes.FichierLignes, AnomalyCodes.GuillemetNonFerme, AnomalyCodes.NombreDeChamps], ignoreOrder: true);
    }

    [Fact]
    public void A_record_over_one_mebibyte_is_named()
    {
        _caf.Row("personnes", ("nom_usage", new string('A', 2 << 20))).Write();
        _caf.Validate().Groups.Select(group => group.Code).ShouldContain(AnomalyCodes.LigneTropLongue);
    }

    [Theory]
    [InlineData(".csv", "ligne.trop_longue")]
    [InlineData(".txt", "ligne.trop_longue")]
    [InlineData(".parquet", "fichier.parquet.illisible")]
    public void A_line_of_two_gigabytes_is_named_in_bounded_memory(string form, string code)
    {
        using var landlord = new HolderFixture("bailleur-exemple");
        landlord.Row("occupants").Write();
        var header = File.ReadAllLines(landlord.PathOf("occupants"))[0];
        File.Delete(landlord.PathOf("occupants"));
        var path = Path.ChangeExtension(landlord.PathOf("occupants"), form);
        using (var file = File.Create(path))
        {
            file.Write(form == ".csv" ? Encoding.UTF8.GetBytes(header + "\n") : Encoding.ASCII.GetBytes("00X\n10"));
            file.SetLength(2L << 30);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = new ExtractValidator(landlord.Agreement, HolderFixture.Library).Validate(landlord.Source, [path], HolderFixture.Month, null, CancellationToken.None);
        report.Groups.ShouldHaveSingleItem().Code.Code.ShouldBe(code);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 20);
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".csv.gz")]
    [InlineData(".txt")]
    [InlineData(".txt.gz")]
    [InlineData(".parquet")]
    public void An_empty_file_of_any_form_is_named(string form)
    {
        using var landlord = new HolderFixture("bailleur-exemple");
        landlord.Row("occupants").Write();
        File.Delete(landlord.PathOf("occupants"));
        var path = Path.ChangeExtension(landlord.PathOf("occupants"), form);
        File.WriteAllText(path, "");
        new ExtractValidator(landlord.Agreement, HolderFixture.Library).Validate(landlord.Source, [path], HolderFixture.Month, null, CancellationToken.None)
            .Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.FichierVide);
        Should.Throw<ExtractRefusedException>(() => landlord.Pseudonymise()).Report.Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.FichierVide);
    }

    [Fact]
    public void A_folder_where_a_file_should_be_is_named_before_anything_is_read()
    {
        _caf.Row("personnes").Write();
        File.Delete(_caf.PathOf("personnes"));
        Directory.CreateDirectory(_caf.PathOf("personnes"));
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise()).Report.Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.FichierDossier);
    }

    [Fact]
    public void Several_forms_of_one_table_stop_both_commands_and_name_the_files()
    {
        _caf.Row("personnes").Write();
        File.WriteAllText(_caf.PathOf("personnes") + ".gz", "");
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise()).Report.Groups.ShouldHaveSingleItem().First.ShouldHaveSingleItem().Form.ShouldBe("personnes.csv + personnes.csv.gz");
    }

    [Fact]
    public void An_empty_line_is_a_warning()
    {
        _caf.Row("personnes").Write();
        _caf.Edit("personnes", text => text + "\r\n");
        Only(AnomalyCodes.LigneVide).Line.ShouldBe(3);
        _caf.Validate().Valid.ShouldBeTrue();
    }

    [Fact]
    public void A_duplicate_is_a_row_error_on_the_later_line()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Row("personnes", ("matricule", "0000001"), ("nir", ValidNir[..13])).Row("personnes", ("prenom1", "AUTRE")).Write();
        var group = _caf.Validate().Groups.Single(found => found.Code == AnomalyCodes.Doublon);
        group.First.Select(anomaly => anomaly.Line).ShouldBe([3, 4]);
    }

    [Theory]
    [InlineData("\"mois\": \"2026-10\"", "\"mois\": \"2026-09\"", "fichier.extrait.autre_mois")]
    [InlineData("\"caf/allocataires@1\"", "\"caf/allocataires@2\"", "fichier.extrait.autre_format")]
    [InlineData("\"organisme\": \"caf-exemple\"", "\"organisme\": \"caf-autre\"", "fichier.extrait.autre_organisme")]
    [InlineData("\"exemple-roles-separes\"", "\"autre\"", "fichier.extrait.autre_convention")]
    [InlineData("\"millesime_cog\": 2026", "\"millesime_cog\": 2024", "fichier.extrait.autre_millesime")]
    [InlineData("2026-11-02", "2026-07-01", "fichier.extrait.donnees_anciennes")]
    [InlineData("\"lignes\": 1", "\"lignes\": 2", "fichier.lignes")]
    [InlineData("\"personnes\": { \"lignes\": 1, \"total_controle\": null }, ", "", "fichier.extrait.table")]
    [InlineData("\"lignes\": 2, \"total_controle\": null", "\"lignes\": 2, \"total_controle\": \"812,51\"", "fichier.total_controle")]
    [InlineData("\"mois\": \"2026-10\"", "\"mois\": \"octobre\"", "fichier.extrait.illisible")]
    [InlineData("{ \"format\"", "\"format\"", "fichier.extrait.illisible")]
    public void A_sidecar_that_does_not_fit_blocks(string before, string after, string code)
    {
        _caf.Row("personnes").Row("ressources", ("montant", "812,00")).Row("ressources", ("montant", "0,5")).Write(sidecar => sidecar.Replace(before, after));
        _caf.Validate().Groups.ShouldHaveSingleItem().Code.Code.ShouldBe(code);
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise());
    }

    [Fact]
    public void A_file_alone_is_checked_with_a_warning_about_its_sidecar()
    {
        _caf.Row("personnes").Write();
        File.Delete(Path.Combine(_caf.Source.Folder, "extrait.json"));
        Only(AnomalyCodes.SidecarAbsent);
        _caf.Validate().Valid.ShouldBeTrue();
        Should.Throw<FileNotFoundException>(() => _caf.Pseudonymise());
    }

    [Fact]
    public void A_file_that_the_agreement_does_not_foresee_blocks()
    {
        _caf.Row("personnes").Write();
        File.WriteAllText(_caf.PathOf("soins"), "a\n");
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise()).Report.Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.FichierNonPrevu);
    }

    [Theory]
    [InlineData("bailleur-exemple", "occupants", "bail", "255081416802538")]
    [InlineData("bailleur-exemple", "occupants", "nom", "255081416802538")]
    [InlineData("ccas-exemple", "personnes", "dossier", "2550814168025")]
    public void A_NIR_at_a_landlord_or_CCAS_blocks(string source, string table, string column, string value)
    {
        using var other = new HolderFixture(source);
        other.Row(table, (column, value)).Write();
        other.Validate().Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.NirInterdit);
        Should.Throw<ExtractRefusedException>(() => other.Pseudonymise());
    }

    [Fact]
    public void Long_references_that_look_like_a_NIR_once_in_a_hundred_times_do_not_block()
    {
        using var landlord = new HolderFixture("bailleur-exemple");
        for (var i = 0; i < 500; i++)
            landlord.Row("occupants", ("bail", $"{100000000000000 + (i * 1837465930217L)}"));
        landlord.Write();
        landlord.Validate().Groups.ShouldBeEmpty();
    }

    [Fact]
    public void All_anomalies_are_counted_and_the_first_ones_kept()
    {
        for (var i = 0; i < 50; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"), ("role", "PAPA"));
        _caf.Write();
        var report = _caf.Validate(keptPerCode: 3);
        var group = report.Groups.ShouldHaveSingleItem();
        group.Count.ShouldBe(50);
        group.First.Select(anomaly => anomaly.Line).ShouldBe([2, 3, 4]);
        report.Partial.ShouldBeTrue();
        report.Tables[0].Rejected.ShouldBe(50);
    }

    Anomaly Only(AnomalyCode code)
    {
        var group = _caf.Validate().Groups.ShouldHaveSingleItem();
        group.Code.ShouldBe(code);
        return group.First[0];
    }
}
