namespace NonRecoursMatch.Formats.Tables;

/// <summary>What the name of a file says of its content.</summary>
public static class TableFile
{
    /// <summary>Whether the file is compressed text.</summary>
    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
