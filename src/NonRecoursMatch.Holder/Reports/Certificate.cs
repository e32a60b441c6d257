using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Reports;

/// <summary>One file that a certificate speaks of.</summary>
public sealed record CertifiedFile(string Nom, string Sha256, long Octets, long Lignes, long Rejetees);

/// <summary>
/// <c>certificat.json</c>: which files were checked, against what, with which verdict. Whoever receives the extract compares the digests.
/// </summary>
public sealed record Certificate(
    string Verdict,
    string Convention,
    string ConventionSha256,
    string Source,
    string Format,
    string? Mois,
    int MillesimeCog,
    string Programme,
    long Erreurs,
    long Alertes,
    IReadOnlyList<CertifiedFile> Fichiers)
{
    /// <summary>The certificate of a report.</summary>
    public static Certificate Of(ValidationReport report) => new(
        report.Blocked ? "bloque" : report.Valid ? "conforme" : "non_conforme",
        report.Convention,
        report.ConventionSha256,
        report.Source,
        report.Format,
        report.Month,
        report.CogYear,
        "nonrecours " + typeof(Certificate).Assembly.GetName().Version!.ToString(3),
        report.Errors,
        report.Warnings,
        [.. report.Tables.Select(table => new CertifiedFile(table.File, table.Sha256, table.Bytes, table.Rows, table.Rejected))]);

    /// <summary>The bytes of the file.</summary>
    public byte[] Render() => StableJson.Bytes(this);
}
