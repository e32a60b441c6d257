using System.Text.Json;
using NonRecoursMatch.Formats.FixedWidth;

namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>Reads an extract format from its Data Package descriptor: standard properties where the standard has them, <c>nonrecours</c> for the rest.</summary>
static class DescriptorReader
{
    /// <exception cref="InvalidDataException">The descriptor is incomplete or holds an unknown value.</exception>
    public static ExtractFormat Read(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Format(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    static ExtractFormat Format(JsonElement package)
    {
        var own = package.GetProperty("nonrecours");
        var resources = package.GetProperty("resources").EnumerateArray().ToList();
        return new ExtractFormat(
            own.GetProperty("format").GetString()!,
            [.. Texts(own, "kinds").Select(kind => Enum.Parse<SourceKind>(kind, ignoreCase: true))],
            resources[0].GetProperty("dialect").GetProperty("delimiter").GetString()![0],
            own.GetProperty("holdsNir").GetBoolean(),
            [.. resources.Select(Table)],
            [.. own.GetProperty("exhaustiveFor").EnumerateArray().Select(item => new Exhaustivity(Text(item, "prestation"), Text(item, "population"), Text(item, "communes")))])
        {
            Title = Text(package, "title"),
            Filter = Text(own, "filter"),
        };
    }

    static TableFormat Table(JsonElement resource)
    {
        var own = resource.GetProperty("nonrecours");
        var schema = resource.GetProperty("schema");
        var checks = CustomChecks.Read(schema);
        var role = Text(own, "role") switch
        {
            "personnes" => TableRole.Personnes,
            "par_personne" => TableRole.ParPersonne,
            "par_groupe" => TableRole.ParGroupe,
            var other => throw new ArgumentException($"unknown role {other}"),
        };
        return new TableFormat(
            Text(resource, "name"),
            role,
            [.. schema.GetProperty("fields").EnumerateArray().Select(field => Field(field, checks.ByField))],
            Texts(own, "reference"),
            Texts(own, "group"))
        {
            Commune = own.TryGetProperty("commune", out var commune) ? commune.GetString() : null,
            UniqueKeys = [.. Items(schema, "uniqueKeys").Select(key => (IReadOnlyList<string>)[.. key.EnumerateArray().Select(name => name.GetString()!)])],
            ForeignKeys = [.. Items(schema, "foreignKeys").Select(key => new ForeignKey(
                Texts(key, "fields"), Text(key.GetProperty("reference"), "resource"), Texts(key.GetProperty("reference"), "fields")))],
            DateOrders = checks.DateOrders,
            RoleAges = checks.RoleAges,
            FixedWidth = own.TryGetProperty("fixedWidth", out var layout) ? Layout(layout) : null,
        };
    }

    static FixedWidthLayout Layout(JsonElement layout)
        => new([.. layout.GetProperty("fields").EnumerateObject().Select(Place)], Utf8: true)
        {
            Header = Text(layout, "header"),
            Detail = Text(layout, "detail"),
            Trailer = Text(layout, "trailer"),
            TrailerRows = Place(layout.EnumerateObject().Single(property => property.Name == "rows")),
            TrailerTotal = Place(layout.EnumerateObject().Single(property => property.Name == "total")),
        };

    static FixedField Place(JsonProperty place) => new(place.Name, place.Value[0].GetInt32(), place.Value[1].GetInt32());

    static FieldFormat Field(JsonElement field, ILookup<string, string> checks)
    {
        var own = field.GetProperty("nonrecours");
        var constraints = field.TryGetProperty("constraints", out var given) ? given : default;
        var name = Text(field, "name");
        var type = Type(field, own);
        return new FieldFormat(
            name,
            type,
            Enum.Parse<Sensitivity>(Text(own, "sensitivity"), ignoreCase: true),
            Flag(constraints, "required"),
            constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty("enum", out _) ? Texts(constraints, "enum") : [],
            type == FieldType.Texte && constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty("pattern", out var pattern) ? pattern.GetString() : null,
            [.. checks[name]],
            Flag(own, "composition"),
            Text(field, "description"),
            field.TryGetProperty("example", out var example) ? example.GetString()! : "")
        {
            Optional = Flag(own, "optional"),
            Minimum = Bound(constraints, "minimum", type),
            Maximum = Bound(constraints, "maximum", type),
            Classes = own.TryGetProperty("classes", out var classes)
                ? classes.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(0),
        };
    }

    // Dates are strings with a pattern for other tools, because a partly unknown date (00/00/1950) is no date of the Table Schema.
    static FieldType Type(JsonElement field, JsonElement own) => (Text(field, "type"), own.TryGetProperty("type", out var logical) ? logical.GetString() : null) switch
    {
        ("string", "date") => FieldType.Date,
        ("string", null) => FieldType.Texte,
        ("integer", null) => FieldType.Entier,
        ("number", null) => FieldType.Montant,
        ("yearmonth", null) => FieldType.Mois,
        ("boolean", null) => FieldType.OuiNon,
        var other => throw new ArgumentException($"unknown type {other}"),
    };

    /// <summary>Whole numbers only, so that no decimal is lost between the descriptor and the cents.</summary>
    static long? Bound(JsonElement constraints, string name, FieldType type)
        => constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out var bound) ? bound.GetInt64() * (type == FieldType.Montant ? 100 : 1) : null;

    static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) => owner.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    static bool Flag(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var flag) && flag.GetBoolean();

    static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;

    static IReadOnlyList<string> Texts(JsonElement owner, string name) => [.. owner.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
