using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading.Flux;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder.Flux;

/// <summary>The CNAF's flux gives the tables of a CAF extract: what it says in the words of the format, and nothing that it does not say.</summary>
public class RsaFluxTests
{
    static readonly ExtractFormat s_format = ConventionFixture.Library.Formats["caf/allocataires@1"];

    [Fact]
    public void Persons_have_the_identity_role_and_commune_that_the_flux_gives()
        => Rows("personnes").ShouldBe(
        [
            "12: numorg=351 matricule=000000000012345 rang=1 role=DEM nir=287023523604218 nom_naissance=D'ESSAI nom_usage=D'ESSAI prenom1=MODÈLE date_naissance=02/02/1987 type_date_naissance=N "
                + "rang_naissance=1 sexe=F commune_residence=35236 situation_familiale=ISO date_situation=01/05/2024",
            "32: numorg=351 matricule=000000000012345 rang=2 role=ENF nir=112093523610707 nom_naissance=D'ESSAI nom_usage=D'ESSAI prenom1=PETIT date_naissance=30/09/2012 type_date_naissance=N "
                + "rang_naissance=1 sexe=M commune_residence=35236 situation_familiale=ISO date_situation=01/05/2024",
            "59: numorg=351 matricule=000000000067890 rang=1 role=AUT nir=255081416802538 nom_naissance=EXEMPLE nom_usage=MODELE prenom1=CAMILLE prenom2=ANNE date_naissance=17/08/1955 type_date_naissance=N "
                + "sexe=F mutation_vers=441 date_mutation=01/11/2026",
        ]);

    [Fact]
    public void Resources_are_monthly_amounts_of_months_that_are_never_said_to_be_known_in_full()
        => Rows("ressources").ShouldBe(
        [
            "23: matricule=000000000012345 rang=1 mois=2026-07 nature=SALAIRE montant=620,00 origine=DECLARE ressources_connues=N",
            "27: matricule=000000000012345 rang=1 mois=2026-08 nature=IJ_MATERNITE montant=310,50 origine=DECLARE ressources_connues=N",
            "28: matricule=000000000012345 rang=1 mois=2026-08 nature=PENSION_ALIMENTAIRE montant=90 origine=DECLARE ressources_connues=N",
        ]);

    [Fact]
    public void A_dossier_is_one_right_with_its_state()
        => Rows("prestations").ShouldBe(
        [
            "7: matricule=000000000012345 prestation=RSA etat=2",
            "54: matricule=000000000067890 prestation=RSA etat=5 date_etat=01/10/2026 date_fin=01/10/2026",
        ]);

    [Theory]
    [InlineData("<NATRESS>001</NATRESS>", "<NATRESS>207</NATRESS>", "nature=207")]
    [InlineData("<MOISRESS>2026-07-01</MOISRESS>", "<MOISRESS>07/2026</MOISRESS>", "mois=07/2026")]
    [InlineData("620.00", "620.005", "montant=620.005")]
    public void What_is_not_written_as_the_flux_writes_it_is_not_translated(string before, string after, string cell)
        => Rows("ressources", Text().Replace(before, after, StringComparison.Ordinal))[0].ShouldContain(cell);

    [Fact]
    public void The_same_rows_as_CSV_are_a_valid_extract()
    {
        using var caf = new HolderFixture();
        var counts = new Dictionary<string, int>();
        foreach (var plan in caf.Plans)
        {
            using var table = Table(plan.Table.Name, Text(), plan.Allowed);
            var lines = new List<string> { string.Join(';', plan.Allowed.Select(field => field.Name)) };
            while (table.Read())
                lines.Add(string.Join(';', plan.Allowed.Select((_, at) => Encoding.UTF8.GetString(table.Field(at)))));
            File.WriteAllLines(Path.Combine(caf.Source.Folder, plan.Table.Name + ".csv"), lines);
            counts.Add(plan.Table.Name, lines.Count - 1);
        }

        counts.ShouldBe(new Dictionary<string, int> { ["personnes"] = 3, ["ressources"] = 3, ["prestations"] = 2 }, ignoreOrder: true);
        var sidecar = JsonNode.Parse(File.ReadAllText(Repository.Path("conventions", "extracts", "caf", "allocataires", "1", "exemples", "valide", "extrait.json")))!;
        foreach (var (name, rows) in counts)
            sidecar["tables"]![name] = new JsonObject { ["lignes"] = rows, ["total_controle"] = null };
        File.WriteAllText(Path.Combine(caf.Source.Folder, "extrait.json"), sidecar.ToJsonString());

        var files = Directory.GetFiles(caf.Source.Folder, "*.csv").Order(StringComparer.Ordinal).ToList();
        var report = new ExtractValidator(caf.Agreement, HolderFixture.Library).Validate(caf.Source, files, HolderFixture.Month, null, CancellationToken.None);
        report.Groups.Select(group => group.Code.Code).ShouldBeEmpty();
        report.Rows.ShouldBe(8);
    }

    static List<string> Rows(string name, string? text = null)
    {
        var fields = s_format.Tables.Single(table => table.Name == name).Fields;
        using var table = Table(name, text ?? Text(), fields);
        var rows = new List<string>();
        while (table.Read())
        {
            var cells = fields.Select((field, at) => (field.Name, Value: Encoding.UTF8.GetString(table.Field(at)))).Where(cell => cell.Value.Length > 0);
            rows.Add($"{table.Line}: {string.Join(' ', cells.Select(cell => $"{cell.Name}={cell.Value}"))}");
        }

        return rows;
    }

    static ITableReader Table(string name, string text, IReadOnlyList<FieldFormat> fields)
        => RsaFlux.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), s_format.Tables.Single(table => table.Name == name), fields);

    static string Text() => File.ReadAllText(Repository.Path("conventions", "extracts", "caf", "allocataires", "1", "flux-rsa", "vrsb.xml"));
}
