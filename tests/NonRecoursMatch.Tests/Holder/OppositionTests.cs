using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

public sealed class OppositionTests : IDisposable
{
    const string ValidNir = "255081416802538";

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Theory]
    [InlineData("toutes", 15)]
    [InlineData("C2S", 1)]
    [InlineData("C2S+ASPA", 3)]
    [InlineData("RSA+PPA", 12)]
    [InlineData("APL", 0)]
    [InlineData("", 0)]
    public void A_scope_is_a_bit_mask(string text, int mask) => OppositionScope.Read(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(mask);

    [Theory]
    [InlineData("0012345|1;;;;;")]
    [InlineData(";255081416802538;;;;")]
    [InlineData(";;exemple;;Camille;09/08/1955")]
    public void A_person_opposed_to_everything_leaves_only_as_opposed_tokens(string who)
    {
        _caf.Row("personnes", ("nir", ValidNir), ("nom_usage", "MODELE")).Row("personnes", ("matricule", "0000002"), ("prenom1", "AUTRE")).Row("ressources");
        _caf.Oppositions($"{who};toutes;01/09/2026;COURRIER").Write();
        var result = _caf.Pseudonymise();
        _caf.Persons().Keys.ShouldBe([_caf.Handle("0000002|1")]);
        _caf.Read("ressources.col").ShouldBeEmpty();
        var tokens = _caf.Read(PackageTables.OppositionsFile);
        tokens.Select(row => row["genre"]).ShouldBe(["identite", "identite", "nir"]);
        tokens.ShouldAllBe(row => row["portee"] == "15");
        result.Manifest.Oppositions.ShouldBe(1);
        result.Manifest.Bilan["personnes"].Drops["oppose"].ShouldBe(1);
    }

    [Fact]
    public void A_person_opposed_to_one_benefit_stays_and_the_tokens_carry_the_scope()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Oppositions("0012345|1;;;;;;ASPA;01/09/2026;COURRIER", ";;EXEMPLE;;CAMILLE;09/08/1955;C2S;01/09/2026;COURRIER").Write();
        _caf.Pseudonymise();
        _caf.Persons().Count.ShouldBe(1);
        _caf.Read(PackageTables.OppositionsFile).ToDictionary(row => row["genre"]!, row => row["portee"]).ShouldBe(new() { ["identite"] = "3", ["nir"] = "3" });
    }

    [Fact]
    public void Every_row_of_an_opposed_person_stays_wherever_it_is_in_the_file()
    {
        _caf.Row("personnes", ("matricule", "0000001"), ("nir", ValidNir), ("nom_naissance", "TOUTAUTRE")).Row("personnes", ("nir", ValidNir));
        _caf.Oppositions("0012345|1;;;;;;toutes;01/09/2026;COURRIER").Tolerant().Write();
        _caf.Pseudonymise().Manifest.Bilan["personnes"].Drops["oppose"].ShouldBe(2);
        _caf.Persons().ShouldBeEmpty();
    }

    [Fact]
    public void An_opposed_partner_withholds_the_composition_and_says_nothing_else()
    {
        _caf.Row("personnes").Row("personnes", ("rang", "2"), ("role", "CJT"), ("prenom1", "DOMINIQUE")).Oppositions("0012345|2;;;;;;toutes;01/09/2026;COURRIER").Write();
        _caf.Pseudonymise();
        var person = _caf.Persons().ShouldHaveSingleItem().Value;
        person["role"].ShouldBeNull();
        person["situation_familiale"].ShouldBeNull();
    }

    [Fact]
    public void An_opposed_person_whose_row_is_wrong_is_opposed_all_the_same()
    {
        _caf.Row("personnes", ("nir", "255081416802599")).Oppositions("0012345|1;;;;;;toutes;01/09/2026;COURRIER").Tolerant().Write();
        _caf.Pseudonymise().Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { ["oppose"] = 1 });
        _caf.Read(PackageTables.OppositionsFile).ShouldHaveSingleItem()["genre"].ShouldBe("identite");
    }

    [Fact]
    public void The_opposition_of_somebody_whom_the_body_does_not_hold_leaves_too()
    {
        _caf.Row("personnes").Oppositions(";186022A21532523;INCONNUE-ICI;;SACHA;14/02/1986;toutes;01/09/2026;COURRIER").Write();
        _caf.Pseudonymise();
        _caf.Read(PackageTables.OppositionsFile).Count.ShouldBe(2);
        _caf.Persons().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(";;EXEMPLE;;;;toutes;01/09/2026;COURRIER", "lot.opposition.inapplicable")]
    [InlineData("0012345|1;;;;;;tout;01/09/2026;COURRIER", "lot.opposition.illisible")]
    [InlineData("0012345|1;255081416802599;;;;;toutes;01/09/2026;COURRIER", "lot.opposition.illisible")]
    [InlineData("0012345|1;;toutes", "lot.opposition.illisible")]
    public void An_opposition_that_would_be_lost_blocks(string row, string code)
    {
        _caf.Row("personnes").Oppositions(row).Write();
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise()).Report.Groups.ShouldContain(group => group.Code.Code == code);
    }

    [Fact]
    public void A_NIR_in_the_oppositions_of_a_landlord_blocks()
    {
        using var landlord = new HolderFixture("bailleur-exemple");
        landlord.Row("occupants").Oppositions($";{ValidNir};;;;;toutes;01/09/2026;COURRIER").Write();
        Should.Throw<ExtractRefusedException>(() => landlord.Pseudonymise()).Report.Groups.ShouldContain(group => group.Code == AnomalyCodes.NirInterdit);
    }

    [Fact]
    public void A_reference_that_is_a_NIR_is_allowed_where_the_body_uses_it()
    {
        using var cpam = new HolderFixture("cpam-exemple");
        cpam.Row("personnes", ("nir", ValidNir)).Oppositions($"{ValidNir}|1;;;;;;toutes;01/09/2026;COURRIER").Write();
        cpam.Pseudonymise();
        cpam.Persons().ShouldBeEmpty();
    }
}
