using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>What the agreement allows of one table: the columns that its file must and may have, and those that leave.</summary>
public sealed class TablePlan
{
    /// <summary>Plans a table from the columns that leave.</summary>
    /// <param name="table">The table of the format.</param>
    /// <param name="listed">Attributes listed by the agreement.</param>
    /// <param name="healthGround">Whether the agreement claims a ground (RGPD art. 9, 2) for health data that have no neutral class.</param>
    /// <param name="deciding">Columns that tell the quartier, named by the perimeter.</param>
    public TablePlan(TableFormat table, IReadOnlyList<string> listed, bool healthGround = false, IReadOnlyList<string>? deciding = null)
    {
        Table = table;
        Shipped = [.. table.Fields.Where(field => MayLeave(field, healthGround) && listed.Contains(field.Name))];
        Deciding = [.. table.Fields.Where(field => deciding?.Contains(field.Name) ?? false)];
        Allowed = [.. table.Fields.Where(field => field.StaysWithHolder || Shipped.Contains(field) || Deciding.Contains(field))];
        Required = [.. Allowed.Where(field => !field.Optional || Deciding.Contains(field))];
    }

    /// <summary>The table of the format.</summary>
    public TableFormat Table { get; }

    /// <summary>The attributes that leave, in the order of the format.</summary>
    public IReadOnlyList<FieldFormat> Shipped { get; }

    /// <summary>The columns that tell the quartier: the file must have them, and they stay unless they are shipped as well.</summary>
    public IReadOnlyList<FieldFormat> Deciding { get; }

    /// <summary>The columns that the file may have; any other blocks it (invariant I6).</summary>
    public IReadOnlyList<FieldFormat> Allowed { get; }

    /// <summary>The columns that the file must have.</summary>
    public IReadOnlyList<FieldFormat> Required { get; }

    /// <summary>Whether references of this table may hold a NIR: those of an opposition do, where the body's own reference is the NIR.</summary>
    public bool ReferencesHoldNir { get; init; }

    /// <summary>The reference month, against which ages are reckoned; null when nothing states it.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>Plans the tables that an agreement needs from a source.</summary>
    public static IReadOnlyList<TablePlan> Of(Agreement agreement, Source source, YearMonth? month = null)
        => [.. agreement.TablesOf(source.Format).Select(table => new TablePlan(
            table, agreement.ColumnsOf(source.Format, table), source.HealthBasis is not null, table.Role == TableRole.Personnes ? agreement.Perimeter.Quartiers?.ColumnsOf(source.Format) : null)
        {
            Month = month,
        })];

    static bool MayLeave(FieldFormat field, bool healthGround)
        => field.Sensitivity == Sensitivity.Attribut || (field.Sensitivity == Sensitivity.Classe && (field.Classes.Count > 0 || healthGround));
}
