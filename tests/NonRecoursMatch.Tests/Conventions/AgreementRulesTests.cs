using System.Globalization;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Tests.Conventions;

public class AgreementRulesTests
{
    const string Caf = "    base_nir: \"décret 2019-341, art. 2, A\"\n  - id: cpam-exemple";

    /// <summary>Each row changes one text of the valid example; the only fault must be this one, on the line of the last text.</summary>
    public static TheoryData<string, string, string, string> OneChange { get; } = new()
    {
        // structure
        { FaultCodes.MissingKey, "version: 1\n", "", "convention: exemple" },
        { FaultCodes.UnknownKey, "langue: fr", "langage: fr", "langage: fr" },
        { FaultCodes.TextExpected, "territoire: \"243500741\"", "territoire: 01053", "territoire:" },
        { FaultCodes.FlagExpected, "test: true", "test: oui et non", "test:" },
        { FaultCodes.WholeNumberExpected, "version: 1", "version: 1.5", "version:" },
        { FaultCodes.NumberExpected, "marge_aspa: 15", "marge_aspa: quinze", "marge_aspa" },
        { FaultCodes.KeysExpected, "calendrier:\n  jour_par_defaut: 10\n  jours: { carsat-exemple: 15 }", "calendrier: demain", "calendrier:" },
        { FaultCodes.ListExpected, "ordre_de_contact: [cpam, msa, caf, ccas, bailleur]", "ordre_de_contact: cpam", "ordre_de_contact: cpam" },
        { FaultCodes.NotInList, "bailleur]\n    colonnes", "bailleur, ccas-2]\n    colonnes", "ccas-2" },
        { FaultCodes.NotInList, "niveau: intercommunal", "niveau: communautaire", "niveau:" },
        { FaultCodes.WrongForm, "convention: exemple-roles-separes", "convention: Exemple", "convention:" },
        { FaultCodes.WrongForm, "debut: 2024-01", "debut: janvier", "debut:" },
        { FaultCodes.WrongForm, "communes: toutes", "communes: presque", "communes:" },
        { FaultCodes.Repeated, "[cpam, msa, caf, ccas, bailleur]", "[cpam, cpam]", "ordre_de_contact: [cpam, cpam]" },
        { FaultCodes.Empty, "texte_de_fin: \"solidarites.gouv.fr, page du 1er juillet 2025 : expérimentation jusque fin 2026\"", "texte_de_fin: \"\"", "texte_de_fin:" },
        { FaultCodes.OutOfBounds, "paquets_mois: 12", "paquets_mois: 13", "paquets_mois" },
        { FaultCodes.OutOfBounds, "oppositions_mois: 24", "oppositions_mois: 11", "oppositions_mois" },
        { FaultCodes.OutOfBounds, "oppositions_mois: 24", "oppositions_mois: 25", "oppositions_mois" },
        { FaultCodes.OutOfBounds, "traces_mois: 36", "traces_mois: 35", "traces_mois" },
        { FaultCodes.OutOfBounds, "lignes_rejetees: 0.01", "lignes_rejetees: 0.2", "lignes_rejetees" },
        { FaultCodes.OutOfBounds, "petite_cellule: 11", "petite_cellule: 5", "petite_cellule" },
        { FaultCodes.OutOfBounds, "age_maximal_source_jours: 62", "age_maximal_source_jours: 400", "age_maximal" },
        { FaultCodes.OutOfBounds, "jour_par_defaut: 10", "jour_par_defaut: 32", "jour_par_defaut" },
        { FaultCodes.OutOfBounds, "carsat-exemple: 15 }", "carsat-exemple: 0 }", "jours: {" },

        // territory and perimeter
        { FaultCodes.UnknownTerritory, "\"243500741\"", "\"243500742\"", "territoire:" },
        { FaultCodes.TerritoryNotEstablished, "\"243500741\"", "\"UNKNOWN 38\"", "territoire:" },
        { FaultCodes.TerritoryNotEstablished, "\"243500741\"", "\"Vallée du Lot (bearer unresolved)\"", "territoire:" },
        { FaultCodes.CogYear, "millesime_cog: 2026", "millesime_cog: 2025", "millesime_cog" },
        { FaultCodes.LevelTooWide, "niveau: intercommunal", "niveau: departement", "niveau:" },
        { FaultCodes.LevelNeedsList, "niveau: intercommunal", "niveau: communal", "communes: toutes" },
        { FaultCodes.UnknownCommune, "communes: toutes", "communes: [\"35236\", \"35600\"]", "communes:" },
        { FaultCodes.CommuneOutside, "communes: toutes", "communes: [\"35236\", \"35238\"]", "communes:" },
        { FaultCodes.CommuneNotCurrent, "communes: toutes", "communes: [\"35236\", \"75101\"]", "communes:" },

        // quartiers
        { FaultCodes.QuartiersMissing, "niveau: intercommunal", "niveau: quartier", "niveau:" },
        { FaultCodes.QuartiersMissing, ConventionFixture.Perimeter, ConventionFixture.Quartiers(codes: ""), "quartiers:" },
        { FaultCodes.QuartiersForbidden, "communes: toutes", "communes: toutes\n  quartiers: { qpv: [\"QN03512M\"], colonnes: {} }", "quartiers:" },
        { FaultCodes.MissingKey, "communes: toutes", "communes: toutes\n  quartiers: { qpv: [\"QN03512M\"] }", "quartiers:" },
        { FaultCodes.UnknownKey, ConventionFixture.Perimeter, ConventionFixture.Quartiers(codes: "    zus: [\"3512010\"]\n"), "zus:" },
        { FaultCodes.Empty, ConventionFixture.Perimeter, ConventionFixture.Quartiers(codes: "    qpv: []\n"), "qpv: []" },
        { FaultCodes.Repeated, ConventionFixture.Perimeter, Quartiers("\"QN03512M\", \"QN03512M\"", "\"352360101\""), "qpv:" },
        { FaultCodes.TextExpected, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "352360101"), "iris:" },
        { FaultCodes.QuartierCode, ConventionFixture.Perimeter, Quartiers("\"QN03512\"", "\"352360101\""), "qpv:" },
        { FaultCodes.QuartierCode, ConventionFixture.Perimeter, Quartiers("\"QX03512M\"", "\"352360101\""), "qpv:" },
        { FaultCodes.QuartierCode, ConventionFixture.Perimeter, Quartiers("\"qn03512m\"", "\"352360101\""), "qpv:" },
        { FaultCodes.QuartierCode, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "\"35236010\""), "iris:" },
        { FaultCodes.IrisOutside, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "\"352380101\""), "iris:" },
        { FaultCodes.IrisOutside, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "\"999990101\""), "iris:" },
        { FaultCodes.QuartierColumn, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "\"352360101\"", "caf/allocataires@1: [qpv, commune_residence]"), "[qpv, commune_residence]" },
        { FaultCodes.QuartierColumn, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", null, "caf/allocataires@1: [iris]"), "[iris]" },
        { FaultCodes.UnknownFormat, ConventionFixture.Perimeter, Quartiers("\"QN03512M\"", "\"352360101\"", "caf/allocataires@1: [qpv]\n      caf/allocataires@2: [qpv]"), "caf/allocataires@2" },

        // ground
        { FaultCodes.WindowForbidden, "texte: loi-3ds-art-133", "texte: crpa-l114-8-ii", "fenetre:" },
        { FaultCodes.WindowOrder, "fin: 2026-12", "fin: 2023-12", "fin: 2023-12" },
        { FaultCodes.WindowWithoutText, "texte_de_fin: \"solidarites.gouv.fr, page du 1er juillet 2025 : expérimentation jusque fin 2026\"", "texte_de_fin: \"              \"", "texte_de_fin:" },
        { FaultCodes.ProcessorForbidden, "roles: separes", "roles: separes\n  sous_traitant: \"Opérateur d'exemple\"", "sous_traitant" },

        // sources
        { FaultCodes.UnknownFormat, "format: caf/allocataires@1", "format: caf/allocataires@2", "format: caf/allocataires@2" },
        { FaultCodes.UnknownFormat, "format: caf/allocataires@1", "format: oppositions@1", "format: oppositions@1" },
        { FaultCodes.FormatOfOtherKind, "type: cpam", "type: carsat", "format: cpam" },
        { FaultCodes.DuplicateSource, "id: msa-exemple-assures", "id: msa-exemple-famille # encore", "# encore" },
        { FaultCodes.SameFolder, "dossier: extraits/msa-exemple-assures", "dossier: extraits/./msa-exemple-famille", "dossier: extraits/./msa" },
        { FaultCodes.NirBasisMissing, Caf, "  - id: cpam-exemple", "id: caf-exemple" },
        { FaultCodes.NirBasisForbidden, "divulgation: invitation", "divulgation: invitation\n    base_nir: \"loi 2017-86 (RPLS)\"", "base_nir: \"loi" },
        { FaultCodes.DisclosureTooHigh, "divulgation: invitation", "divulgation: complet", "divulgation: complet" },
        { FaultCodes.DisclosureTooHigh, "divulgation: droit_et_question", "divulgation: complet", "divulgation: complet" },
        { FaultCodes.BodyOfSeveralKinds, "organisme: msa-exemple", "organisme: caf-exemple", "type: msa" },
        { FaultCodes.BodyOfSeveralLevels, "dossier: extraits/msa-exemple-assures", "dossier: extraits/msa-exemple-assures\n    divulgation: invitation", "divulgation: invitation" },

        // benefits and columns
        { FaultCodes.UnknownFormat, "      caf/allocataires@1:\n", "      caf/allocataire@1:\n        personnes: [role]\n      caf/allocataires@1:\n", "caf/allocataire@1:" },
        { FaultCodes.UnknownTable, "        prestations: [", "        prestation: [", "        prestation: [" },
        { FaultCodes.UnknownColumn, "[role, commune_residence", "[role, score_de_risque, commune_residence", "score_de_risque" },
        { FaultCodes.UnknownColumn, "[role, commune_residence", "[role, observations, commune_residence", "observations" },
        { FaultCodes.IdentityColumn, "[role, commune_residence", "[role, nom_naissance, commune_residence", "nom_naissance" },
        { FaultCodes.IdentityColumn, "[role, commune_residence", "[role, matricule, commune_residence", "matricule" },
        { FaultCodes.HeldColumn, "[role, commune_residence", "[role, adresse_protegee, commune_residence", "adresse_protegee" },
        { FaultCodes.NirColumn, "occupants: [commune,", "occupants: [nir_occupant, commune,", "nir_occupant" },
        { FaultCodes.NirColumn, "personnes: [commune, domicilie", "personnes: [NIR, commune, domicilie", "NIR, commune" },
        { FaultCodes.HealthColumn, "[role, commune_residence", "[role, date_grossesse, commune_residence", "date_grossesse" },
        { FaultCodes.CalendarOfUnknownSource, "{ carsat-exemple: 15 }", "{ carsat: 15 }", "jours:" },

        // text
        { FaultCodes.DuplicateKey, "langue: fr", "langue: fr\nlangue: en", "langue: en" },
        { FaultCodes.YamlAlias, "version: 1", "version: &un 1", "version:" },
        { FaultCodes.YamlAlias, "version: 1", "version: !!int 1", "version:" },
        { FaultCodes.SecretWithSeparateRoles, Caf, "    secret_reference: env:SECRET_CAF\n" + Caf, "secret_reference" },
        { FaultCodes.SecretInAgreement, "Collectivité d'exemple", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "00112233" },
    };

    [Theory]
    [MemberData(nameof(OneChange))]
    public void A_change_that_breaks_one_rule_gives_one_fault_on_its_line(string code, string before, string after, string line)
    {
        var text = ConventionFixture.With(before, after);

        var faults = ConventionFixture.Read(text).Faults;

        var fault = faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, line));
        fault.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_structural_fault_is_reported_at_once()
    {
        var text = ConventionFixture.Example
            .Replace("roles: separes", "roles: partages", StringComparison.Ordinal)
            .Replace("dpo: \"dpo@caf.exemple\"", "dpo: \"à désigner\"", StringComparison.Ordinal)
            .Replace("        occupants: [commune, date_deces, sorti_le]", "        occupants: [commune, 12]", StringComparison.Ordinal);

        var faults = ConventionFixture.Read(text).Faults;

        faults.Select(fault => fault.Code).ShouldBe([FaultCodes.NotInList, FaultCodes.WrongForm, FaultCodes.TextExpected, FaultCodes.TextExpected]);
        faults.Select(fault => fault.Path).ShouldBe(
            ["traitement.roles", "responsables[1].dpo", "prestations.c2s.colonnes.bailleur/locataires@1.occupants[1]", "prestations.aspa.colonnes.bailleur/locataires@1.occupants[1]"]);
        faults.Select(fault => fault.Line).ShouldBeInOrder();
    }

    [Fact]
    public void The_experiment_without_a_window_is_refused()
    {
        var at = ConventionFixture.Example.IndexOf("  fenetre:", StringComparison.Ordinal);
        var text = ConventionFixture.Example[..at] + ConventionFixture.Example[ConventionFixture.Example.IndexOf("traitement:", StringComparison.Ordinal)..];

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(FaultCodes.WindowMissing);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, "fondement:"));
    }

    [Fact]
    public void An_exchange_under_the_code_without_a_window_is_accepted_and_never_expires()
    {
        var at = ConventionFixture.Example.IndexOf("  fenetre:", StringComparison.Ordinal);
        var text = (ConventionFixture.Example[..at] + ConventionFixture.Example[ConventionFixture.Example.IndexOf("traitement:", StringComparison.Ordinal)..])
            .Replace("loi-3ds-art-133", "crpa-l114-8-ii", StringComparison.Ordinal);

        var agreement = ConventionFixture.Read(text).Agreement.ShouldNotBeNull();

        agreement.CheckMonth(NonRecoursMatch.Columns.YearMonth.Of(2040, 1), new DateOnly(2040, 2, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_single_processor_needs_a_name_and_a_key_reference()
    {
        var text = ConventionFixture.With("roles: separes", "roles: unique");

        var faults = ConventionFixture.Read(text).Faults;

        faults.Select(fault => fault.Code).ShouldBe([FaultCodes.ProcessorMissing, FaultCodes.KeyReferenceMissing]);
        faults.ShouldAllBe(fault => fault.Line == ConventionFixture.LineOf(text, "traitement:"));
    }

    [Fact]
    public void A_benefit_that_no_source_could_announce_is_refused()
    {
        var text = ConventionFixture.With("ordre_de_contact: [carsat, msa, ccas, bailleur]", "ordre_de_contact: [ccas]");
        var start = text.IndexOf("  - id: ccas-exemple", StringComparison.Ordinal);
        text = text[..start] + text[text.IndexOf("prestations:", StringComparison.Ordinal)..];
        start = text.IndexOf("  ccas-exemple:", StringComparison.Ordinal);
        text = text[..start] + text[text.IndexOf("sources:", StringComparison.Ordinal)..];

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(FaultCodes.ContactWithoutSource);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, "ordre_de_contact: [ccas]"));
    }

    [Fact]
    public void A_source_whose_commune_column_is_not_listed_cannot_keep_to_the_perimeter()
    {
        var text = ConventionFixture.Example.Replace("personnes: [commune, domicilie, ", "personnes: [domicilie, ", StringComparison.Ordinal);

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(FaultCodes.PerimeterColumnMissing);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, "id: ccas-exemple"));
    }

    [Fact]
    public void A_source_without_a_column_that_decides_cannot_keep_to_the_quartiers()
    {
        var text = ConventionFixture.With(
            ConventionFixture.Perimeter, ConventionFixture.Quartiers(columns: ConventionFixture.Columns.Replace("      ccas/usagers@1: [qpv, iris]\n", "", StringComparison.Ordinal)));

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(FaultCodes.PerimeterColumnMissing);
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, "id: ccas-exemple"));
        fault.Expected(CultureInfo.GetCultureInfo("fr")).ShouldContain("sous perimetre.quartiers.colonnes : qpv, iris");
    }

    [Fact]
    public void A_health_column_is_accepted_with_its_ground()
    {
        var text = ConventionFixture.With("[role, commune_residence", "[role, date_grossesse, commune_residence")
            .Replace("dossier: extraits/caf-exemple", "dossier: extraits/caf-exemple\n    base_rgpd_9_2: \"RGPD, art. 9, 2, b (exemple)\"", StringComparison.Ordinal);

        ConventionFixture.Read(text).Agreement.ShouldNotBeNull().Sources[0].HealthBasis.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("key_reference: 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "0011")]
    [InlineData("key_reference: \"MotDePasse-tres-secret\"", "MotDePasse")]
    [InlineData("key_reference: \"env:\"", "\"env:\"")]
    public void A_key_in_place_of_its_reference_is_refused_and_never_repeated(string line, string value)
    {
        var text = ConventionFixture.With("langue: fr", line);

        var faults = ConventionFixture.Read(text).Faults;

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.Code == FaultCodes.BareSecret || fault.Code == FaultCodes.SecretInAgreement);
        faults.ShouldAllBe(fault => fault.Line == ConventionFixture.LineOf(text, "key_reference"));
        foreach (var culture in (CultureInfo[])[CultureInfo.GetCultureInfo("fr"), CultureInfo.InvariantCulture])
            (Rendering(faults, culture) + faults[0]).ShouldNotContain(value);
    }

    [Theory]
    [InlineData("", FaultCodes.NotAMapping)]
    [InlineData("- une liste", FaultCodes.NotAMapping)]
    [InlineData("a: [1, 2", FaultCodes.YamlSyntax)]
    [InlineData("a: 1\n\tb: 2", FaultCodes.YamlSyntax)]
    [InlineData("a: 1\n---\nb: 2", FaultCodes.YamlSyntax)]
    [InlineData("? [a, b]\n: 1", FaultCodes.YamlSyntax)]
    [InlineData("a: &x [1]\nb: *x", FaultCodes.YamlAlias)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", FaultCodes.TooDeep)]
    public void A_text_that_is_no_plain_document_gives_one_fault_with_its_place(string text, string code)
    {
        var fault = ConventionFixture.OnlyFault(text);
        fault.Code.ShouldBe(code);
        fault.Line.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("version: 99999999999999999999999")]
    [InlineData("version: -0")]
    [InlineData("version: ~")]
    [InlineData("version: 1e999")]
    [InlineData("version: .nan")]
    public void An_odd_number_is_a_fault_and_never_a_crash(string version)
        => ConventionFixture.OnlyFault(ConventionFixture.With("version: 1", version)).Path.ShouldBe("version");

    [Fact]
    public void A_file_that_is_not_utf8_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("nonrecours-");
        var path = Path.Combine(folder.FullName, "convention.yaml");
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes("nom: périmètre"));

        NonRecoursMatch.Conventions.Reading.AgreementLoader.Read(path, ConventionFixture.Library).Faults.ShouldHaveSingleItem().Code.ShouldBe(FaultCodes.Encoding);
        folder.Delete(recursive: true);
    }

    /// <summary>Both divisions unless <paramref name="iris"/> is null, and one column for each format but those of CAF, which are given.</summary>
    static string Quartiers(string qpv, string? iris, string caf = "caf/allocataires@1: [qpv]")
        => ConventionFixture.Quartiers(
            $"    qpv: [{qpv}]\n" + (iris is null ? "" : $"    iris: [{iris}]\n"),
            ConventionFixture.Columns.Replace("[qpv, iris]", "[qpv]", StringComparison.Ordinal).Replace("caf/allocataires@1: [qpv]", caf, StringComparison.Ordinal));

    static string Rendering(IReadOnlyList<Fault> faults, CultureInfo culture)
        => NonRecoursMatch.Conventions.Rendering.FaultReport.Text(faults, culture)
            + NonRecoursMatch.Conventions.Rendering.FaultReport.Json(faults, culture).ToJsonString();

    [Fact]
    public void Every_code_has_its_sentences_in_french_and_in_english()
    {
        var (french, english) = (CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB"));
        FaultCodes.All.Count.ShouldBeGreaterThan(60);
        foreach (var code in FaultCodes.All)
        {
            var fault = new Fault(code, "", 1, 1, "a", "b", "c", "d");
            foreach (var sentence in (Func<CultureInfo, string>[])[fault.Expected, fault.Action])
            {
                sentence(french).ShouldNotBeNullOrWhiteSpace(code);
                sentence(english).ShouldNotBeNullOrWhiteSpace(code);
                sentence(french).ShouldNotBe(sentence(english), code);
                sentence(CultureInfo.GetCultureInfo("tr-TR")).ShouldBe(sentence(english), code);
            }
        }
    }
}
