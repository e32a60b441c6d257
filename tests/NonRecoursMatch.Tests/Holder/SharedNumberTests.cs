using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>A NIR on the row of somebody else, or on the rows of several persons, links nobody; nothing of it is lost from the balance.</summary>
public sealed class SharedNumberTests : IDisposable
{
    const string Nir = "255081416802538";
    const string NirOfAMan = "155081416802588";

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Theory]
    [InlineData("sexe", "M", "champ.nir.incoherent_sexe")]
    [InlineData("date_naissance", "12/03/1985", "champ.nir.incoherent_date")]
    public void A_number_of_another_person_is_reported_and_the_row_leaves_without_it(string column, string value, string code)
    {
        _caf.Row("personnes", ("nir", Nir), (column, value)).Write();
        var result = _caf.Pseudonymise();
        _caf.Persons().ShouldHaveSingleItem().Value["jeton_nir"].ShouldBeNull();
        _caf.Read(PackageTables.JetonsFile).Select(token => token["jeton_nir"]).ShouldBe([null, null], "one name, and the token that stands for a second one");
        foreach (var report in new[] { result.Report, _caf.Validate() })
        {
            report.Groups.ShouldHaveSingleItem().Code.Code.ShouldBe(code);
            report.Valid.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("44109", true)]
    [InlineData("14118", false)]
    [InlineData("", false)]
    public void Another_birth_place_is_reported_and_the_number_stays(string commune, bool reported)
    {
        _caf.Row("personnes", ("nir", Nir), ("commune_naissance", commune)).Write();
        _caf.Pseudonymise().Report.Groups.Select(group => group.Code).ShouldBe(reported ? [AnomalyCodes.NirIncoherentCommune] : []);
        _caf.Persons().ShouldHaveSingleItem().Value["jeton_nir"].ShouldNotBeNull();
    }

    [Fact]
    public void A_child_under_the_number_of_a_parent_leaves_without_it_and_the_parent_keeps_it()
    {
        _caf.Row("personnes", ("nir", Nir)).Row("personnes", ("rang", "2"), ("role", "ENF"), ("prenom1", "LOU"), ("date_naissance", "03/02/2015"), ("nir", Nir)).Write();
        var result = _caf.Pseudonymise();
        _caf.Persons()[_caf.Handle("0012345|1")]["jeton_nir"].ShouldNotBeNull();
        _caf.Persons()[_caf.Handle("0012345|2")]["jeton_nir"].ShouldBeNull();
        result.Manifest.Nir!.Keys.ShouldNotContain(NumberCounts.Collisions);
        Codes(result.Report).ShouldBe(["champ.nir.incoherent_date"]);
    }

    [Fact]
    public void Persons_with_other_names_under_one_number_all_leave_without_it_and_are_reported()
    {
        _caf.Row("personnes", ("nir", Nir)).Row("personnes", ("rang", "2"), ("prenom1", "DOMINIQUE"), ("nir", Nir[..13]));
        _caf.Row("personnes", ("matricule", "0000009"), ("prenom1", "DOMINIQUE"), ("nir", Nir)).Tolerant().Write();
        var result = _caf.Pseudonymise();
        _caf.Persons().Keys.ShouldBe([_caf.Handle("0012345|1"), _caf.Handle("0012345|2")], ignoreOrder: true);
        _caf.Persons().Values.ShouldAllBe(person => person["jeton_nir"] == null);
        result.Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.Doublon] = 1 });
        result.Manifest.Nir![NumberCounts.Collisions].ShouldBe(1);
        foreach (var report in new[] { result.Report, _caf.Validate() })
        {
            LinesOf(report, AnomalyCodes.NirCollision).ShouldBe([2, 3], ignoreOrder: true);
            LinesOf(report, AnomalyCodes.Doublon).ShouldBe([4]);
        }
    }

    [Fact]
    public void Rows_that_have_a_name_in_common_through_a_third_one_are_one_person()
    {
        _caf.Row("personnes", ("nir", Nir)).Row("personnes", ("matricule", "0000002"), ("nom_usage", "MODELE"), ("nir", Nir));
        _caf.Row("personnes", ("matricule", "0000003"), ("nom_naissance", "MODELE"), ("nir", Nir)).Tolerant().Write();
        _caf.Pseudonymise().Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.Doublon] = 2 });
        _caf.Persons().ShouldHaveSingleItem().Value["jeton_nir"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("00/08/1955", true)]
    [InlineData("00/00/1955", true)]
    [InlineData("00/09/1955", false)]
    public void Without_a_complete_birth_date_the_birth_month_decides(string birth, bool same)
    {
        _caf.Row("personnes", ("nir", Nir)).Row("personnes", ("matricule", "0000002"), ("prenom1", "DOMINIQUE"), ("date_naissance", birth), ("nir", Nir)).Tolerant().Write();
        _caf.Pseudonymise();
        _caf.Persons().Count.ShouldBe(same ? 1 : 2);
        LinesOf(_caf.Validate(), same ? AnomalyCodes.Doublon : AnomalyCodes.NirCollision).ShouldNotBeEmpty();
    }

    [Fact]
    public void Where_the_number_is_the_reference_persons_that_nothing_tells_apart_are_left_out()
    {
        using var cpam = new HolderFixture("cpam-exemple");
        cpam.Row("personnes", ("nir", Nir)).Row("personnes", ("nir", Nir), ("prenom1", "DOMINIQUE"), ("foyer_c2s", "F000123")).Row("personnes", ("nir", NirOfAMan), ("sexe", "M"));
        cpam.Tolerant().Write();
        var result = cpam.Pseudonymise();
        cpam.Persons().Keys.ShouldBe([cpam.Handle(NirOfAMan + "|1")]);
        result.Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.CollisionNir] = 2 });
        result.Manifest.Nir![NumberCounts.Collisions].ShouldBe(1);
        foreach (var report in new[] { result.Report, cpam.Validate() })
        {
            LinesOf(report, AnomalyCodes.NirCollisionReference).ShouldBe([2, 3], ignoreOrder: true);
            report.Groups.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Twins_under_one_number_and_two_ranks_leave_without_it()
    {
        using var cpam = new HolderFixture("cpam-exemple");
        cpam.Row("personnes", ("nir", Nir)).Row("personnes", ("nir", Nir), ("rang_gemellaire", "2"), ("prenom1", "DOMINIQUE")).Write();
        cpam.Pseudonymise();
        cpam.Persons().Count.ShouldBe(2);
        cpam.Persons().Values.ShouldAllBe(person => person["jeton_nir"] == null);
    }

    [Fact]
    public void An_opposition_by_number_removes_every_row_that_bears_it()
    {
        _caf.Row("personnes", ("nir", Nir)).Row("personnes", ("rang", "2"), ("prenom1", "DOMINIQUE"), ("nir", Nir)).Row("personnes", ("rang", "3"), ("sexe", "M"), ("prenom1", "LOU"), ("nir", Nir));
        _caf.Oppositions($";{Nir};;;;;toutes;01/09/2026;COURRIER").Write();
        var result = _caf.Pseudonymise();
        _caf.Persons().ShouldBeEmpty();
        result.Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.Oppose] = 3 });
    }

    [Theory]
    [InlineData("09/08/1955", 1)]
    [InlineData("00/00/1955", 0)]
    public void An_opposition_to_one_benefit_follows_the_names_of_a_row_that_lost_its_number_or_the_row_does_not_leave(string birth, int leaving)
    {
        _caf.Row("personnes", ("nir", Nir), ("sexe", "M"), ("date_naissance", birth)).Oppositions($";{Nir};;;;;C2S;01/09/2026;COURRIER").Write();
        _caf.Pseudonymise();
        _caf.Persons().Count.ShouldBe(leaving);
        _caf.Read(PackageTables.OppositionsFile).Count(row => row["genre"] == "identite").ShouldBe(leaving);
    }

    [Fact]
    public void The_manifest_counts_the_numbers_by_what_they_are_worth()
    {
        string[] numbers = ["", Nir, "2550814168025", "255081416802599", "455081416802535", "12", "255081416802"];
        foreach (var (row, nir) in numbers.Index())
            _caf.Row("personnes", ("matricule", $"{row:0000000}"), ("prenom1", "P" + (char)('A' + row)), ("nir", nir));
        Born("2556214168025", "F", "").Born("186022A215325", "M", "2B033", "14/02/1986").Born("2550897411025", "F", "97411").Born("2550899352025", "M", "99352").Born("2850814168025", "F", "");
        _caf.Tolerant().Write();
        _caf.Pseudonymise().Manifest.Nir.ShouldBe(new Dictionary<string, long>
        {
            [NumberCounts.Absent] = 1,
            [NumberCounts.Valide] = 1,
            [NumberCounts.CleAbsente] = 6,
            [NumberCounts.CleFausse] = 1,
            [NumberCounts.Provisoire] = 1,
            [NumberCounts.Malforme] = 2,
            [NumberCounts.PseudoMois] = 1,
            [NumberCounts.Corse] = 1,
            [NumberCounts.OutreMer] = 1,
            [NumberCounts.Etranger] = 1,
            [NumberCounts.SexeIncoherent] = 1,
            [NumberCounts.DateIncoherente] = 1,
            [NumberCounts.CommuneIncoherente] = 1,
            [NumberCounts.Collisions] = 1,
        }, ignoreOrder: true);
    }

    [Fact]
    public void A_source_without_NIR_counts_none()
    {
        using var landlord = new HolderFixture("bailleur-exemple");
        landlord.Row("occupants").Write();
        landlord.Pseudonymise().Manifest.Nir.ShouldBeNull();
        File.ReadAllText(Path.Combine(landlord.Out(), ManifestFile.Name)).ShouldNotContain("\"nir\"");
    }

    SharedNumberTests Born(string nir, string sex, string place, string birth = "09/08/1955")
    {
        _caf.Row("personnes", ("matricule", nir[^7..]), ("prenom1", "NEE"), ("nir", nir), ("sexe", sex), ("commune_naissance", place), ("date_naissance", birth));
        return this;
    }

    static IEnumerable<string> Codes(ValidationReport report) => report.Groups.Select(group => group.Code.Code);

    static IEnumerable<long> LinesOf(ValidationReport report, AnomalyCode code)
        => report.Groups.Where(group => group.Code == code).SelectMany(group => group.First).Select(anomaly => anomaly.Line);
}
