using System.Globalization;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports.Html;

namespace NonRecoursMatch.Cli.Running;

/// <summary>The results of one month: the first in DIR, a later revision beside it in DIR-r2, DIR-r3…, never over it.</summary>
static class RevisionFolders
{
    /// <summary>The finished results, oldest first.</summary>
    public static IReadOnlyList<string> Of(string first)
    {
        var folders = new List<string>();
        for (var folder = Full(first); File.Exists(Path.Combine(folder, PreviousResult.ReportFile)); folder = Of(first, folders.Count + 1))
            folders.Add(folder);
        return folders;
    }

    /// <summary>Where a revision goes.</summary>
    public static string Of(string first, int revision)
        => revision == 1 ? Full(first) : string.Create(CultureInfo.InvariantCulture, $"{Full(first)}-r{revision}");

    /// <summary>The last report of the month before, where results lie beside each other under the names of their months; else null.</summary>
    public static string? ReportBefore(string first, Agreement agreement, YearMonth month)
    {
        var folder = Full(first);
        if (Path.GetFileName(folder) != month.ToString())
            return null;
        var finished = Of(Path.Combine(Path.GetDirectoryName(folder)!, month.AddMonths(-1).ToString()));
        var report = finished.Count == 0 ? null : Path.Combine(finished[^1], PreviousResult.ReportFile);
        return report is not null && MonthBefore.Find(report, agreement, month) is not null ? report : null;
    }

    /// <summary>Refuses a folder that can take no result.</summary>
    /// <exception cref="CliException">It is a file, or holds something else than a result (73).</exception>
    public static void RequireFree(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.OutIsFile", above));
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.NoEarlierResult", folder, PreviousResult.ReportFile));
    }

    static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
