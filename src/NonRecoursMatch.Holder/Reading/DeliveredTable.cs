using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Mappings;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.FixedWidth;
using NonRecoursMatch.Formats.Parquet.Reading;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading.Forms;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>The file of one table, with what was declared about it: its form follows from its name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Table">The table of the format.</param>
/// <param name="Separator">Separator of a delimited file.</param>
/// <param name="Encoding">Encoding of a text: <c>utf-8</c>, <c>windows-1252</c>, <c>iso-8859-15</c>.</param>
public sealed record DeliveredTable(string Path, TableFormat Table, char Separator, string Encoding)
{
    const string Utf8 = "utf-8";

    // Tables of persons shrink by five to twenty when they are compressed.
    const int MostShrunk = 20;

    /// <summary>What the partner writes otherwise than the format; null when nothing.</summary>
    public SourceMapping? Mapping { get; init; }

    /// <summary>The file of a table of a source.</summary>
    public static DeliveredTable Of(Source source, TableFormat table, string path)
        => new(path, table, source.Mapping?.Separator ?? source.Format.Separator, source.Encoding) { Mapping = source.Mapping };

    /// <summary>Encoding of its cells.</summary>
    public DeclaredEncoding Cells => DeclaredEncoding.Of(IsParquet ? Utf8 : Encoding);

    /// <summary>Roughly the bytes that it would have as a text that is not compressed.</summary>
    public long TextBytes => new FileInfo(Path).Length * (IsParquet || TableFile.IsGzip(Path) ? MostShrunk : 1);

    /// <summary>Field of the format -> column of the partner; null when the columns are called as in the format.</summary>
    public IReadOnlyDictionary<string, string>? Columns => Own?.Columns;

    TableMapping? Own => Mapping?.Of(Table);

    bool IsParquet => Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>That of the partner, or else that of the format, under whose name the file stands.</summary>
    FixedWidthLayout? Layout => Own?.Widths
        ?? (Own?.File is null && TableFiles.IsOf(Table, Path, Own) && System.IO.Path.GetFileName(Path).Contains(".txt", StringComparison.OrdinalIgnoreCase) ? Table.FixedWidth : null);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => new FileInfo(Path).Length == 0;

    /// <summary>The field that a column of the file is; null when there is none.</summary>
    public FieldFormat? FieldOf(string column) => Own is { } own ? own.FieldOf(Table, column) : Table.Find(column);

    /// <summary>The column that a field is in; its own name where the mapping does not name it.</summary>
    public string ColumnOf(FieldFormat field) => Columns?.GetValueOrDefault(field.Name) ?? field.Name;

    /// <summary>How the agreement says that the values of a field are written; empty where they are as in the format.</summary>
    public string WrittenOf(FieldFormat field)
    {
        if (Own?.Codes.TryGetValue(field.Name, out var codes) == true)
            return string.Join(", ", codes.Keys);
        return Mapping is null ? "" : field.Type switch
        {
            FieldType.Date => Mapping.Dates ?? "",
            FieldType.Mois => Mapping.Months ?? "",
            FieldType.Montant => Mapping.Amounts switch { AmountForm.Point => "812.50", AmountForm.Centimes => "81250", _ => "" },
            _ => "",
        };
    }

    /// <summary>Opens it.</summary>
    /// <param name="fields">The fields that it may have: in a fixed-width file, where every field has its place, the place of any other must be blank.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It cannot be read.</exception>
    public ITableReader Open(IEnumerable<FieldFormat> fields)
    {
        if (IsParquet)
            return Typed(new ParquetTable(Path));
        ITableReader file = Layout is { } layout
            ? new FixedWidthReader(Path, Limited(layout, fields) with { Utf8 = Encoding == Utf8 })
            : new DelimitedReader(Path, Separator, Mapping?.Quote ?? '"', Text);
        return Mapping is null ? file : new MappedTable(file, [.. file.Header.Select(name => FieldOf(name) is { } field ? MappedForms.Of(field, Mapping, Own, Text.GetBytes) : null)]);
    }

    /// <summary>What a mapping says of its columns is checked with the header; the layout of a format has fields that an agreement does not allow.</summary>
    FixedWidthLayout Limited(FixedWidthLayout layout, IEnumerable<FieldFormat> fields)
    {
        if (Own?.Widths is not null)
            return layout;
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return layout with { Fields = [.. layout.Fields.Where(field => names.Contains(field.Name))] };
    }

    Encoding Text => Encoding == Utf8 ? System.Text.Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(Encoding)!;

    MappedTable Typed(ParquetTable file) => new(file, [.. file.Header.Zip(file.Forms, (name, form) => FormOf(FieldOf(name), form))]);

    CellForm? FormOf(FieldFormat? field, ValueForm form)
        => field is null ? null : form == ValueForm.Text && Mapping is not null ? MappedForms.Of(field, Mapping, Own, System.Text.Encoding.UTF8.GetBytes) : TypedForms.Of(field, form);
}
