using System.Globalization;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Mappings;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Formats.FixedWidth;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>The mapping of a partner: every name must be one of the format, every code one of its nomenclature, and no column may stand for two.</summary>
static class MappingRules
{
    static readonly string[] s_reserved = [SourceFiles.SidecarName, SourceFiles.OppositionsName];

    /// <summary>Reads the mapping of a source; null when it has none.</summary>
    public static SourceMapping? Mapping(AgreementDraft draft, YamlMap source, ExtractFormat format)
    {
        if (source.Find("correspondance") is not YamlMap map)
            return null;
        var tables = new Dictionary<string, TableMapping>(StringComparer.Ordinal);
        var files = s_reserved.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in (map.Find("tables") as YamlMap)?.Entries ?? [])
        {
            if (format.Tables.FirstOrDefault(table => table.Name.Equals(name, StringComparison.Ordinal)) is { } table)
                tables[name] = Table(draft, format, table, (YamlMap)value, files);
            else
                draft.Refuse(value, FaultCodes.UnknownTable, format.Id, string.Join(", ", format.Tables.Select(known => known.Name)));
        }

        return new SourceMapping
        {
            Separator = map.TextOrNull("separateur")?[0],
            Quote = map.TextOrNull("guillemet")?[0] ?? '"',
            Dates = map.TextOrNull("dates"),
            Months = map.TextOrNull("mois"),
            Amounts = map.TextOrNull("decimales") is { } form ? Enum.Parse<AmountForm>(form, ignoreCase: true) : AmountForm.Virgule,
            Tables = tables,
        };
    }

    /// <summary>Every column that a file must have must be named: an extract without it would be refused each month.</summary>
    public static void CheckRequired(AgreementDraft draft, IReadOnlyList<DraftSource> sources, ListedColumns listed)
    {
        foreach (var (source, place) in sources)
        {
            foreach (var (name, mapping) in (source.Mapping?.Tables ?? new Dictionary<string, TableMapping>()).Where(pair => pair.Value.Columns is not null))
            {
                var table = source.Format.Tables.First(candidate => candidate.Name.Equals(name, StringComparison.Ordinal));
                var columns = listed.All.TryGetValue(source.Format.Id, out var tables) && tables.TryGetValue(name, out var leaving) ? leaving : [];
                var missing = table.Fields.Where(field => !field.Optional && !mapping.Columns!.ContainsKey(field.Name) && (field.StaysWithHolder || columns.Contains(field.Name)))
                    .Select(field => field.Name).ToList();
                if (missing.Count > 0)
                    draft.Refuse(place.Map("correspondance").Map("tables").Map(name).Map("colonnes"), FaultCodes.MappingColumnMissing, name, string.Join(", ", missing));
            }
        }
    }

    static TableMapping Table(AgreementDraft draft, ExtractFormat format, TableFormat table, YamlMap map, HashSet<string> files)
    {
        var isParquet = map.TextOrNull("fichier")?.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) == true && map.Find("largeur_fixe") is not null;
        if (map.Find("fichier") is YamlScalar file && (!files.Add(file.Text) || isParquet))
            draft.Refuse(file, FaultCodes.MappingFile, string.Join(", ", files.Order(StringComparer.Ordinal)));
        var columns = map.Find("colonnes") is YamlMap named ? Columns(draft, format, table, named) : null;
        return new TableMapping
        {
            File = map.TextOrNull("fichier"),
            Columns = columns,
            Codes = map.Find("codes") is YamlMap codes ? Codes(draft, format, table, codes, columns) : new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            Widths = map.Find("largeur_fixe") is YamlMap widths ? Widths(draft, table, widths, columns) : null,
        };
    }

    static Dictionary<string, string> Columns(AgreementDraft draft, ExtractFormat format, TableFormat table, YamlMap map)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in map.Entries)
        {
            if (!IsField(draft, format, table, name, value))
                continue;
            var column = ((YamlScalar)value).Text;
            if (!taken.Add(column))
                draft.Refuse(value, FaultCodes.MappingColumnTwice, column);
            columns[name] = column;
        }

        return columns;
    }

    static Dictionary<string, IReadOnlyDictionary<string, string>> Codes(AgreementDraft draft, ExtractFormat format, TableFormat table, YamlMap map, Dictionary<string, string>? columns)
    {
        var codes = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (name, value) in map.Entries)
        {
            if (!IsField(draft, format, table, name, value))
                continue;
            var known = table.Find(name)!.AcceptedCodes;
            if (known.Count == 0 || columns?.ContainsKey(name) == false)
                draft.Refuse(value, known.Count == 0 ? FaultCodes.MappingWithoutCodes : FaultCodes.MappingUnnamed, name);
            foreach (var (_, code) in ((YamlMap)value).Entries.Where(_ => known.Count > 0))
            {
                if (!known.Contains(((YamlScalar)code).Text))
                    draft.Refuse(code, FaultCodes.MappingCode, name, string.Join(", ", known));
            }

            codes[name] = ((YamlMap)value).Entries.ToDictionary(pair => pair.Key, pair => ((YamlScalar)pair.Value).Text, StringComparer.Ordinal);
        }

        return codes;
    }

    static FixedWidthLayout Widths(AgreementDraft draft, TableFormat table, YamlMap map, Dictionary<string, string>? columns)
    {
        var left = (columns?.Values ?? table.Fields.Select(field => field.Name)).ToHashSet(StringComparer.Ordinal);
        var places = map.Map("colonnes");
        var fields = new List<FixedField>();
        var next = (map.TextOrNull("detail")?.Length ?? 0) + 1;
        foreach (var (name, value) in places.Entries)
        {
            if (!left.Remove(name))
                draft.Refuse(value, FaultCodes.MappingUnnamed, name);
            fields.Add(Place(name, value));
        }

        if (columns is not null && left.Count > 0)
            draft.Refuse(places, FaultCodes.MappingWidthMissing, string.Join(", ", left.Order(StringComparer.Ordinal)));
        if (map.Find("fin") is null && (map.Find("lignes") ?? map.Find("total")) is { } announced)
            draft.Refuse(announced, FaultCodes.MissingKey, "fin");
        foreach (var field in fields.OrderBy(field => field.Start))
        {
            if (field.Start < next)
                draft.Refuse(places.Find(field.Name)!, FaultCodes.MappingOverlap, field.Name, next.ToString(CultureInfo.InvariantCulture));
            next = field.End + 1;
        }

        return new FixedWidthLayout(fields, Utf8: true)
        {
            Header = map.TextOrNull("entete"),
            Detail = map.TextOrNull("detail"),
            Trailer = map.TextOrNull("fin"),
            TrailerRows = map.Find("lignes") is { } rows ? Place("lignes", rows) : null,
            TrailerTotal = map.Find("total") is { } total ? Place("total", total) : null,
        };
    }

    static FixedField Place(string name, YamlValue value)
    {
        var numbers = ((YamlList)value).Scalars.Select(number => int.Parse(number.Text, CultureInfo.InvariantCulture)).ToList();
        return new FixedField(name, numbers[0], numbers[1]);
    }

    static bool IsField(AgreementDraft draft, ExtractFormat format, TableFormat table, string name, YamlValue at)
    {
        if (table.Find(name) is not null)
            return true;
        var fields = table.Fields.Select(field => field.Name).ToList();
        draft.Refuse(at, FaultCodes.MappingField, format.Id, table.Name, Resemblance.Nearest(name, fields) ?? string.Join(", ", fields));
        return false;
    }
}
