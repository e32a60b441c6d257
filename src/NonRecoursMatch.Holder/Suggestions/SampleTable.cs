using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Suggestions;

/// <summary>One column of the sample, and the field that it probably is.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Field">The field; null when none was recognised.</param>
/// <param name="Shape">What its values look like.</param>
sealed record SampleColumn(string Name, FieldFormat? Field, ColumnShape Shape);

/// <summary>The first rows of a sample file, and which table and fields they probably are.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Table">The table of the format.</param>
/// <param name="Separator">Separator found in line 1.</param>
/// <param name="Columns">Its columns, in its order.</param>
sealed record SampleTable(string File, TableFormat Table, char Separator, IReadOnlyList<SampleColumn> Columns)
{
    const string Separators = ";,\t|";
    const int MostRows = 10_000;

    /// <summary>Reads a sample.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its first line does not look like column names: it is then never shown.</exception>
    public static SampleTable Read(Source source, string path)
    {
        var separator = SeparatorOf(source, path);
        var given = new DeliveredTable(path, source.Format.Personnes, separator, source.Encoding);
        using var reader = given.Open(source.Format.Personnes.Fields);
        var header = reader.Header.Select(name => name.Trim()).ToList();
        var table = source.Format.Tables.FirstOrDefault(candidate => TableFiles.IsOf(candidate, path)) ?? source.Format.Tables.MaxBy(candidate => Assign(candidate, header).Count)!;
        var fields = Assign(table, header);
        if (header.Exists(LooksLikeValue) || fields.Count < 2 || fields.Count * 3 < header.Count)
            throw new InvalidDataException(Path.GetFileName(path));
        var shapes = Shapes(reader, header, fields, given.Cells);
        RecogniseNir(table, header, fields, shapes);
        return new SampleTable(Path.GetFileName(path), table, separator, [.. header.Select((name, i) => new SampleColumn(name, fields.GetValueOrDefault(i), shapes[i]))]);
    }

    /// <summary>The fields by column, the surest first; no field twice.</summary>
    static Dictionary<int, FieldFormat> Assign(TableFormat table, List<string> header)
    {
        var fields = new Dictionary<int, FieldFormat>();
        var pairs = header.SelectMany((name, column) => table.Fields.Select(field => (column, field, fit: ColumnWords.Fit(name, field.Name)))).Where(pair => pair.fit > 0).OrderByDescending(pair => pair.fit);
        foreach (var (column, field, _) in pairs)
        {
            if (!fields.ContainsKey(column) && !fields.ContainsValue(field))
                fields.Add(column, field);
        }

        return fields;
    }

    static List<ColumnShape> Shapes(ITableReader reader, List<string> header, Dictionary<int, FieldFormat> fields, DeclaredEncoding encoding)
    {
        var shapes = header.Select(_ => new ColumnShape()).ToList();
        var codes = header.Select((_, i) => (IReadOnlyList<byte[]>)[.. (fields.GetValueOrDefault(i)?.Codes ?? []).Select(Encoding.UTF8.GetBytes)]).ToList();
        for (var row = 0; row < MostRows && reader.Read(); row++)
        {
            for (var i = 0; i < header.Count; i++)
                shapes[i].Add(encoding.ToUtf8(reader.Field(i)), codes[i]);
        }

        return shapes;
    }

    /// <summary>The one column whose values all have the form of a NIR is that of the NIR, whatever its name.</summary>
    static void RecogniseNir(TableFormat table, List<string> header, Dictionary<int, FieldFormat> fields, List<ColumnShape> shapes)
    {
        var candidates = Enumerable.Range(0, header.Count).Where(i => shapes[i].IsNir && !fields.ContainsKey(i)).ToList();
        if (table.Find("nir") is { } nir && !fields.ContainsValue(nir) && candidates is [var only])
            fields.Add(only, nir);
    }

    static char SeparatorOf(Source source, string path)
    {
        var counts = Separators.ToDictionary(separator => separator, separator =>
        {
            try
            {
                using var reader = new DeliveredTable(path, source.Format.Personnes, separator, source.Encoding).Open(source.Format.Personnes.Fields);
                return reader.Header.Count;
            }
            catch (TableFaultException)
            {
                return 0;
            }
        });
        return counts[source.Format.Separator] > 1 ? source.Format.Separator : counts.MaxBy(count => count.Value).Key;
    }

    /// <summary>A date, a number, a long row of digits: line 1 is then a row, perhaps a person.</summary>
    static bool LooksLikeValue(string name) => name.Count(char.IsAsciiDigit) > Math.Max(4, name.Length / 2) || ValueShape.Of(Encoding.UTF8.GetBytes(name)).StartsWith('9');
}
