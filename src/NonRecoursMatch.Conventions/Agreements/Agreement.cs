using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Agreements;

/// <summary>The benefits of the engine.</summary>
public enum Prestation
{
    /// <summary>Complémentaire santé solidaire.</summary>
    C2s,

    /// <summary>Allocation de solidarité aux personnes âgées.</summary>
    Aspa,

    /// <summary>Revenu de solidarité active.</summary>
    Rsa,

    /// <summary>Prime d'activité.</summary>
    Ppa,
}

/// <summary>How much a recipient may learn (invariant I10).</summary>
public enum DisclosureLevel
{
    /// <summary>The same invitation to a rights appointment for everybody: no benefit, no reason.</summary>
    Invitation,

    /// <summary>The benefit and the question to ask.</summary>
    DroitEtQuestion,

    /// <summary>Benefit, reason and amount band: the payer of the benefit.</summary>
    Complet,
}

/// <summary>The legal ground of the processing. Only loi 3DS art. 133 carries a window, whose end cites a text.</summary>
public sealed record Fondement(string Texte, YearMonth? WindowStart, YearMonth? WindowEnd, string? WindowEndText);

/// <summary>One source of the agreement: one extract of one body.</summary>
/// <param name="Id">Short name used in commands and folders, for example <c>caf-35</c>.</param>
/// <param name="Kind">Kind of body.</param>
/// <param name="Body">Short name of the body; several sources of one body give one list.</param>
/// <param name="Name">Name of the body for people.</param>
/// <param name="Format">Its extract format.</param>
/// <param name="Folder">Folder of its files, absolute.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>windows-1252</c> or <c>iso-8859-15</c>: declared, never guessed.</param>
/// <param name="LegalBasis">Text that entitles the body to send.</param>
/// <param name="NirBasis">Legal head for the NIR, null where the format has none.</param>
/// <param name="Disclosure">What the body may learn as a recipient.</param>
/// <param name="SecretReference">Where <c>run</c> finds the holder secret (<c>file:</c> or <c>env:</c>), null when roles are separate.</param>
public sealed record Source(
    string Id,
    SourceKind Kind,
    string Body,
    string Name,
    ExtractFormat Format,
    string Folder,
    string Encoding,
    string LegalBasis,
    string? NirBasis,
    DisclosureLevel Disclosure,
    string? SecretReference);

/// <summary>Thresholds of the agreement.</summary>
/// <param name="RejectedRows">Share of rows (0–1) above which <c>pseudonymize</c> and <c>run</c> stop.</param>
/// <param name="AspaMargin">Euros a month under which a computed ASPA is only <c>a_verifier</c>.</param>
/// <param name="SmallCell">Counts below it are masked in what is published.</param>
/// <param name="SourceMaximumAgeDays">Oldest data date accepted, in days before the end of the reference month.</param>
public sealed record Thresholds(double RejectedRows, double AspaMargin, int SmallCell, int SourceMaximumAgeDays);

/// <summary>Retention clocks, in months (CRPA R. 114-9-7).</summary>
public sealed record Retention(int PackagesMonths, int OppositionsMonths, int TracesMonths);

/// <summary>A checked agreement (<c>convention.yaml</c>): the only authority on what may be done.</summary>
public sealed record Agreement(
    string Id,
    bool Test,
    string Path,
    Territory Territory,
    Perimeter Perimeter,
    Fondement Fondement,
    string? SingleProcessor,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Prestation> Prestations,
    IReadOnlyDictionary<Prestation, IReadOnlyList<SourceKind>> ContactOrder,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Columns,
    string? KeyReference,
    Retention Retention,
    Calendar Calendar,
    Thresholds Thresholds,
    string Language)
{
    /// <summary>The attributes that <paramref name="format"/>'s table may ship: the union over the benefits of the agreement.</summary>
    public IReadOnlyList<string> ColumnsOf(ExtractFormat format, TableFormat table)
        => Columns.TryGetValue(format.Id, out var tables) && tables.TryGetValue(table.Name, out var columns) ? columns : [];

    /// <summary>The tables of a format that the agreement needs: <c>personnes</c>, and those with at least one listed column.</summary>
    public IReadOnlyList<TableFormat> TablesOf(ExtractFormat format)
        => [.. format.Tables.Where(table => table.Role == TableRole.Personnes || ColumnsOf(format, table).Count > 0)];

    /// <summary>The day that counts as today: for a test agreement the last day of the month after the reference month, so that samples do not expire.</summary>
    public DateOnly Today(YearMonth month, TimeProvider clock)
        => Test ? month.AddMonths(1).LastDay : DateOnly.FromDateTime(clock.GetLocalNow().Date);
}

/// <summary>When sources are expected: the day of the month after the reference month, per source id; <c>Default</c> for the others.</summary>
public sealed record Calendar(int DefaultDay, IReadOnlyDictionary<string, int> Days)
{
    /// <summary>The day by which a source should have arrived for a reference month.</summary>
    public DateOnly DueDate(string source, YearMonth month)
    {
        var next = month.AddMonths(1);
        var day = Days.TryGetValue(source, out var own) ? own : DefaultDay;
        return new DateOnly(next.Year, next.Month, Math.Min(day, next.LastDay.Day));
    }
}
