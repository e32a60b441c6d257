using System.Text;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Holder.Suggestions;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>A partner's own names, codes and forms give what the format gives; what its mapping does not name blocks the extract.</summary>
public sealed class PartnerMappingTests : IDisposable
{
    const string Source = "bailleur-exemple";
    const string Folder = "dossier: extraits/bailleur-exemple\n";

    const string Mapping = """
            correspondance:
              separateur: ","
              guillemet: "'"
              dates: AAAA-MM-JJ
              decimales: point
              tables:
                occupants:
                  fichier: LOCATAIRES.csv
                  colonnes:
                    bail: "N° contrat"
                    rang: ORDRE
                    nom: NOM
                    nom_naissance: NOM NAIS
                    prenom: Prénom
                    date_naissance: DDN
                    sexe: CIV
                    commune: INSEE
                    date_deces: DECES
                    sorti_le: SORTIE
                    adresse_protegee: PROT
                    contact_mandataire: TUT
                  codes:
                    sexe: { "M.": M, MME: F }
                    adresse_protegee: { "1": O, "0": N }

        """;

    const string Header = "N° contrat,ORDRE,NOM,NOM NAIS,Prénom,DDN,CIV,INSEE,DECES,SORTIE,PROT,TUT\n";
    const string Rows = "B001,1,MODELE,,CAMILLE,1955-08-17,MME,35236,,,0,N\nB002,1,'D''ESSAI, DIT',ESSAI,DOMINIQUE,1960-00-00,M.,35236,,2026-05-01,1,\n";

    readonly HolderFixture _partner = new(Source, Agreement(Mapping));

    public void Dispose() => _partner.Dispose();

    [Fact]
    public void What_a_partner_writes_its_own_way_gives_the_package_of_the_format()
    {
        Write(Header + Rows);
        Validate().Groups.ShouldBeEmpty();
        _partner.Pseudonymise();
        using var plain = new HolderFixture(Source);
        plain.Row("occupants", ("bail", "B001"), ("rang", "1"), ("nom", "MODELE"), ("nom_naissance", ""), ("prenom", "CAMILLE"), ("date_naissance", "17/08/1955"), ("sexe", "F"), ("adresse_protegee", "N"), ("contact_mandataire", "N"))
            .Row("occupants", ("bail", "B002"), ("rang", "1"), ("nom", "D'ESSAI, DIT"), ("nom_naissance", "ESSAI"), ("prenom", "DOMINIQUE"), ("date_naissance", "00/00/1960"), ("sexe", "M"), ("sorti_le", "01/05/2026"), ("adresse_protegee", "O"), ("contact_mandataire", ""))
            .Write();
        plain.Pseudonymise();
        foreach (var file in Directory.GetFiles(plain.Out(), "*.col"))
            File.ReadAllBytes(Path.Combine(_partner.Out(), Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file), Path.GetFileName(file));
    }

    [Theory]
    [InlineData(",INSEE,", ",commune,", "entete.colonne_manquante", "INSEE")]
    [InlineData(",TUT\n", ",sorti_le\n", "entete.colonne_inconnue", "sorti_le")]
    public void A_column_that_the_mapping_does_not_name_blocks_even_when_the_format_has_it(string before, string after, string code, string column)
    {
        Write(Header.Replace(before, after, StringComparison.Ordinal) + Rows);
        Validate().Groups.ShouldContain(group => group.Code.Code == code && group.Column == column);
        Should.Throw<ExtractRefusedException>(() => _partner.Pseudonymise());
    }

    [Theory]
    [InlineData("1955-08-17", "17/08/1955", "champ.date.forme", "DDN", "Écrit : AAAA-MM-JJ")]
    [InlineData("1955-08-17", "1955-02-31", "champ.date.impossible", "DDN", "Écrit : AAAA-MM-JJ")]
    [InlineData("MME", "F", "champ.code.inconnu", "CIV", "Écrit : M., MME")]
    [InlineData(",0,N", ",N,N", "champ.oui_non.valeur", "PROT", "Écrit : 1, 0")]
    [InlineData("35236,,,0", "35600,,,0", "champ.commune.inconnue", "INSEE", "")]
    public void A_value_of_the_format_that_the_mapping_does_not_declare_is_none(string before, string after, string code, string column, string expected)
    {
        Write(Header + Rows.Replace(before, after, StringComparison.Ordinal));
        var group = Validate().Groups.ShouldHaveSingleItem();
        (group.Code.Code, group.Column).ShouldBe((code, column));
        var anomaly = group.First.ShouldHaveSingleItem();
        anomaly.Line.ShouldBe(2);
        anomaly.Expected.ShouldContain(expected);
    }

    [Fact]
    public void Column_names_are_read_in_the_declared_encoding()
    {
        using var latin = new HolderFixture(Source, Agreement("    encodage: windows-1252\n" + Mapping));
        latin.Row("occupants").Row("occupants").Write();
        File.Delete(latin.PathOf("occupants"));
        File.WriteAllBytes(Path.Combine(latin.Source.Folder, "LOCATAIRES.csv"), Encoding.Latin1.GetBytes(Header + Rows));
        new ExtractValidator(latin.Agreement, HolderFixture.Library).Validate(latin.Source, [Path.Combine(latin.Source.Folder, "LOCATAIRES.csv")], HolderFixture.Month, null, CancellationToken.None)
            .Groups.ShouldBeEmpty();
    }

    [Fact]
    public void A_fixed_width_file_of_a_partner_is_read_by_its_own_layout()
    {
        const string Widths = """
                correspondance:
                  dates: JJMMAAAA
                  tables:
                    occupants:
                      fichier: EXTLOC.DAT
                      codes:
                        sexe: { "1": M, "2": F }
                      colonnes: { bail: CONTRAT, rang: RG, nom: NOM, nom_naissance: NAIS, prenom: PRENOM, date_naissance: DDN, sexe: CIV, commune: INSEE, date_deces: DEC, sorti_le: SOR, adresse_protegee: PROT, contact_mandataire: TUT }
                      largeur_fixe:
                        entete: "E"
                        detail: "D"
                        fin: "F"
                        lignes: [2, 6]
                        colonnes: { CONTRAT: [2, 6], RG: [8, 1], NOM: [9, 10], NAIS: [19, 10], PRENOM: [29, 10], DDN: [39, 8], CIV: [47, 1], INSEE: [48, 5], DEC: [53, 8], SOR: [61, 8], PROT: [69, 1], TUT: [70, 1] }

            """;
        using var fixedWidth = new HolderFixture(Source, Agreement(Widths));
        fixedWidth.Row("occupants").Write();
        File.Delete(fixedWidth.PathOf("occupants"));
        var path = Path.Combine(fixedWidth.Source.Folder, "EXTLOC.DAT");
        File.WriteAllText(path, "EOFFICE\nDB001  1MODELE              CAMILLE   170819552352360000000000000000NN\nF000001\n");
        var validator = new ExtractValidator(fixedWidth.Agreement, HolderFixture.Library);
        validator.Validate(fixedWidth.Source, [path], HolderFixture.Month, null, CancellationToken.None).Groups.ShouldBeEmpty();
        File.WriteAllText(path, File.ReadAllText(path).Replace("F000001", "F000002", StringComparison.Ordinal));
        validator.Validate(fixedWidth.Source, [path], HolderFixture.Month, null, CancellationToken.None).Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.EnregistrementLignes);
    }

    [Fact]
    public void Those_who_sign_see_every_column_and_code_of_the_mapping()
    {
        var text = AgreementSummary.Text(_partner.Agreement, System.Globalization.CultureInfo.GetCultureInfo("fr"));
        foreach (var line in (string[])["separateur : ,", "dates : AAAA-MM-JJ", "decimales : point", "table occupants, fichier LOCATAIRES.csv", "bail ← N° contrat", "codes : M. → M, MME → F"])
            text.ShouldContain(line);
        AgreementJson.Of(_partner.Agreement)["sources"]!.AsArray().Select(source => source!["mapping"]).ShouldContain(mapping => mapping != null && mapping["tables"]!["occupants"]!["columns"]!["nom"]!.GetValue<string>() == "NOM");
    }

    [Fact]
    public void A_draft_made_from_a_sample_is_a_mapping_that_reads_it_once_the_codes_are_filled_in()
    {
        using var plain = new HolderFixture(Source);
        var sample = Path.Combine(plain.Source.Folder, "LOCATAIRES.csv");
        File.WriteAllText(sample, (Header + Rows + "B003,1,PLANTED,,ZEPHYR,1971-03-04,MME,35236,,,1,O\n").Replace('\'', '"'));
        var yaml = new MappingSuggestion(plain.Agreement, plain.Source, System.Globalization.CultureInfo.GetCultureInfo("fr")).Of([sample]);
        foreach (var value in (string[])["PLANTED", "ZEPHYR", "MODELE", "CAMILLE", "1955", "MME", "B00", "35236"])
            yaml.ShouldNotContain(value, Case.Sensitive);
        foreach (var line in (string[])["separateur: \",\"", "dates: AAAA-MM-JJ", "fichier: \"LOCATAIRES.csv\"", "bail: \"N° contrat\"", "nom: \"NOM\"", "sexe: \"CIV\"", "commune: \"INSEE\"", "date_naissance: \"DDN\""])
            yaml.ShouldContain(line);
        yaml.ShouldContain("# codes:");

        var filled = string.Concat(yaml.TrimEnd().Split('\n').Select(line => "    " + line + "\n"))
            .Replace("      # codes:", "      codes:", StringComparison.Ordinal);
        filled = System.Text.RegularExpressions.Regex.Replace(filled, "codes:.*", "codes:\n            sexe: { \"M.\": M, MME: F }\n            adresse_protegee: { \"1\": O, \"0\": N }", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        using var mapped = new HolderFixture(Source, Agreement(filled));
        mapped.Row("occupants").Row("occupants").Row("occupants").Write();
        File.Delete(mapped.PathOf("occupants"));
        var path = Path.Combine(mapped.Source.Folder, "LOCATAIRES.csv");
        File.Copy(sample, path);
        new ExtractValidator(mapped.Agreement, HolderFixture.Library).Validate(mapped.Source, [path], HolderFixture.Month, null, CancellationToken.None).Groups.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PLANTED;CAMILLE;17/08/1955\nDUPONT;JEAN;01/01/1960\n")]
    [InlineData("PLANTED;CAMILLE;F\nDUPONT;JEAN;M\n")]
    public void A_sample_without_column_names_is_refused_and_not_shown(string text)
    {
        using var plain = new HolderFixture(Source);
        var sample = Path.Combine(plain.Source.Folder, "SANS.csv");
        File.WriteAllText(sample, text);
        Should.Throw<InvalidDataException>(() => new MappingSuggestion(plain.Agreement, plain.Source, System.Globalization.CultureInfo.InvariantCulture).Of([sample])).Message.ShouldNotContain("PLANTED");
    }

    static string Agreement(string mapping) => ConventionFixture.With(Folder, Folder + mapping);

    void Write(string text)
    {
        _partner.Row("occupants").Row("occupants").Write();
        File.Delete(_partner.PathOf("occupants"));
        File.WriteAllText(Path.Combine(_partner.Source.Folder, "LOCATAIRES.csv"), text);
    }

    ValidationReport Validate()
        => new ExtractValidator(_partner.Agreement, HolderFixture.Library).Validate(_partner.Source, [Path.Combine(_partner.Source.Folder, "LOCATAIRES.csv")], HolderFixture.Month, null, CancellationToken.None);
}
