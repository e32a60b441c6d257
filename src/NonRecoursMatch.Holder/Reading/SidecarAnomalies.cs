using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Compares what <c>extrait.json</c> announces with the agreement and with what was read.</summary>
static class SidecarAnomalies
{
    // Entitlements and tenants change by a few per cent a month: a fifth at once is an extraction that stopped.
    const double LargestDrop = 0.2;

    /// <summary>Reads the sidecar of a folder; adds what is wrong with it. Null when it is absent or cannot be read.</summary>
    public static ExtractSidecar? Read(string folder, AnomalyCollector anomalies)
    {
        var path = Path.Combine(folder, SourceFiles.SidecarName);
        if (!File.Exists(path))
        {
            anomalies.AddFile(AnomalyCodes.SidecarAbsent, SourceFiles.SidecarName);
            return null;
        }

        var reading = SidecarReader.Read(path);
        foreach (var fault in reading.Faults)
            anomalies.AddFile(AnomalyCodes.SidecarIllisible, SourceFiles.SidecarName, fault.Path, "", fault.Expected(CultureInfo.CurrentUICulture), fault.Line);
        return reading.Sidecar;
    }

    /// <summary>The extract must belong to this agreement, source and month. Without a month, the extract's own one decides.</summary>
    public static void CheckCampaign(ExtractSidecar sidecar, Agreement agreement, Source source, YearMonth? month, AnomalyCollector anomalies)
    {
        Expect(AnomalyCodes.AutreFormat, sidecar.Format, source.Format.Id);
        Expect(AnomalyCodes.AutreOrganisme, sidecar.Body, source.Body);
        Expect(AnomalyCodes.AutreConvention, sidecar.Convention, agreement.Id);
        if (month is { } wanted)
            Expect(AnomalyCodes.AutreMois, sidecar.Month.ToString(), wanted.ToString());
        Expect(AnomalyCodes.AutreMillesime, sidecar.CogYear.ToString(CultureInfo.InvariantCulture), agreement.Perimeter.CogYear.ToString(CultureInfo.InvariantCulture));
        var oldest = (month ?? sidecar.Month).LastDay.AddDays(-agreement.Thresholds.SourceMaximumAgeDays);
        if (sidecar.DataDate < oldest)
            anomalies.AddFile(AnomalyCodes.DonneesAnciennes, SourceFiles.SidecarName, null, Day(sidecar.DataDate), Day(oldest));

        void Expect(AnomalyCode code, string found, string expected)
        {
            if (!found.Equals(expected, StringComparison.Ordinal))
                anomalies.AddFile(code, SourceFiles.SidecarName, null, found, expected);
        }
    }

    /// <summary>Row count and control total of one table, once it was read to its end.</summary>
    public static void CheckTable(ExtractSidecar sidecar, string table, TableScan scan, AnomalyCollector anomalies)
    {
        if (!sidecar.Tables.TryGetValue(table, out var announced))
        {
            anomalies.AddFile(AnomalyCodes.SidecarTable, table);
            return;
        }

        if (announced.PreviousRows is { } before)
            CheckDrop(table, scan.Rows, before, anomalies);
        if (announced.Rows != scan.Rows)
            anomalies.AddFile(AnomalyCodes.FichierLignes, table, null, $"{scan.Rows}", $"{announced.Rows}");
        if (announced.ControlTotal is { } total && total != scan.AmountTotal)
            anomalies.AddFile(AnomalyCodes.FichierTotalControle, table, null, Euros(scan.AmountTotal), Euros(total));
    }

    /// <summary>A table much shorter than the month before: complete by its own count, and yet perhaps half of the extraction.</summary>
    static void CheckDrop(string table, long rows, long before, AnomalyCollector anomalies)
    {
        if (rows < before * (1 - LargestDrop))
            anomalies.AddFile(AnomalyCodes.FichierBaisse, table, null, $"{rows}", $"{before}");
    }

    static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
