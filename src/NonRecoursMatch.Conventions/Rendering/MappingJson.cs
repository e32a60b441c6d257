using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Mappings;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The mapping of a partner as JSON.</summary>
static class MappingJson
{
    /// <summary>The object; null when there is no mapping.</summary>
    public static JsonObject? Of(SourceMapping? mapping) => mapping is null ? null : new JsonObject
    {
        ["separator"] = mapping.Separator?.ToString(),
        ["quote"] = mapping.Quote.ToString(),
        ["dates"] = mapping.Dates,
        ["months"] = mapping.Months,
        ["amounts"] = MappingLines.Word(mapping.Amounts),
        ["tables"] = Map(mapping.Tables, table => new JsonObject
        {
            ["file"] = table.File,
            ["columns"] = table.Columns is null ? null : Map(table.Columns, column => JsonValue.Create(column)),
            ["codes"] = Map(table.Codes, codes => Map(codes, code => JsonValue.Create(code))),
            ["widths"] = table.Widths is null ? null : new JsonObject(table.Widths.Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, new JsonArray(field.Start, field.Length)))),
        }),
    };

    static JsonObject Map<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonNode?> value) => new(map.Select(pair => KeyValuePair.Create(pair.Key, value(pair.Value))));
}
