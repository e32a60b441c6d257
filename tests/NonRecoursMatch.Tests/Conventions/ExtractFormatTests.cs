using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Tests.Conventions;

public class ExtractFormatTests
{
    static IReadOnlyDictionary<string, ExtractFormat> Formats => ConventionFixture.Library.Formats;

    public static TheoryData<string> Ids { get; } = [.. Formats.Keys];

    [Fact]
    public void The_eight_formats_are_there_and_only_they()
        => Formats.Keys.ShouldBe(
            ["bailleur/locataires@1", "caf/allocataires@1", "carsat/retraites@1", "ccas/usagers@1", "cpam/assures@1", "msa/assures@1", "msa/famille@1", "oppositions@1"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_format_is_coherent(string id)
    {
        var format = Formats[id];
        format.Separator.ShouldBe(';');
        format.Kinds.ShouldNotBeEmpty();
        format.Tables.Count(table => table.Role == TableRole.Personnes).ShouldBe(1);
        foreach (var table in format.Tables)
        {
            table.Fields.Select(field => field.Name).ShouldBeUnique();
            table.Fields.ShouldAllBe(field => Regex.IsMatch(field.Name, "^[a-z][a-z0-9_]*$"));
            table.Reference.Concat(table.Group).ShouldAllBe(name => table.Find(name) != null);
            table.Reference.Concat(table.Group).ShouldAllBe(name => table.Find(name)!.Sensitivity == Sensitivity.Reference || table.Find(name)!.Sensitivity == Sensitivity.Identifiant);
            (table.Reference.Count == 0).ShouldBe(table.Role == TableRole.ParGroupe);
            var others = table.DateOrders.SelectMany(order => (string[])[order.First, order.Last]).Concat(table.RoleAges.SelectMany(age => (string[])[age.Column, age.Birth]));
            table.UniqueKeys.SelectMany(key => key).Concat(table.ForeignKeys.SelectMany(key => key.Fields)).Concat(others).ShouldAllBe(name => table.Find(name) != null);
            table.RoleAges.ShouldAllBe(age => table.Find(age.Column)!.Codes.Contains(age.Role) && age.Minimum < age.Maximum);
            table.ForeignKeys.ShouldAllBe(key => key.OtherFields.All(name => format.Tables.Single(other => other.Name == key.Table).Find(name) != null));
            (table.ForeignKeys.Count > 0).ShouldBe(table.Role != TableRole.Personnes);
            table.Fields.Where(field => field.Minimum is not null || field.Maximum is not null).ShouldAllBe(field => field.Type == FieldType.Entier || field.Type == FieldType.Montant);
            CheckLayout(id, table);
            foreach (var field in table.Fields.Where(field => field.Pattern is not null))
            {
                field.Pattern!.ShouldStartWith("^");
                field.Pattern!.ShouldEndWith("$");
            }

            foreach (var field in table.Fields.Where(field => field.Example.Length > 0))
                Conforms(field, field.Example).ShouldBeTrue($"{id} {table.Name}.{field.Name}");
            foreach (var field in table.Fields.Where(field => field.Classes.Count > 0))
                field.Classes.Keys.ShouldAllBe(code => field.Codes.Contains(code));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Identities_and_references_are_never_attributes(string id)
    {
        string[] identities = ["nir", "nir_ouvrant_droit", "nom", "nom_naissance", "nom_usage", "prenom", "prenom1", "prenom2", "prenom3", "date_naissance", "type_date_naissance", "rang_naissance", "sexe", "commune_naissance"];
        foreach (var field in Formats[id].Tables.SelectMany(table => table.Fields))
        {
            (field.Sensitivity == Sensitivity.Identifiant).ShouldBe(identities.Contains(field.Name), field.Name);
            if (field.Name is "adresse_protegee" or "contact_mandataire")
                field.Sensitivity.ShouldBe(Sensitivity.Detenteur);
        }
    }

    [Fact]
    public void Landlords_and_ccas_have_no_nir_field_and_no_free_text()
    {
        foreach (var format in new[] { Formats["bailleur/locataires@1"], Formats["ccas/usagers@1"] })
        {
            format.HoldsNir.ShouldBeFalse();
            var fields = format.Tables.SelectMany(table => table.Fields).ToList();
            fields.ShouldAllBe(field => !field.Name.StartsWith("nir", StringComparison.Ordinal));
            fields.Where(field => field is { Type: FieldType.Texte, Sensitivity: not Sensitivity.Identifiant }).ShouldAllBe(field => field.Codes.Count > 0 || field.Pattern != null);
        }
    }

    [Fact]
    public void Tables_of_persons_can_say_that_a_person_left_and_where_it_lives()
    {
        foreach (var format in Formats.Values.Where(format => format.Id != "oppositions@1"))
        {
            foreach (var name in (string[])["date_deces", "sorti_le", "adresse_protegee", "contact_mandataire"])
                format.Personnes.Find(name).ShouldNotBeNull($"{format.Id} {name}");
            format.Personnes.Find(format.Personnes.Commune.ShouldNotBeNull())!.CustomChecks.ShouldContain("french-commune-insee-value");
        }
    }

    [Fact]
    public void Tables_of_persons_can_tell_the_quartier_with_the_same_codes_everywhere()
    {
        foreach (var division in NonRecoursMatch.Conventions.Territories.Quartiers.Divisions)
        {
            var fields = Formats.Values.Where(format => format.Id != "oppositions@1").Select(format => format.Personnes.Find(division).ShouldNotBeNull(format.Id)).ToList();
            fields.ShouldAllBe(field => field.Sensitivity == Sensitivity.Attribut && !field.Required);
            fields.Select(field => field.Pattern.ShouldNotBeNull()).Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Facts_on_household_composition_are_marked()
        => Formats.Values.SelectMany(format => format.Tables).SelectMany(table => table.Fields).Where(field => field.DependsOnComposition).Select(field => field.Name).Distinct()
            .ShouldBe(["role", "situation_familiale", "conjoint_connu", "personnes_au_foyer"], ignoreOrder: true);

    [Fact]
    public void Daily_allowances_leave_as_a_neutral_class()
    {
        var nature = Formats["caf/allocataires@1"].Tables[1].Find("nature")!;
        nature.Sensitivity.ShouldBe(Sensitivity.Classe);
        nature.Classes["IJ_MALADIE"].ShouldBe("REVENU_ASSIMILE_ACTIVITE");
        nature.Classes["INVALIDITE"].ShouldBe("AUTRE_REVENU");
        nature.Classes.ContainsKey("SALAIRE").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_format_says_that_it_is_a_proposal_and_its_readme_names_every_field(string id)
    {
        var folder = Folder(id);
        var readme = File.ReadAllText(Path.Combine(folder, "README.md"));
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")))!;

        readme.ShouldContain("aucun format public");
        package["description"]!.GetValue<string>().ShouldContain("aucun format public");
        package["$schema"]!.GetValue<string>().ShouldBe("https://datapackage.org/profiles/2.0/datapackage.json");
        foreach (var field in Formats[id].Tables.SelectMany(table => table.Fields))
            readme.ShouldContain($"| `{field.Name}` |");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_valid_example_conforms_and_the_invalid_one_does_not(string id)
    {
        Faults(id, "valide").ShouldBeEmpty();
        Faults(id, "invalide").ShouldNotBeEmpty();
    }

    // Oppositions come as CSV alone.
    static void CheckLayout(string id, TableFormat table)
    {
        if (id == "oppositions@1")
        {
            table.FixedWidth.ShouldBeNull();
            return;
        }

        var places = table.FixedWidth!.Fields;
        places.Select(place => place.Name).ShouldBe(table.Fields.Select(field => field.Name));
        foreach (var (place, next) in places.Zip(places.Skip(1)))
            next.Start.ShouldBe(place.End + 1, $"{id} {table.Name}.{next.Name}");
        places[0].Start.ShouldBe(table.FixedWidth.Detail!.Length + 1);
        foreach (var (place, field) in places.Zip(table.Fields))
            field.Codes.Append(field.Example).Max(text => text.Length).ShouldBeLessThanOrEqualTo(place.Length, $"{id} {table.Name}.{field.Name}");
    }

    static string Folder(string id) => Repository.Path(["conventions", "extracts", .. id.Replace('@', '/').Split('/')]);

    // Names where a cell breaks its field; the validator of holders goes deeper.
    static List<string> Faults(string id, string kind)
    {
        var faults = new List<string>();
        foreach (var table in Formats[id].Tables)
        {
            var path = Path.Combine(Folder(id), "exemples", kind, TableFiles.NameOf(table));
            if (!File.Exists(path))
                continue;
            var lines = File.ReadAllLines(path);
            var header = lines[0].Split(';');
            faults.AddRange(header.Where(name => table.Find(name) is null));
            faults.AddRange(table.Fields.Where(field => field is { Optional: false, Sensitivity: Sensitivity.Identifiant or Sensitivity.Reference or Sensitivity.Detenteur } && !header.Contains(field.Name)).Select(field => field.Name));
            foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
            {
                cells.Length.ShouldBe(header.Length);
                faults.AddRange(header.Where((name, i) => table.Find(name) is { } field && (cells[i].Length == 0 ? field.Required : !Conforms(field, cells[i]))));
            }
        }

        return faults;
    }

    static bool Conforms(FieldFormat field, string value) => field.Type switch
    {
        FieldType.Texte => (field.Codes.Count == 0 || field.Codes.Contains(value)) && (field.Pattern is null || Regex.IsMatch(value, field.Pattern)),
        FieldType.Entier => Regex.IsMatch(value, "^-?[0-9]+$"),
        FieldType.Montant => Regex.IsMatch(value, "^-?[0-9]+(,[0-9]{1,2})?$"),
        FieldType.Date => Regex.IsMatch(value, "^(00|0[1-9]|[12][0-9]|3[01])/(00|0[1-9]|1[0-2])/[0-9]{4}$") && value != "31/02/1955",
        FieldType.Mois => NonRecoursMatch.Columns.YearMonth.TryParse(value, out _),
        FieldType.OuiNon => value is "O" or "N",
        _ => false,
    };
}
