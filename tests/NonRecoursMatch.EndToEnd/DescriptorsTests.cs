using System.Text.Json.Nodes;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The formats are data that other tools read: ajv accepts the descriptors, and the Table Schema library of Frictionless reads the examples by them.</summary>
public class DescriptorsTests
{
    /// <summary>Anomalies that Table Schema knows too, each with the table of its example in which it is.</summary>
    static readonly Dictionary<string, string> s_shared = new(StringComparer.Ordinal)
    {
        ["champ.code.inconnu"] = "personnes",
        ["champ.entier.forme"] = "personnes",
        ["champ.mois.forme"] = "ressources",
        ["champ.nombre.hors_bornes"] = "personnes",
        ["champ.obligatoire.vide"] = "personnes",
        ["champ.oui_non.valeur"] = "personnes",
        ["champ.texte.forme"] = "personnes",
        ["lot.reference.inconnue"] = "ressources",
    };

    [OutsideJudge("node", "ajv")]
    public void Ajv_and_a_Table_Schema_library_accept_every_descriptor()
    {
        var descriptors = Ask().Where(line => line["format"] is not null).ToList();
        descriptors.Count.ShouldBe(Directory.GetFiles(Repository.Path("conventions", "extracts"), "datapackage.json", SearchOption.AllDirectories).Length);
        foreach (var descriptor in descriptors)
        {
            descriptor["ajv"]!.AsArray().ShouldBeEmpty($"{descriptor["format"]}");
            descriptor["schemas"]!.AsArray().ShouldBeEmpty($"{descriptor["format"]}");
        }
    }

    [OutsideJudge("node", "tableschema")]
    public void A_Table_Schema_library_reads_every_valid_example()
    {
        var tables = Ask("valide").Where(line => line["table"] is not null).ToList();
        tables.Select(table => table["folder"]).Distinct().Count().ShouldBeGreaterThan(1);
        foreach (var table in tables)
            table["rows"].ShouldNotBeNull($"{table["folder"]} {table["table"]}: {table["fault"]}").GetValue<int>().ShouldBeGreaterThan(0);
    }

    [OutsideJudge("node", "tableschema")]
    public void A_Table_Schema_library_refuses_the_anomalies_that_it_knows()
    {
        var faults = Ask([.. s_shared.Keys]).Where(line => line["fault"] is not null).Select(line => (Path.GetFileName(line["folder"]!.GetValue<string>()), line["table"]!.GetValue<string>())).Distinct();
        faults.ShouldBe(s_shared.Select(pair => (pair.Key, pair.Value)), ignoreOrder: true);
    }

    static IReadOnlyList<JsonNode> Ask(params string[] examples)
        => [.. OutsideJudge.Ask("node", [OutsideJudge.Script("descriptors.mjs"), Repository.Path("conventions", "extracts"), .. examples], []).Split('\n').Select(line => JsonNode.Parse(line)!)];
}
