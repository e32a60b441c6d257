using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Tests.Conventions;

public class AgreementUseTests
{
    [Theory]
    [InlineData("2024-01", "2024-02-29", null)]
    [InlineData("2026-10", "2026-11-30", null)]
    [InlineData("2026-11", "2026-12-31", null)]
    [InlineData("2023-12", "2024-01-31", FaultCodes.MonthOutsideWindow)]
    [InlineData("2026-12", "2027-01-01", FaultCodes.Expired)]
    public void A_month_is_processed_only_while_the_window_is_open(string month, string today, string? code)
    {
        var faults = Example().CheckMonth(YearMonth.Parse(month), DateOnly.Parse(today, CultureInfo.InvariantCulture));

        faults.Select(fault => fault.Code).ShouldBe(code is null ? [] : [code]);
        faults.ShouldAllBe(fault => fault.Line == ConventionFixture.LineOf(ConventionFixture.Example, "fenetre:"));
    }

    [Fact]
    public void A_month_after_the_window_is_both_outside_and_expired()
        => Example().CheckMonth(YearMonth.Of(2027, 3), new DateOnly(2027, 4, 30)).Select(fault => fault.Code).ShouldBe([FaultCodes.MonthOutsideWindow, FaultCodes.Expired]);

    [Fact]
    public void Separate_roles_cannot_be_played_by_one_machine()
        => Example().CheckSingleProcessor().ShouldHaveSingleItem().Code.ShouldBe(FaultCodes.RolesSeparate);

    [Fact]
    public void A_single_processor_needs_the_secret_reference_of_every_source_to_run()
    {
        var text = ConventionFixture.With("roles: separes", "roles: unique\n  sous_traitant: \"Opérateur d'exemple\"")
            .Replace("  operateur: \"Groupement d'exemple\"\n", "", StringComparison.Ordinal)
            .Replace("langue: fr", "key_reference: file:cles/racine.json", StringComparison.Ordinal)
            .Replace("dossier: extraits/caf-exemple", "dossier: extraits/caf-exemple\n    secret_reference: file:cles/secret-caf.json", StringComparison.Ordinal)
            .Replace("dossier: extraits/cpam-exemple", "dossier: extraits/cpam-exemple\n    secret_reference: env:SECRET_CPAM", StringComparison.Ordinal);

        var agreement = ConventionFixture.Read(text).Agreement.ShouldNotBeNull();

        var folder = Path.GetDirectoryName(agreement.Path)!;
        agreement.KeyReference.ShouldBe("file:" + Path.Combine(folder, "cles", "racine.json"));
        agreement.Sources[0].SecretReference.ShouldBe("file:" + Path.Combine(folder, "cles", "secret-caf.json"));
        agreement.Sources[1].SecretReference.ShouldBe("env:SECRET_CPAM");
        agreement.Sources[0].Folder.ShouldBe(Path.Combine(folder, "extraits", "caf-exemple"));
        agreement.CheckSingleProcessor().Select(fault => fault.Code).ShouldBe(Enumerable.Repeat(FaultCodes.SecretReferenceMissing, 5));
    }

    [Fact]
    public void The_json_rendering_gives_programs_what_the_contract_promises()
    {
        var json = JsonNode.Parse(AgreementJson.Of(Example()).ToJsonString())!;

        var sources = json["sources"]!.AsArray();
        sources.Select(source => source!["kind"]!.GetValue<string>()).ShouldBe(["caf", "cpam", "carsat", "msa", "msa", "bailleur", "ccas"]);
        sources.ShouldAllBe(source => source!["id"] != null && source["format"] != null && source["files"]!.AsArray().Count == 0);
        json["perimeter"]!["communes"]!.AsArray().Count.ShouldBe(31);
        json.ToJsonString().ShouldNotContain("reference");
    }

    [Fact]
    public void The_text_rendering_says_what_leaves_to_whom_and_for_how_long_in_both_languages()
    {
        var french = AgreementSummary.Text(Example(), CultureInfo.GetCultureInfo("fr-FR"));
        var english = AgreementSummary.Text(Example(), CultureInfo.GetCultureInfo("en-GB"));

        french.ShouldContain("TEST");
        french.ShouldContain("Sort de la table personnes : role, commune_residence");
        french.ShouldContain("NIR : aucun, et aucun n'est accepté");
        french.ShouldContain("Oppositions, chez le détenteur : 24 mois");
        french.ShouldContain("carsat, msa, ccas, bailleur");
        english.ShouldContain("Oppositions, at the holder: 24 months");
        french.Split('\n').Length.ShouldBe(english.Split('\n').Length);
    }

    [Fact]
    public void The_check_report_tells_place_expectation_and_remedy()
    {
        var reading = ConventionFixture.Read(ConventionFixture.With("paquets_mois: 12", "paquets_mois: 18"));

        var text = FaultReport.Text(reading, CultureInfo.GetCultureInfo("fr-FR"));
        var json = FaultReport.Json(reading, CultureInfo.GetCultureInfo("fr-FR"));

        text.ShouldContain("1 point à corriger");
        text.ShouldContain($"ligne {reading.Faults[0].Line}, colonne {reading.Faults[0].Column}, conservation.paquets_mois");
        text.ShouldContain("Attendu : un nombre de 1 à 12.");
        json["valid"]!.GetValue<bool>().ShouldBeFalse();
        json["faults"]![0]!["line"]!.GetValue<int>().ShouldBe(reading.Faults[0].Line);
    }

    [Fact]
    public void The_check_report_of_a_valid_agreement_says_so()
    {
        var reading = AgreementLoader.Read(ConventionFixture.ExamplePath, ConventionFixture.Library);

        FaultReport.Text(reading, CultureInfo.GetCultureInfo("fr-FR")).ShouldStartWith("Convention valide");
        FaultReport.Json(reading, CultureInfo.GetCultureInfo("fr-FR"))["valid"]!.GetValue<bool>().ShouldBeTrue();
    }

    static NonRecoursMatch.Conventions.Agreements.Agreement Example() => AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);
}
