using NonRecoursMatch.Conventions.Mappings;

namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>
/// Under which names a table of an extract may stand in its folder: <c>TABLE.csv</c>, <c>TABLE.csv.gz</c>, <c>TABLE.parquet</c>, and where
/// its format declares widths <c>TABLE.txt</c>, <c>TABLE.txt.gz</c>; or under that which the partner's mapping gives. One of them: which of two files is meant, nobody can tell.
/// </summary>
public static class TableFiles
{
    static readonly string[] s_forms = [".csv", ".csv.gz", ".parquet"];
    static readonly string[] s_fixedWidth = [".txt", ".txt.gz"];

    // A plain .txt that no format awaits is a note to somebody.
    static readonly string[] s_data = [".csv", ".csv.gz", ".txt.gz", ".parquet"];

    /// <summary>What messages call the file of a table that is not there.</summary>
    public static string NameOf(TableFormat table, TableMapping? mapping = null) => NamesOf(table, mapping).First();

    /// <summary>The names that the file of a table may have.</summary>
    public static IEnumerable<string> NamesOf(TableFormat table, TableMapping? mapping = null)
    {
        if (mapping?.File is { } own)
            return [own];
        var forms = mapping switch
        {
            { Widths: not null } => s_fixedWidth,
            { Columns: not null } => s_forms,
            _ => table.FixedWidth is null ? s_forms : s_forms.Concat(s_fixedWidth),
        };
        return forms.Select(form => table.Name + form);
    }

    /// <summary>Whether a file is that of a table, by its name.</summary>
    public static bool IsOf(TableFormat table, string path, TableMapping? mapping = null) => NamesOf(table, mapping).Contains(Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Paths of the files of a table that are there, folders of the same name included: more than one is a fault.</summary>
    public static IReadOnlyList<string> Find(string folder, TableFormat table, TableMapping? mapping = null)
        => [.. NamesOf(table, mapping).Select(name => Path.Combine(folder, name)).Where(Path.Exists)];

    /// <summary>Path of the file of a table.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">There are several.</exception>
    public static string Only(string folder, TableFormat table, TableMapping? mapping = null) => Find(folder, table, mapping) switch
    {
        [] => throw new FileNotFoundException(Path.Combine(folder, NameOf(table, mapping)), Path.Combine(folder, NameOf(table, mapping))),
        [var path] => path,
        var several => throw new IOException($"{folder}: {string.Join(" + ", several.Select(Path.GetFileName))}"),
    };

    /// <summary>Paths of all that looks like a table in a folder, in the order of the names.</summary>
    public static IReadOnlyList<string> In(string folder, ExtractFormat format, SourceMapping? mapping = null)
        => [.. Directory.GetFileSystemEntries(folder)
            .Where(path => Array.Exists(s_data, form => path.EndsWith(form, StringComparison.OrdinalIgnoreCase)) || format.Tables.Any(table => IsOf(table, path, mapping?.Of(table))))
            .Order(StringComparer.Ordinal)];
}
