namespace NonRecoursMatch.Formats.Tables;

/// <summary>How the rows of a file are laid out; its name says which, its content must agree.</summary>
public enum TableForm
{
    /// <summary>Delimited text.</summary>
    Delimited,

    /// <summary>Fixed-width text.</summary>
    FixedWidth,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>XML.</summary>
    Xml,
}

/// <summary>Names of files of tables: <c>TABLE.csv</c>, <c>TABLE.txt</c>, <c>TABLE.xml</c>, each also <c>.gz</c>, and <c>TABLE.parquet</c>.</summary>
public static class TableFile
{
    const string Gzip = ".gz";

    static readonly (string Extension, TableForm Form)[] s_forms =
        [(".csv", TableForm.Delimited), (".txt", TableForm.FixedWidth), (".xml", TableForm.Xml), (".parquet", TableForm.Parquet)];

    /// <summary>Whether the file is compressed text.</summary>
    public static bool IsGzip(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>The form that a name says, or null when it is no table.</summary>
    public static TableForm? FormOf(string path)
    {
        var name = IsGzip(path) ? path[..^Gzip.Length] : path;
        foreach (var (extension, form) in s_forms)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && (form != TableForm.Parquet || !IsGzip(path)))
                return form;
        }

        return null;
    }

    /// <summary>The table that a name says: the name without folder and extensions.</summary>
    public static string TableOf(string path)
    {
        var name = Path.GetFileName(path);
        return Path.GetFileNameWithoutExtension(IsGzip(name) ? name[..^Gzip.Length] : name);
    }

    /// <summary>The files of a folder that may hold <paramref name="table"/>, in ordinal order; more than one is for the caller to refuse.</summary>
    public static IReadOnlyList<string> Find(string folder, string table)
        => [.. All(folder).Where(path => TableOf(path).Equals(table, StringComparison.Ordinal))];

    /// <summary>The files of a folder that are called like tables, in ordinal order; an absent folder is an empty one.</summary>
    public static IReadOnlyList<string> All(string folder)
        => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(path => FormOf(path) is not null).Order(StringComparer.Ordinal)] : [];

    /// <summary>Opens a text, decompressed when its name says that it is compressed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It is compressed, and too short for it.</exception>
    public static Stream OpenText(string path)
        => IsGzip(path) ? new GuardedGzip(path) : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
