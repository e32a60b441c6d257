using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Tests.Holder;

public sealed class PseudonymisationTests : IDisposable
{
    const string ValidNir = "255081416802538";
    const string OtherNir = "186022A21532523";

    readonly HolderFixture _caf = new();

    public void Dispose() => _caf.Dispose();

    [Fact]
    public void A_person_leaves_as_handle_group_tokens_birth_month_and_listed_attributes_only()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Write();
        _caf.Pseudonymise();
        var person = _caf.Persons().ShouldHaveSingleItem();
        person.Key.ShouldBe(_caf.Handle("0012345|1"));
        person.Value.Keys.ShouldBe(["groupe", "poignee", "jeton_nir", "naissance_mois", "role", "commune_residence", "situation_familiale", "groupe_nationalite", "date_titre_sejour", "date_deces", "sorti_le"]);
        person.Value["naissance_mois"].ShouldBe($"{YearMonth.Of(1955, 8).Index}");
        person.Value["role"].ShouldBe("DEM");
        person.Value["date_deces"].ShouldBeNull();
        _caf.Read(PackageTables.JetonsFile).Select(token => token["jeton_nir"]).ShouldBe([person.Value["jeton_nir"], person.Value["jeton_nir"]], "one name, and the token that stands for a second one");
    }

    [Fact]
    public void The_same_inputs_and_secrets_give_the_same_bytes_and_another_key_gives_no_token_in_common()
    {
        Household();
        _caf.Row("ressources").Row("prestations").Write();
        _caf.Pseudonymise("a");
        _caf.Pseudonymise("b");
        _caf.Pseudonymise("c", key: "autre racine");
        foreach (var file in Directory.GetFiles(_caf.Out("a")))
            File.ReadAllBytes(Path.Combine(_caf.Out("b"), Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file), Path.GetFileName(file));
        var tokens = _caf.Read(PackageTables.JetonsFile, "a").Select(row => row["jeton"]);
        tokens.Intersect(_caf.Read(PackageTables.JetonsFile, "c").Select(row => row["jeton"])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_balance_closes_and_says_why_rows_were_left_out()
    {
        Household();
        _caf.Row("personnes", ("matricule", "0000001"), ("commune_residence", "75056"));
        _caf.Row("personnes", ("matricule", "0000002"), ("commune_residence", ""));
        _caf.Row("personnes", ("matricule", "0000003"), ("nir", "255081416802599"));
        _caf.Row("personnes", ("matricule", "0000004"), ("date_naissance", "31/02/1955"));
        _caf.Row("ressources", ("matricule", "0000001")).Row("ressources").Row("prestations", ("matricule", "0000001")).Row("prestations");
        _caf.Tolerant().Write();
        var bilan = _caf.Pseudonymise().Manifest.Bilan;
        bilan.Values.ShouldAllBe(balance => balance.Closes);
        bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { ["champ.date.impossible"] = 1, ["champ.nir.cle"] = 1, ["hors_perimetre"] = 1, ["sans_commune"] = 1 }, ignoreOrder: true);
        bilan["ressources"].Drops.ShouldBe(new Dictionary<string, long> { ["sans_personne"] = 1 });
        bilan["prestations"].Drops.ShouldBe(new Dictionary<string, long> { ["sans_groupe"] = 1 });
        _caf.Read("ressources.col").ShouldHaveSingleItem()["montant"].ShouldBe("81300");
        _caf.Read("prestations.col").ShouldHaveSingleItem()["prestation"].ShouldBe("RSA");
    }

    [Fact]
    public void Later_rows_of_a_NIR_or_of_a_reference_are_left_out_and_reported()
    {
        _caf.Row("personnes", ("nir", ValidNir)).Row("personnes", ("matricule", "0099999"), ("nir", ValidNir[..13]));
        _caf.Row("personnes", ("matricule", "0000005"), ("prenom1", "PREMIER")).Row("personnes", ("matricule", "0000005"), ("nir", OtherNir));
        _caf.Tolerant().Write();
        var result = _caf.Pseudonymise();
        _caf.Persons().Keys.ShouldBe([_caf.Handle("0012345|1"), _caf.Handle("0000005|1")], ignoreOrder: true);
        _caf.Persons()[_caf.Handle("0000005|1")]["jeton_nir"].ShouldBeNull();
        result.Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.Doublon] = 2 });
        result.Report.Groups.Single(group => group.Code == AnomalyCodes.Doublon).First.Select(anomaly => anomaly.Line).ShouldBe([3, 5], ignoreOrder: true);
    }

    [Fact]
    public void A_dropped_member_withholds_the_composition_of_the_group_for_the_others_only()
    {
        Household();
        _caf.Row("personnes", ("rang", "3"), ("date_naissance", "31/02/2010"));
        _caf.Row("personnes", ("matricule", "0000009"), ("nir", OtherNir));
        _caf.Tolerant().Write();
        _caf.Pseudonymise();
        var persons = _caf.Persons();
        foreach (var reference in new[] { "0012345|1", "0012345|2" })
        {
            persons[_caf.Handle(reference)]["role"].ShouldBeNull();
            persons[_caf.Handle(reference)]["situation_familiale"].ShouldBeNull();
            persons[_caf.Handle(reference)]["commune_residence"].ShouldBe("35236");
        }

        persons[_caf.Handle("0000009|1")]["role"].ShouldBe("DEM");
    }

    [Fact]
    public void Health_codes_leave_as_neutral_classes()
    {
        _caf.Row("personnes");
        foreach (var nature in new[] { "IJ_MALADIE", "IJ_MATERNITE", "IJ_AT", "INVALIDITE", "SALAIRE", "" })
            _caf.Row("ressources", ("nature", nature));
        _caf.Write();
        _caf.Pseudonymise();
        _caf.Read("ressources.col").Select(row => row["nature"]).ShouldBe(["REVENU_ASSIMILE_ACTIVITE", "REVENU_ASSIMILE_ACTIVITE", "REVENU_ASSIMILE_ACTIVITE", "AUTRE_REVENU", "SALAIRE", null]);
    }

    [Fact]
    public void An_arrondissement_counts_as_the_commune_that_it_belongs_to()
    {
        const string code = "75112";
        var current = HolderFixture.Library.Communes.ToCurrent(code)!;
        current.ShouldNotBe(code);
        _caf.Agreement = _caf.Agreement with { Perimeter = new Perimeter(2026, new HashSet<string> { current }) };
        _caf.Row("personnes", ("commune_residence", code)).Write();
        _caf.Pseudonymise();
        _caf.Persons().ShouldHaveSingleItem().Value["commune_residence"].ShouldBe(current);
    }

    [Fact]
    public void Names_of_a_single_byte_file_give_the_tokens_of_the_UTF_8_one()
    {
        _caf.Row("personnes", ("nom_naissance", "LEFÈVRE-CŒUR"), ("prenom1", "Zoë")).Write();
        _caf.Pseudonymise("utf8");
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var text = File.ReadAllText(_caf.PathOf("personnes"));
        foreach (var (encoding, page) in new[] { ("windows-1252", 1252), ("iso-8859-15", 28605) })
        {
            _caf.Source = _caf.Source with { Encoding = encoding };
            File.WriteAllBytes(_caf.PathOf("personnes"), System.Text.Encoding.GetEncoding(page).GetBytes(text));
            _caf.Pseudonymise(encoding);
            _caf.Read(PackageTables.JetonsFile, encoding).Select(row => row["jeton"]).ShouldBe(_caf.Read(PackageTables.JetonsFile, "utf8").Select(row => row["jeton"]));
        }
    }

    [Fact]
    public void Above_the_threshold_of_rejected_rows_nothing_is_written()
    {
        for (var i = 0; i < 60; i++)
            _caf.Row("personnes", ("matricule", $"{i:0000000}"), ("date_naissance", i == 0 ? "31/02/1955" : "09/08/1955"));
        _caf.Write();
        var refusal = Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise());
        refusal.Report.Groups.ShouldContain(group => group.Code == AnomalyCodes.TropDeRejets);
        NothingIsLeft();
    }

    [Fact]
    public void A_missing_file_an_other_campaign_and_an_interruption_leave_nothing()
    {
        _caf.Row("personnes").Write();
        File.Delete(_caf.PathOf("ressources"));
        Should.Throw<FileNotFoundException>(() => _caf.Pseudonymise());
        _caf.Write(sidecar => sidecar.Replace("2026-10", "2026-09"));
        Should.Throw<ExtractRefusedException>(() => _caf.Pseudonymise()).Report.Groups.ShouldHaveSingleItem().Code.ShouldBe(AnomalyCodes.AutreMois);
        _caf.Write();
        Should.Throw<OperationCanceledException>(() => _caf.Pseudonymise(stop: new CancellationToken(canceled: true)));
        NothingIsLeft();
    }

    [Fact]
    public void A_campaign_key_of_another_month_is_refused()
    {
        _caf.Row("personnes").Write();
        using var root = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 1, 1), "racine").OpenRoot();
        using var key = NonRecoursMatch.Keys.Derivation.CampaignKey.Derive(root, Pseudonymizer.DomainOf(_caf.Agreement, HolderFixture.Month.AddMonths(1)));
        using var secret = _caf.Secret();
        var run = () => new Pseudonymizer(HolderFixture.Library).Run(_caf.Agreement, _caf.Source, HolderFixture.Month, key, secret, _caf.Out(), _caf.HolderFolder(), null, default);
        Should.Throw<KeyRefusedException>(run).Reason.ShouldBe(KeyRefusal.WrongKey);
    }

    void Household()
        => _caf.Row("personnes", ("nir", ValidNir), ("situation_familiale", "MAR")).Row("personnes", ("rang", "2"), ("role", "CJT"), ("nir", ""), ("nom_usage", "MODELE"), ("prenom1", "DOMINIQUE"));

    void NothingIsLeft()
    {
        foreach (var folder in new[] { _caf.Out(), _caf.HolderFolder() })
        {
            if (Directory.Exists(folder))
                Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
        }
    }
}
