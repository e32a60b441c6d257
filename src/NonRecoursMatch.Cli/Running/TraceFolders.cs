using NonRecoursMatch.Holder.Traces;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Where the traces of a body lie.</summary>
static class TraceFolders
{
    /// <summary>Every trace under some folders; no link is followed.</summary>
    /// <exception cref="DirectoryNotFoundException">A folder is missing.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> folders)
        => folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + TraceFile.Extension, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Takes the traces of a folder over into the one that replaces it: what was sent before stays traced.</summary>
    public static void TakeOver(string replaced, string by)
    {
        if (!Directory.Exists(replaced))
            return;
        var number = 1;
        foreach (var trace in Directory.EnumerateFiles(replaced, "*" + TraceFile.Extension).Order(StringComparer.Ordinal))
        {
            string target;
            do
                target = Path.Combine(by, FormattableString.Invariant($"{TraceHeader.Sent}-{number++}{TraceFile.Extension}"));
            while (File.Exists(target));
            File.Copy(trace, target);
        }
    }
}
