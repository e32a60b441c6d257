using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Comparing;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary>Each change of a real descriptor is found, named, and judged by what the validator would do.</summary>
public class FormatComparisonTests
{
    static readonly string s_descriptor = File.ReadAllText(Path.Combine(ConventionFixture.Library.Root, "extracts", "caf", "allocataires", "1", "datapackage.json"));

    static readonly Dictionary<string, (string Place, Action<JsonNode> Change)> s_changes = new(StringComparer.Ordinal)
    {
        ["format.identifiant"] = ("", format => format["nonrecours"]!["format"] = "caf/allocataires@2"),
        ["format.separateur"] = ("", format => Table(format, 0)["dialect"]!["delimiter"] = ","),
        ["format.nir"] = ("", format => format["nonrecours"]!["holdsNir"] = false),
        ["format.organismes"] = ("", format => format["nonrecours"]!["kinds"]!.AsArray().Add("msa")),
        ["format.filtre"] = ("", format => format["nonrecours"]!["filter"] = "Tous les dossiers."),
        ["format.exhaustivite.ajoutee"] = ("", format => format["nonrecours"]!["exhaustiveFor"]!.AsArray().Add(new JsonObject { ["prestation"] = "AAH", ["population"] = "toutes", ["communes"] = "perimetre" })),
        ["format.exhaustivite.retiree"] = ("", format => format["nonrecours"]!["exhaustiveFor"]!.AsArray().RemoveAt(0)),
        ["table.ajoutee"] = ("aides", format => format["resources"]!.AsArray().Add(Of(format["resources"]![1]!, "aides", fields => fields.RemoveRange(2, fields.Count - 2)))),
        ["table.retiree"] = ("prestations", format => format["resources"]!.AsArray().RemoveAt(2)),
        ["table.renommee"] = ("droits", format => Table(format, 2)["name"] = "droits"),
        ["table.role"] = ("prestations", format => Table(format, 2)["nonrecours"]!["role"] = "par_personne"),
        ["table.reference"] = ("ressources", format => Table(format, 1)["nonrecours"]!["reference"] = new JsonArray("rang")),
        ["table.groupe"] = ("personnes", format => Table(format, 0)["nonrecours"]!["group"] = new JsonArray()),
        ["table.commune"] = ("personnes", format => Table(format, 0)["nonrecours"]!["commune"] = "iris"),
        ["table.largeur_fixe"] = ("personnes", format => Table(format, 0)["nonrecours"]!["fixedWidth"]!["fields"]!["nir"]![0] = 999),
        ["table.cle.ajoutee"] = ("personnes", format => Table(format, 0)["schema"]!["uniqueKeys"] = new JsonArray(new JsonArray("numorg", "matricule", "rang"))),
        ["table.cle.retiree"] = ("ressources", format => Table(format, 1)["schema"]!.AsObject().Remove("uniqueKeys")),
        ["table.lien.retire"] = ("ressources", format => Table(format, 1)["schema"]!.AsObject().Remove("foreignKeys")),
        ["table.controle.ajoute"] = ("personnes", format => Checks(format).Add(Check("dates-after-birth", ("column", "date_naissance"), ("othercolumns", new JsonArray("date_mutation"))))),
        ["table.alerte.ajoutee"] = ("personnes", format => Checks(format).Add(Check("ordered-dates", ("columns", new JsonArray("date_situation", "date_mutation"))))),
        ["table.controle.retire"] = ("personnes", format => Remove(Checks(format), check => check["params"]!["value"]?.GetValue<string>() == "ENF")),
        ["champ.ajoute"] = ("personnes.tranche", format => Fields(format).Add(Field("tranche", optional: false))),
        ["champ.ajoute.facultatif"] = ("personnes.tranche", format => Fields(format).Add(Field("tranche", optional: true))),
        ["champ.retire"] = ("personnes.prenom3", format => Remove(Fields(format), field => field["name"]!.GetValue<string>() == "prenom3")),
        ["champ.renomme"] = ("personnes.nom_epoux", format => Field(format, "nom_usage")["name"] = "nom_epoux"),
        ["champ.type"] = ("personnes.loyer", format => Field(format, "loyer")["type"] = "integer"),
        ["champ.codes.ajoutes"] = ("personnes.role", format => Field(format, "role")["constraints"]!["enum"]!.AsArray().Add("RDO")),
        ["champ.codes.retires"] = ("personnes.role", format => Field(format, "role")["constraints"]!["enum"]!.AsArray().RemoveAt(3)),
        ["champ.codes.nomenclature_ajoutee"] = ("personnes.nom_usage", format => Field(format, "nom_usage")["constraints"] = new JsonObject { ["enum"] = new JsonArray("A") }),
        ["champ.codes.nomenclature_retiree"] = ("personnes.role", format => Field(format, "role").AsObject().Remove("constraints")),
        ["champ.forme"] = ("personnes.numorg", format => Field(format, "numorg")["constraints"]!["pattern"] = "^[0-9]{4}$"),
        ["champ.forme.retiree"] = ("personnes.numorg", format => Field(format, "numorg").AsObject().Remove("constraints")),
        ["champ.controle.ajoute"] = ("personnes.numorg", format => Checks(format).Add(Check("matricule-caf-value", ("column", "numorg")))),
        ["champ.controle.retire"] = ("personnes.nir", format => Remove(Checks(format), check => check["name"]!.GetValue<string>() == "french-nir-value")),
        ["champ.bornes.resserrees"] = ("personnes.loyer", format => Field(format, "loyer")["constraints"]!["maximum"] = 10),
        ["champ.bornes.elargies"] = ("personnes.loyer", format => Field(format, "loyer")["constraints"]!.AsObject().Remove("maximum")),
        ["champ.valeur.exigee"] = ("personnes.nom_usage", format => Field(format, "nom_usage")["constraints"] = new JsonObject { ["required"] = true }),
        ["champ.valeur.facultative"] = ("personnes.nom_naissance", format => Field(format, "nom_naissance").AsObject().Remove("constraints")),
        ["champ.colonne.exigee"] = ("personnes.prenom2", format => Field(format, "prenom2")["nonrecours"]!.AsObject().Remove("optional")),
        ["champ.colonne.facultative"] = ("personnes.prenom1", format => Field(format, "prenom1")["nonrecours"]!["optional"] = true),
        ["champ.sensibilite"] = ("personnes.nom_usage", format => Field(format, "nom_usage")["nonrecours"]!["sensitivity"] = "attribut"),
        ["champ.classes"] = ("personnes.date_grossesse", format => Field(format, "date_grossesse")["nonrecours"]!["classes"] = new JsonObject { ["A"] = "autre" }),
        ["champ.composition"] = ("personnes.role", format => Field(format, "role")["nonrecours"]!.AsObject().Remove("composition")),
        ["champ.description"] = ("personnes.role", format => Field(format, "role")["description"] = "Autre définition."),
    };

    public static TheoryData<string> Codes() => [.. s_changes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_change_of_a_descriptor_is_found_once_at_its_place(string code)
    {
        var (place, change) = s_changes[code];
        Compare(change).Select(difference => (difference.Code.Code, difference.Place)).ShouldBe([(code, place)]);
    }

    /// <summary>What is added read backwards is removed: the remaining kinds are these.</summary>
    [Theory]
    [InlineData("table.lien.retire", "table.lien.ajoute")]
    [InlineData("table.cle.retiree", "table.cle.ajoutee")]
    [InlineData("champ.bornes.resserrees", "champ.bornes.elargies")]
    [InlineData("champ.codes.retires", "champ.codes.ajoutes")]
    public void A_change_read_backwards_is_its_opposite(string code, string opposite)
        => FormatComparison.Compare(Read(s_changes[code].Change), Read(_ => { })).ShouldHaveSingleItem().Code.Code.ShouldBe(opposite);

    [Fact]
    public void A_format_does_not_differ_from_itself_nor_by_the_order_of_its_columns()
    {
        Compare(_ => { }).ShouldBeEmpty();
        Compare(format => Fields(format).Insert(0, Take(Fields(format), 5))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_difference_has_its_sentences_in_both_languages_and_a_change_that_makes_it()
    {
        foreach (var code in DifferenceCodes.All)
        {
            code.Means(CultureInfo.GetCultureInfo("fr")).ShouldNotBe(code.Means(CultureInfo.InvariantCulture));
            code.What(CultureInfo.GetCultureInfo("fr")).ShouldNotBeEmpty();
        }

        DifferenceCodes.All.Select(code => code.Code).Where(code => !code.StartsWith("convention.", StringComparison.Ordinal))
            .Except(s_changes.Keys).ShouldBe(["table.largeur_fixe.ajoutee", "table.lien.ajoute"]);
    }

    [Fact]
    public void The_report_puts_what_breaks_first_and_says_what_each_kind_means()
    {
        var report = new DifferenceReport("avant", "après", Compare(format =>
        {
            s_changes["format.filtre"].Change(format);
            s_changes["champ.codes.ajoutes"].Change(format);
            s_changes["champ.retire"].Change(format);
        }), CultureInfo.GetCultureInfo("fr"));

        var lines = report.Text().Split('\n');
        lines[0].ShouldBe("avant → après : 3 différence(s), dont 1 à corriger dans l'extrait, 1 à revoir, 1 sans effet");
        lines[3..6].Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[1]).ShouldBe(["personnes.prenom3", "(tout le format)", "personnes.role"]);
        lines[5].ShouldEndWith("+ RDO");
        report.Text().ShouldContain("Retirez la colonne : un fichier qui l'a est refusé.");
        report.Text().ShouldNotContain("\u001b");
        var json = report.Json();
        json["breaking"]!.GetValue<int>().ShouldBe(1);
        json["identical"]!.GetValue<bool>().ShouldBeFalse();
        json["differences"]!.AsArray().Select(difference => difference!["code"]!.GetValue<string>()).ShouldBe(["format.filtre", "champ.codes.ajoutes", "champ.retire"]);
    }

    [Theory]
    [InlineData("\"role\": \"personnes\"", "\"role\": \"gens\"", "NotInList")]
    [InlineData("\"holdsNir\": true", "\"holdsNir\": \"oui\"", "FlagExpected")]
    [InlineData("\"filter\"", "\"filtre\"", "MissingKey")]
    [InlineData("\"resources\": [", "\"resources\": [,", "YamlSyntax")]
    public void A_descriptor_that_is_no_format_is_refused_with_the_line_of_its_fault(string before, string after, string code)
    {
        using var folder = new TemporaryFolder();
        var text = s_descriptor.Replace(before, after, StringComparison.Ordinal);
        File.WriteAllText(folder["datapackage.json"], text);
        var refused = Should.Throw<AgreementException>(() => ConventionFixture.Library.FindFormat(folder[""]));
        refused.Faults.Select(fault => fault.Code).ShouldContain(code);
        refused.Faults.ShouldAllBe(fault => fault.Line > 1);
    }

    [Fact]
    public void Every_shipped_descriptor_is_accepted_as_a_file()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(ConventionFixture.Library.Root, "extracts"), "datapackage.json", SearchOption.AllDirectories))
            ConventionFixture.Library.Formats.Keys.ShouldContain(ConventionFixture.Library.FindFormat(path).Id);
    }

    static IReadOnlyList<Difference> Compare(Action<JsonNode> change) => FormatComparison.Compare(Read(_ => { }), Read(change));

    static ExtractFormat Read(Action<JsonNode> change)
    {
        var format = JsonNode.Parse(s_descriptor)!;
        change(format);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["datapackage.json"], format.ToJsonString());
        return ConventionFixture.Library.FindFormat(folder[""]);
    }

    static JsonNode Table(JsonNode format, int at) => format["resources"]![at]!;

    static JsonArray Fields(JsonNode format) => Table(format, 0)["schema"]!["fields"]!.AsArray();

    static JsonArray Checks(JsonNode format) => Table(format, 0)["schema"]!["custom_checks"]!.AsArray();

    static JsonNode Field(JsonNode format, string name) => Fields(format).First(field => field!["name"]!.GetValue<string>() == name)!;

    static JsonObject Field(string name, bool optional) => new()
    {
        ["name"] = name,
        ["type"] = "integer",
        ["description"] = "Nouvelle.",
        ["nonrecours"] = new JsonObject { ["sensitivity"] = "attribut", ["optional"] = optional },
    };

    static JsonNode Of(JsonNode table, string name, Action<JsonArray> change)
    {
        var other = table.DeepClone();
        other["name"] = name;
        other["path"] = name + ".csv";
        change(other["schema"]!["fields"]!.AsArray());
        other["schema"]!.AsObject().Remove("uniqueKeys");
        return other;
    }

    static JsonObject Check(string name, params (string Name, JsonNode Value)[] parameters)
        => new() { ["name"] = name, ["params"] = new JsonObject(parameters.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Name, pair.Value))) };

    static JsonNode Take(JsonArray list, int at)
    {
        var item = list[at]!;
        list.RemoveAt(at);
        return item;
    }

    static void Remove(JsonArray list, Func<JsonNode, bool> which)
    {
        foreach (var item in list.Where(item => which(item!)).ToList())
            list.Remove(item);
    }
}
