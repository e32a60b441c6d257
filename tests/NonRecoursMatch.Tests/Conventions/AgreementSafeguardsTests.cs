using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary>An agreement about real persons is complete enough to sign, or refused with what lacks; what a test agreement states is checked too.</summary>
public class AgreementSafeguardsTests
{
    const string Joint = "accord_article_26:\n  reference: \"accord de responsabilité conjointe (exemple)\"\n  date: 2023-12-01\n  point_de_contact: \"droits@collectivite.exemple\"\n";
    const string Assessment = "aipd:\n  reference: \"analyse d'impact 2023-07 (exemple)\"\n  date: 2023-11-20\n";
    const string Information = "information:\n  article_14: \"mention sur les sites, affiches dans les accueils, courrier annuel (exemple)\"\n  date: 2024-01-02\n";
    const string Domain = "domaine_de_cle:\n  finalite: information_droits\n  profil: 1\n  normalisation: n2\n";
    const string Contract = "  contrat_article_28:\n    reference: \"marché 2023-12 (exemple)\"\n    date: 2023-12-15\n    dpo: \"dpo@operateur.exemple\"\n";
    const string Operator = "  operateur: \"Groupement d'exemple\"\n";
    const string CcasCertificates = "  ccas-exemple:\n    signature: \"1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C:1C\"\n"
        + "    scellement: \"1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D\"\n";

    /// <summary>What is taken out, the key that is asked for, and the text on the line of the fault.</summary>
    public static TheoryData<string, string, string> Required { get; } = new()
    {
        { Joint, "accord_article_26", "responsables:" },
        { Assessment, "aipd", "convention: exemple" },
        { Information, "information", "convention: exemple" },
        { Domain, "domaine_de_cle", "convention: exemple" },
        { Contract, "contrat_article_28", "traitement:" },
        { CcasCertificates, "certificats.ccas-exemple", "certificats:" },
    };

    [Fact]
    public void The_example_is_complete_enough_for_real_persons()
        => ConventionFixture.Read(Real()).Faults.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Required))]
    public void What_lacks_is_one_fault_with_its_line_where_persons_are_real_and_none_in_a_test(string taken, string key, string line)
    {
        var text = Real(taken);

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(FaultCodes.SigningKeyMissing);
        fault.Expected(CultureInfo.GetCultureInfo("fr")).ShouldContain($"« {key} » (RGPD, art. ");
        fault.Line.ShouldBe(ConventionFixture.LineOf(text, line));
        ConventionFixture.Read(ConventionFixture.With(taken, "")).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Separate_roles_name_their_operator_where_persons_are_real()
    {
        var faults = ConventionFixture.Read(Real(Operator)).Faults;
        faults.Select(fault => (fault.Code, fault.Arguments[0])).ShouldBe([(FaultCodes.SigningKeyMissing, "operateur")]);
    }

    [Fact]
    public void A_controller_that_matches_itself_needs_no_contract_with_itself()
        => ConventionFixture.Read(Real(Contract).Replace("Groupement d'exemple", "Collectivité d'exemple", StringComparison.Ordinal)).Faults.ShouldBeEmpty();

    [Fact]
    public void A_single_controller_needs_no_arrangement()
        => ConventionFixture.Read(Real(Joint).Replace("  - nom: \"CAF d'exemple\"\n    dpo: \"dpo@caf.exemple\"\n", "", StringComparison.Ordinal)).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData(FaultCodes.KeyDomainOther, "normalisation: n2", "normalisation: n1")]
    [InlineData(FaultCodes.KeyDomainOther, "profil: 1", "profil: 2")]
    [InlineData(FaultCodes.KeyDomainOther, "finalite: information_droits", "finalite: evaluation")]
    [InlineData(FaultCodes.CertificateOfUnknownBody, "  ccas-exemple:\n    signature", "  ccas-autre:\n    signature")]
    [InlineData(FaultCodes.CertificateShared, "1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D", "10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10:10")]
    [InlineData(FaultCodes.WrongForm, "1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D:1D", "1D:1D")]
    [InlineData(FaultCodes.WrongForm, "date: 2024-01-02", "date: 2023-02-30")]
    [InlineData(FaultCodes.WrongForm, "date: 2024-01-02", "date: hier")]
    [InlineData(FaultCodes.WrongForm, "droits@collectivite.exemple", "droits")]
    [InlineData(FaultCodes.MissingKey, "  date: 2024-01-02\n", "")]
    [InlineData(FaultCodes.PathLeaves, "dossier: extraits/caf-exemple", "dossier: ../caf-exemple")]
    [InlineData(FaultCodes.PathLeaves, "dossier: extraits/caf-exemple", "dossier: extraits/../../caf-exemple")]
    [InlineData(FaultCodes.PathLeaves, "dossier: extraits/caf-exemple", "dossier: \"extraits\\\\..\\\\..\\\\caf-exemple\"")]
    [InlineData(FaultCodes.PathLeaves, "dossier: extraits/caf-exemple", "dossier: /etc")]
    public void What_a_test_agreement_states_is_checked_too(string code, string before, string after)
    {
        var text = ConventionFixture.With(before, after);

        var fault = ConventionFixture.OnlyFault(text);

        fault.Code.ShouldBe(code);
        fault.Line.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("file:../racine.json")]
    [InlineData("file:cles/../../racine.json")]
    [InlineData("file:cles/a.json,file:../b.json")]
    public void A_secret_reference_never_climbs(string reference)
        => ConventionFixture.OnlyFault(ConventionFixture.With("langue: fr", $"key_reference: {reference}")).Code.ShouldBe(FaultCodes.ReferenceClimbs);

    [Fact]
    public void A_single_processor_has_no_operator_beside_it()
    {
        var text = ConventionFixture.With("roles: separes\n", "roles: unique\n  sous_traitant: \"Groupement d'exemple\"\nkey_reference: env:RACINE\ntraitement_suite:\n")
            .Replace("traitement_suite:\n" + Operator + Contract, "", StringComparison.Ordinal);
        ConventionFixture.Read(text).Faults.ShouldBeEmpty();

        var both = text.Replace("  sous_traitant:", Operator + "  sous_traitant:", StringComparison.Ordinal);
        ConventionFixture.OnlyFault(both).Code.ShouldBe(FaultCodes.OperatorForbidden);
    }

    [Fact]
    public void Nothing_is_processed_before_persons_are_informed_and_the_impact_is_assessed()
    {
        var agreement = ConventionFixture.Read(Real()).Agreement.ShouldNotBeNull();

        agreement.CheckMonth(YearMonth.Of(2024, 1), new DateOnly(2024, 1, 2)).ShouldBeEmpty();
        var fault = agreement.CheckMonth(YearMonth.Of(2024, 1), new DateOnly(2024, 1, 1)).ShouldHaveSingleItem();
        fault.Code.ShouldBe(FaultCodes.DatedLater);
        fault.Path.ShouldBe("information.date");
        fault.Line.ShouldBe(ConventionFixture.LineOf(Real(), "information:") + 2);
        agreement.CheckMonth(YearMonth.Of(2024, 1), new DateOnly(2023, 11, 1)).Count.ShouldBe(4);
    }

    [Fact]
    public void A_gap_is_refused_at_its_line_whatever_was_expected_there_and_even_in_a_test()
    {
        var text = ConventionFixture.With("debut: 2024-01", "debut: \"À COMPLÉTER (fondement.fenetre.debut)\"")
            .Replace("base_legale: \"CRPA, art. L. 114-8, II\"\n    base_nir: \"décret 2019-341, art. 2, A\"\n  - id: cpam", "base_legale: \"à compléter\"\n    base_nir: \"décret 2019-341, art. 2, A\"\n  - id: cpam", StringComparison.Ordinal);

        var faults = ConventionFixture.Read(text).Faults;

        faults.Select(fault => (fault.Code, fault.Path)).ShouldBe([(FaultCodes.Gap, "fondement.fenetre.debut"), (FaultCodes.Gap, "sources[0].base_legale")]);
        faults[0].Line.ShouldBe(ConventionFixture.LineOf(text, "debut:"));
    }

    [Fact]
    public void The_key_domain_of_the_agreement_is_that_of_the_keys()
    {
        var domain = ConventionFixture.Library.KeyDomain;
        (domain.Purpose, domain.Profile, domain.Normalisation).ShouldBe((PseudonymProfile.Purpose, PseudonymProfile.Number, PseudonymProfile.Normalisation));
    }

    [Fact]
    public void Both_renderings_carry_every_safeguard()
    {
        var agreement = AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);

        var text = AgreementSummary.Text(agreement, CultureInfo.GetCultureInfo("fr-FR"));
        var json = AgreementJson.Of(agreement)["safeguards"]!;

        foreach (var part in (string[])["Groupement d'exemple", "marché 2023-12 (exemple), 2023-12-15", "droits@collectivite.exemple", "analyse d'impact 2023-07", "courrier annuel", "normalisation n2", "C2S, ASPA", "ccas-exemple : signe 1c1c"])
            text.ShouldContain(part);
        json["joint_control"]!["contact"]!.GetValue<string>().ShouldBe("droits@collectivite.exemple");
        json["processing"]!["contract"]!["dpo"]!.GetValue<string>().ShouldBe("dpo@operateur.exemple");
        json["impact_assessment"]!["date"]!.GetValue<string>().ShouldBe("2023-11-20");
        json["information"]!["since"]!.GetValue<string>().ShouldBe("2024-01-02");
        json["certificates"]!["operateur"]!["sealing"]![0]!.GetValue<string>().ShouldBe(string.Concat(Enumerable.Repeat("11", 32)));
    }

    /// <summary>The example as one about real persons, without a part of it.</summary>
    static string Real(string? without = null)
    {
        var text = without is null ? ConventionFixture.Example : ConventionFixture.With(without, "");
        text.ShouldContain("test: true\n");
        return text.Replace("test: true\n", "", StringComparison.Ordinal);
    }
}
