using System.Globalization;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Writes the files of a validation.</summary>
static class ReportFiles
{
    /// <summary>Into <paramref name="folder"/>.</summary>
    public static void Write(string folder, ValidationReport report, CultureInfo language)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "bilan.txt"), $"{report.Rows} {report.Errors} {report.Warnings} {language}");
    }
}
