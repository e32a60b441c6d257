using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>The header of a generated extract: what the agreement lists, and the identity, reference and holder fields of its format.</summary>
internal static class ExtractColumns
{
    /// <summary>The tables of a format that the agreement asks for.</summary>
    public static IReadOnlyList<TableFormat> Tables(ExtractFormat format)
        => [.. format.Tables.Where(table => Listed(format.Id, table.Name).Any())];

    /// <summary>The header of a table, in the order of the format.</summary>
    public static IReadOnlyList<string> Header(ExtractFormat format, TableFormat table)
    {
        var listed = Listed(format.Id, table.Name).ToHashSet(StringComparer.Ordinal);
        return [.. table.Fields
            .Where(field => field.StaysWithHolder || listed.Contains(field.Name))
            .Select(field => field.Name)];
    }

    static IEnumerable<string> Listed(string format, string table)
        => NeededColumns.C2s.Concat(NeededColumns.Aspa).Concat(NeededColumns.Rsa).Where(row => row.Format == format).SelectMany(row => row.Tables).Where(row => row.Table == table).SelectMany(row => row.Columns);
}
