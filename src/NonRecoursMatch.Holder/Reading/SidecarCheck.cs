using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Compares what <c>extrait.json</c> announces with the agreement and with what was read.</summary>
static class SidecarCheck
{
    /// <summary>Reads the sidecar of a folder; adds what is wrong with it. Null when it is absent or cannot be read.</summary>
    public static Sidecar? Read(string folder, AnomalyCollector anomalies)
    {
        try
        {
            var sidecar = Sidecar.Find(folder);
            if (sidecar is null)
                anomalies.AddFile(AnomalyCodes.SidecarAbsent, Sidecar.FileName);
            return sidecar;
        }
        catch (InvalidDataException fault)
        {
            anomalies.AddFile(AnomalyCodes.SidecarIllisible, Sidecar.FileName, fault.Message);
            return null;
        }
    }

    /// <summary>The extract must belong to this agreement, source and month. Without a month, the extract's own one decides.</summary>
    public static void CheckCampaign(Sidecar sidecar, Agreement agreement, Source source, YearMonth? month, AnomalyCollector anomalies)
    {
        Expect(AnomalyCodes.AutreFormat, sidecar.Format, source.Format.Id);
        Expect(AnomalyCodes.AutreOrganisme, sidecar.Organisme, source.Body);
        Expect(AnomalyCodes.AutreConvention, sidecar.Convention, agreement.Id);
        if (month is { } wanted)
            Expect(AnomalyCodes.AutreMois, sidecar.Mois.ToString(), wanted.ToString());
        Expect(AnomalyCodes.AutreMillesime, sidecar.MillesimeCog.ToString(CultureInfo.InvariantCulture), agreement.Perimeter.CogYear.ToString(CultureInfo.InvariantCulture));
        var oldest = (month ?? sidecar.Mois).LastDay.AddDays(-agreement.Thresholds.SourceMaximumAgeDays);
        if (sidecar.DateDonnees < oldest)
            anomalies.AddFile(AnomalyCodes.DonneesAnciennes, Sidecar.FileName, null, Day(sidecar.DateDonnees), Day(oldest));

        void Expect(AnomalyCode code, string found, string expected)
        {
            if (!found.Equals(expected, StringComparison.Ordinal))
                anomalies.AddFile(code, Sidecar.FileName, null, found, expected);
        }
    }

    /// <summary>Row count and control total of one table, once it was read to its end.</summary>
    public static void CheckTable(Sidecar sidecar, string table, TableScan scan, AnomalyCollector anomalies)
    {
        if (!sidecar.Tables.TryGetValue(table, out var announced))
        {
            anomalies.AddFile(AnomalyCodes.SidecarTable, table);
            return;
        }

        if (announced.Lignes != scan.Rows)
            anomalies.AddFile(AnomalyCodes.FichierLignes, table, null, $"{scan.Rows}", $"{announced.Lignes}");
        if (announced.TotalControleCents is { } total && total != scan.AmountTotal)
            anomalies.AddFile(AnomalyCodes.FichierTotalControle, table, null, Euros(scan.AmountTotal), Euros(total));
    }

    static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
