using System.Globalization;
using System.Resources;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>The words of the DPO sheet, in French or English (SheetTexts.resx, SheetTexts.fr.resx): in the language of the agreement, because it is a delivered document.</summary>
sealed class SheetTexts(CultureInfo culture)
{
    static readonly ResourceManager s_resources = new("NonRecoursMatch.Cli.Auditing.SheetTexts", typeof(SheetTexts).Assembly);

    public CultureInfo Culture => culture;

    public string Get(string name) => s_resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"no text {name}");

    public string Format(string name, params object?[] values) => string.Format(culture, Get(name), values);

    /// <summary>A part of the sheet; its heading is <c>titre.ID</c>.</summary>
    public SheetSection Section(string id, int level, IEnumerable<string> paragraphs, params SheetTable[] tables)
        => new(id, Get("titre." + id), level, [.. paragraphs], [.. tables.Where(table => table.Rows.Count > 0)]);

    /// <summary>A table; its caption is <c>table.ID</c>, its heads <c>col.NAME</c>.</summary>
    public SheetTable Table(string id, IEnumerable<string> columns, IEnumerable<IReadOnlyList<string>> rows)
        => new(id, Get("table." + id), [.. columns.Select(column => (column, Get("col." + column)))], [.. rows]);
}
