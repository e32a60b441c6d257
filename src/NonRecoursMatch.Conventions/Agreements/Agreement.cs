using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Mappings;
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
public sealed record Fondement(string Texte, YearMonth? WindowStart, YearMonth? WindowEnd, string? WindowEndText)
{
    /// <summary>The text of the experiment "Territoires zéro non-recours".</summary>
    public const string Experiment = "loi-3ds-art-133";

    /// <summary>Line of the window in the agreement (1-based, 0 without one), for faults.</summary>
    public int Line { get; init; }

    /// <summary>Column of the window in the agreement.</summary>
    public int Column { get; init; }
}

/// <summary>A controller and how to reach its data protection officer.</summary>
public sealed record Controller(string Name, string Dpo);

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
/// <param name="SecretReference">Where <c>run</c> finds the holder secret (<c>file:</c> with an absolute path, or <c>env:</c>), null when roles are separate.</param>
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
    string? SecretReference)
{
    /// <summary>Ground for shipping health data (RGPD art. 9, 2), null when none is claimed: fields without a neutral class then stay.</summary>
    public string? HealthBasis { get; init; }

    /// <summary>What the body calls its files, columns and codes; null when it writes as the format does.</summary>
    public SourceMapping? Mapping { get; init; }
}

/// <summary>A fact that several sources can know.</summary>
public enum Fact
{
    /// <summary>Birth month.</summary>
    Birth,

    /// <summary>Situation declared, and other facts of the person that a dossier or a fund holds.</summary>
    Situation,

    /// <summary>Pensions.</summary>
    Pensions,

    /// <summary>Housing and rent.</summary>
    Housing,

    /// <summary>Housing aid.</summary>
    HousingAid,

    /// <summary>Daily allowances.</summary>
    DailyAllowances,
}

/// <summary>Thresholds of the agreement.</summary>
/// <param name="RejectedRows">Share of rows (0–1) above which <c>pseudonymize</c> and <c>run</c> stop.</param>
/// <param name="AspaMargin">Euros a month under which a computed ASPA is only <c>a_verifier</c>.</param>
/// <param name="SmallCell">Counts below it are masked in what is published.</param>
/// <param name="SourceMaximumAgeDays">Oldest data date accepted, in days before the end of the reference month.</param>
/// <param name="CorrectionLoss">Share of the rows (0–1) that a corrected extract may lose without a confirmation.</param>
public sealed record Thresholds(double RejectedRows, double AspaMargin, int SmallCell, int SourceMaximumAgeDays, double CorrectionLoss);

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
    /// <summary>Which kind of body is believed first for each fact; the latest data decide between two bodies of a kind.</summary>
    public IReadOnlyDictionary<Fact, IReadOnlyList<SourceKind>> FactOrder { get; init; } = DefaultFactOrder;

    /// <summary>The target publics of a benefit; a benefit that is not in it is for everybody.</summary>
    public IReadOnlyDictionary<Prestation, IReadOnlyList<string>> Publics { get; init; } = new Dictionary<Prestation, IReadOnlyList<string>>();

    /// <summary>The order of an agreement that states none.</summary>
    public static IReadOnlyDictionary<Fact, IReadOnlyList<SourceKind>> DefaultFactOrder { get; } = new Dictionary<Fact, IReadOnlyList<SourceKind>>
    {
        [Fact.Birth] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Cpam, SourceKind.Carsat, SourceKind.Bailleur, SourceKind.Ccas],
        [Fact.Situation] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Carsat],
        [Fact.Pensions] = [SourceKind.Carsat, SourceKind.Msa, SourceKind.Caf],
        [Fact.Housing] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Bailleur],
        [Fact.HousingAid] = [SourceKind.Caf, SourceKind.Msa, SourceKind.Bailleur],
        [Fact.DailyAllowances] = [SourceKind.Cpam, SourceKind.Msa, SourceKind.Caf],
    };

    /// <summary>Version of the agreement, 1 for the first signature.</summary>
    public int Version { get; init; } = 1;

    /// <summary>SHA-256 of the file, lower-case hexadecimal: names exactly what was signed.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Level of the perimeter: <c>quartier</c>, <c>communal</c>, <c>intercommunal</c> or <c>departement</c>.</summary>
    public string Level { get; init; } = "";

    /// <summary>Controllers, at least one.</summary>
    public IReadOnlyList<Controller> Controllers { get; init; } = [];

    /// <summary>The attributes that each benefit needs, by format and table; <see cref="Columns"/> is their union.</summary>
    public IReadOnlyDictionary<Prestation, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>> ColumnsByPrestation { get; init; }
        = new Dictionary<Prestation, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>>();

    /// <summary>
    /// Whether <paramref name="month"/> may be processed on <paramref name="today"/>: the month lies in the window, and the window is not closed.
    /// </summary>
    /// <returns>The faults; empty when it may.</returns>
    public IReadOnlyList<Fault> CheckMonth(YearMonth month, DateOnly today)
    {
        if (Fondement is not { WindowStart: { } start, WindowEnd: { } end })
            return [];
        var faults = new List<Fault>();
        if (month < start || month > end)
            faults.Add(new Fault(FaultCodes.MonthOutsideWindow, "fondement.fenetre", Fondement.Line, Fondement.Column, month.ToString(), start.ToString(), end.ToString()));
        if (today > end.LastDay)
            faults.Add(new Fault(FaultCodes.Expired, "fondement.fenetre", Fondement.Line, Fondement.Column, end.ToString(), Fondement.WindowEndText ?? ""));
        return faults;
    }

    /// <summary>Whether one machine may play every role (<c>run</c>): a named single processor, and a secret reference for every source.</summary>
    /// <returns>The faults; empty when it may.</returns>
    public IReadOnlyList<Fault> CheckSingleProcessor()
        => SingleProcessor is null
            ? [new Fault(FaultCodes.RolesSeparate, "traitement.roles", 0, 0)]
            : [.. Sources.Where(source => source.SecretReference is null)
                .Select(source => new Fault(FaultCodes.SecretReferenceMissing, $"sources[{source.Id}]", 0, 0, source.Id))];

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
