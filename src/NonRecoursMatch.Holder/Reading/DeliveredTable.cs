using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
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

    /// <summary>The file of a table of a source.</summary>
    public static DeliveredTable Of(Source source, TableFormat table, string path) => new(path, table, source.Format.Separator, source.Encoding);

    /// <summary>Encoding of its cells.</summary>
    public DeclaredEncoding Cells => DeclaredEncoding.Of(IsParquet ? Utf8 : Encoding);

    /// <summary>Roughly the bytes that it would have as a text that is not compressed.</summary>
    public long TextBytes => new FileInfo(Path).Length * (IsParquet || TableFile.IsGzip(Path) ? MostShrunk : 1);

    bool IsParquet => Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    bool IsFixedWidth => TableFiles.IsOf(Table, Path) && (Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".txt.gz", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => new FileInfo(Path).Length == 0;

    /// <summary>Opens it.</summary>
    /// <param name="fields">The fields that it may have: in a fixed-width file, where every field has its place, the place of any other must be blank.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It cannot be read.</exception>
    public ITableReader Open(IEnumerable<FieldFormat> fields)
    {
        if (IsParquet)
            return Typed(new ParquetTable(Path));
        if (!IsFixedWidth)
            return new DelimitedReader(Path, Separator);
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var layout = Table.FixedWidth!;
        return new FixedWidthReader(Path, layout with { Fields = [.. layout.Fields.Where(field => names.Contains(field.Name))], Utf8 = Encoding == Utf8 });
    }

    MappedTable Typed(ParquetTable file) => new(file, [.. file.Header.Zip(file.Forms, (name, form) => TypedForms.Of(Table.Find(name), form))]);
}
