using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Sidecars;

/// <summary>Whether an extract is the one that the agreement awaits: an extract of another campaign must not be mixed in unseen.</summary>
public static class SidecarCheck
{
    /// <summary>Compares a sidecar with its source and month.</summary>
    /// <param name="sidecar">What the producer says.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="source">The source whose folder it was in.</param>
    /// <param name="month">The reference month.</param>
    /// <param name="today">The day that counts as today.</param>
    /// <returns>The faults; empty when the extract may be used.</returns>
    public static IReadOnlyList<Fault> Check(ExtractSidecar sidecar, Agreement agreement, Source source, YearMonth month, DateOnly today)
    {
        var faults = new List<Fault>();
        void Same(string found, string expected, string path, string code)
        {
            if (!found.Equals(expected, StringComparison.Ordinal))
                faults.Add(new Fault(code, path, 0, 0, expected));
        }

        Same(sidecar.Format, source.Format.Id, "format", FaultCodes.SidecarOtherFormat);
        Same(sidecar.Body, source.Body, "organisme", FaultCodes.SidecarOtherBody);
        Same(sidecar.Convention, agreement.Id, "convention", FaultCodes.SidecarOtherConvention);
        Same(sidecar.Month.ToString(), month.ToString(), "mois", FaultCodes.SidecarOtherMonth);
        Same(Text(sidecar.CogYear), Text(agreement.Perimeter.CogYear), "millesime_cog", FaultCodes.SidecarOtherCog);

        var oldest = month.LastDay.AddDays(-agreement.Thresholds.SourceMaximumAgeDays);
        if (sidecar.DataDate < oldest)
            faults.Add(new Fault(FaultCodes.SidecarTooOld, "date_donnees", 0, 0, Text(oldest)));
        if (sidecar.DataDate > today)
            faults.Add(new Fault(FaultCodes.SidecarFromTheFuture, "date_donnees", 0, 0, Text(today)));

        foreach (var table in agreement.TablesOf(source.Format).Where(table => !sidecar.Tables.ContainsKey(table.Name)))
            faults.Add(new Fault(FaultCodes.SidecarTableMissing, "tables", 0, 0, table.Name));
        foreach (var name in sidecar.Tables.Keys.Where(name => !source.Format.Tables.Any(table => table.Name.Equals(name, StringComparison.Ordinal))).Order(StringComparer.Ordinal))
            faults.Add(new Fault(FaultCodes.SidecarTableUnknown, "tables." + name, 0, 0, name));
        return faults;
    }

    static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
