using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Mappings;
using NonRecoursMatch.Formats.FixedWidth;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The mapping of a partner for those who review it: every column and code, next to what the format calls it.</summary>
static class MappingLines
{
    /// <summary>The lines; none when the source has no mapping.</summary>
    public static IEnumerable<string> Of(Source source, CultureInfo culture)
    {
        if (source.Mapping is not { } mapping)
            yield break;
        string Line(string key, params object[] arguments) => Texts.Format(key, culture, arguments);
        yield return Line("show.mapping");
        foreach (var (key, value) in Forms(mapping))
            yield return "    " + Line("show.mapping.form", key, value);
        foreach (var table in source.Format.Tables.Where(table => mapping.Of(table) is not null))
        {
            var own = mapping.Of(table)!;
            yield return "    " + Line("show.mapping.file", table.Name, TableFiles.NameOf(table, own));
            if (Records(own.Widths) is { Length: > 0 } records)
                yield return "        " + Line("show.mapping.records", records);
            foreach (var field in table.Fields)
            {
                var column = own.Columns is null ? field.Name : own.Columns.GetValueOrDefault(field.Name);
                var place = own.Widths?.Fields.FirstOrDefault(candidate => candidate.Name == column);
                if (column is null || (own.Columns is null && place is null && !own.Codes.ContainsKey(field.Name)))
                    continue;
                yield return "        " + (place is null ? Line("show.mapping.column", field.Name, column) : Line("show.mapping.column.place", field.Name, column, place.Start, place.End));
                if (own.Codes.TryGetValue(field.Name, out var codes))
                    yield return "            " + Line("show.mapping.codes", string.Join(", ", codes.Select(code => $"{code.Key} → {code.Value}")));
            }
        }
    }

    static IEnumerable<(string Key, string Value)> Forms(SourceMapping mapping)
    {
        if (mapping.Separator is { } separator)
            yield return ("separateur", separator == '\t' ? "tabulation" : separator.ToString());
        if (mapping.Quote != '"')
            yield return ("guillemet", mapping.Quote.ToString());
        if (mapping.Dates is { } dates)
            yield return ("dates", dates);
        if (mapping.Months is { } months)
            yield return ("mois", months);
        if (mapping.Amounts != AmountForm.Virgule)
            yield return ("decimales", Word(mapping.Amounts));
    }

    static string Records(FixedWidthLayout? layout) => layout is null ? "" : string.Join(", ", new[] { ("entete", layout.Header), ("detail", layout.Detail), ("fin", layout.Trailer) }
        .Where(mark => mark.Item2 is not null).Select(mark => $"{mark.Item1} \"{mark.Item2}\"")
        .Concat(new[] { layout.TrailerRows, layout.TrailerTotal }.OfType<FixedField>().Select(place => $"{place.Name} {place.Start}-{place.End}")));

    /// <summary>The word of the agreement.</summary>
    internal static string Word(AmountForm form) => form switch
    {
        AmountForm.Point => "point",
        AmountForm.Centimes => "centimes",
        _ => "virgule",
    };
}
