namespace NonRecoursMatch.Holder.Validation;

/// <summary>An extract that cannot be pseudonymised. The message gives codes and counts only.</summary>
public sealed class ExtractRefusedException(ValidationReport report)
    : Exception($"extract of {report.Source} refused: {string.Join(", ", report.Groups.Where(group => group.Code.Severity == Severity.Fichier).Select(group => $"{group.Code} ({group.Table}) × {group.Count}"))}")
{
    /// <summary>Everything that was found.</summary>
    public ValidationReport Report { get; } = report;
}
