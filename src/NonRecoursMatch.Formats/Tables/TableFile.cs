namespace NonRecoursMatch.Formats.Tables;

/// <summary>What the name of a file says of its content.</summary>
public static class TableFile
{
    /// <summary>Whether the file is compressed text.</summary>
    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens the text of a file, decompressed where its name says that it is compressed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It is too short to be compressed.</exception>
    internal static Stream OpenText(string path)
        => IsGzip(path) ? new GuardedGzip(path) : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
