using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Sidecars;

namespace NonRecoursMatch.Tests.Conventions;

public sealed class SidecarTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("nonrecours-").FullName;

    static readonly YearMonth _month = YearMonth.Of(2026, 10);

    static readonly string _example = Repository.Path("conventions", "extracts", "caf", "allocataires", "1", "exemples", "valide", "extrait.json");

    static Agreement Agreement => AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);

    [Fact]
    public void The_sidecar_of_the_example_is_the_one_that_its_agreement_awaits()
    {
        var sidecar = SidecarReader.Read(_example).Sidecar.ShouldNotBeNull();

        sidecar.Month.ShouldBe(_month);
        sidecar.DataDate.ShouldBe(new DateOnly(2026, 11, 2));
        sidecar.Tables["ressources"].ShouldBe(new TableTotals(4, 93_050));
        sidecar.Tables["personnes"].ShouldBe(new TableTotals(3, null));
        SidecarCheck.Check(sidecar, Agreement, Agreement.Sources[0], _month, new DateOnly(2026, 11, 30)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("format", "\"msa/famille@1\"", FaultCodes.SidecarOtherFormat)]
    [InlineData("organisme", "\"caf-autre\"", FaultCodes.SidecarOtherBody)]
    [InlineData("convention", "\"autre\"", FaultCodes.SidecarOtherConvention)]
    [InlineData("mois", "\"2026-09\"", FaultCodes.SidecarOtherMonth)]
    [InlineData("millesime_cog", "2025", FaultCodes.SidecarOtherCog)]
    [InlineData("date_donnees", "\"2026-08-01\"", FaultCodes.SidecarTooOld)]
    [InlineData("date_donnees", "\"2026-12-01\"", FaultCodes.SidecarFromTheFuture)]
    public void An_extract_of_something_else_is_refused(string key, string value, string code)
    {
        var sidecar = Changed(node => node[key] = JsonNode.Parse(value)).Sidecar.ShouldNotBeNull();

        SidecarCheck.Check(sidecar, Agreement, Agreement.Sources[0], _month, new DateOnly(2026, 11, 30)).ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_table_missing_or_unknown_is_refused()
    {
        var sidecar = Changed(node =>
        {
            node["tables"]!.AsObject().Remove("ressources");
            node["tables"]!["revenus"] = new JsonObject { ["lignes"] = 1 };
        }).Sidecar.ShouldNotBeNull();

        SidecarCheck.Check(sidecar, Agreement, Agreement.Sources[0], _month, new DateOnly(2026, 11, 30)).Select(fault => fault.Code)
            .ShouldBe([FaultCodes.SidecarTableMissing, FaultCodes.SidecarTableUnknown]);
    }

    [Theory]
    [InlineData("mois", "\"octobre\"", FaultCodes.SidecarWrongForm)]
    [InlineData("date_donnees", "\"02/11/2026\"", FaultCodes.SidecarWrongForm)]
    [InlineData("millesime_cog", "\"2026\"", FaultCodes.SidecarWrongForm)]
    [InlineData("format", "12", FaultCodes.SidecarWrongForm)]
    [InlineData("tables", "[]", FaultCodes.SidecarWrongForm)]
    [InlineData("tables", "{ \"personnes\": { \"lignes\": -1 } }", FaultCodes.SidecarWrongForm)]
    [InlineData("tables", "{ \"personnes\": { \"lignes\": 1, \"total_controle\": \"12.00\" } }", FaultCodes.SidecarWrongForm)]
    [InlineData("exhaustif_pour", "\"C2S\"", FaultCodes.SidecarWrongForm)]
    public void A_value_of_another_form_is_refused_without_being_repeated(string key, string value, string code)
    {
        var fault = Changed(node => node[key] = JsonNode.Parse(value)).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Path.ShouldStartWith(key);
    }

    [Fact]
    public void Missing_keys_are_all_reported()
        => SidecarReader.Read(Write("{}")).Faults.Count(fault => fault.Code == FaultCodes.SidecarKeyMissing).ShouldBe(9);

    [Theory]
    [InlineData("", FaultCodes.SidecarSyntax)]
    [InlineData("[]", FaultCodes.SidecarSyntax)]
    [InlineData("{\n  \"mois\": }", FaultCodes.SidecarSyntax)]
    public void A_text_that_is_no_json_object_is_refused(string text, string code) => SidecarReader.Read(Write(text)).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_missing_sidecar_is_a_fault()
        => SidecarReader.Read(_example + ".absent").Faults.ShouldHaveSingleItem().Code.ShouldBe(FaultCodes.SidecarMissing);

    [Fact]
    public void The_files_of_a_source_are_its_tables_and_neither_sidecar_nor_oppositions()
    {
        var folder = _folder;
        var source = Agreement.Sources[0] with { Folder = folder };

        SourceFiles.Find(Agreement, source).IsEmpty.ShouldBeTrue();
        foreach (var name in (string[])["personnes.csv", "prestations.csv", "oppositions.csv", "extrait.json", "notes.txt"])
            File.WriteAllText(Path.Combine(folder, name), "");
        var found = SourceFiles.Find(Agreement, source);

        found.Data.Select(file => file.Path).ShouldBe([Path.Combine(folder, "personnes.csv"), Path.Combine(folder, "prestations.csv")]);
        found.MissingTables.Select(table => table.Name).ShouldBe(["ressources"]);
        found.IsComplete.ShouldBeFalse();
        found.Sidecar.ShouldNotBeNull();
        found.Oppositions.ShouldNotBeNull();
        File.WriteAllText(Path.Combine(folder, "ressources.csv"), "");
        SourceFiles.Find(Agreement, source).IsComplete.ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    SidecarReading Changed(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(_example))!;
        change(node);
        return SidecarReader.Read(Write(node.ToJsonString()));
    }

    string Write(string text)
    {
        var path = Path.Combine(_folder, "extrait.json");
        File.WriteAllText(path, text);
        return path;
    }
}
