using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// Whether rows of attached tables name a person, or a dossier, of the table of persons. Pseudonymisation finds the same rows when it joins the
/// tables, and leaves them out. Without such tables among the files nothing is kept. Eleven to sixteen bytes a person or dossier are kept (<see cref="HashedKeys"/>).
/// </summary>
/// <param name="plans">The tables that are read.</param>
sealed class ForeignKeys(IReadOnlyList<TablePlan> plans)
{
    readonly SaltedHash _hash = new();
    readonly Dictionary<string, HashedKeys> _known = new(StringComparer.Ordinal);

    /// <summary>What to keep of the rows of a table that others name.</summary>
    public IReadOnlyList<Action> Keep(TablePlan plan, TableScan scan)
    {
        var keep = new List<Action>();
        foreach (var key in plans.SelectMany(other => other.Table.ForeignKeys).Where(key => key.Table == plan.Table.Name))
        {
            var columns = new KeyColumns(scan, key.OtherFields, _hash);
            if (!columns.IsThere || !_known.TryAdd(Name(key), new HashedKeys()))
                continue;
            var known = _known[Name(key)];
            keep.Add(() =>
            {
                if (columns.TryRead(out var hash))
                    known.Add(hash);
            });
        }

        return keep;
    }

    /// <summary>The check of a table whose rows name others; null when nothing is known of those.</summary>
    public ForeignKeyCheck? Check(TablePlan plan, TableScan scan, AnomalyCollector anomalies)
    {
        foreach (var key in plan.Table.ForeignKeys)
        {
            var columns = new KeyColumns(scan, key.Fields, _hash);
            if (columns.IsThere && _known.TryGetValue(Name(key), out var known))
                return new ForeignKeyCheck(plan.Table.Name, key, columns, known, scan, anomalies);
        }

        return null;
    }

    static string Name(ForeignKey key) => key.Table + ":" + string.Join(',', key.OtherFields);
}

/// <summary>Looks up the rows of one table.</summary>
sealed class ForeignKeyCheck(string table, ForeignKey key, KeyColumns columns, HashedKeys known, TableScan scan, AnomalyCollector anomalies)
{
    readonly string _expected = $"{key.Table} : {string.Join(" + ", key.OtherFields)}";

    /// <summary>Rows that name nobody.</summary>
    public long Orphans { get; private set; }

    /// <summary>Checks the current row.</summary>
    public void Check()
    {
        if (!columns.TryRead(out var hash) || known.Contains(hash))
            return;
        Orphans++;
        anomalies.Add(AnomalyCodes.ReferenceInconnue, table, scan.Line, key.Fields[0], scan.Raw(scan.IndexOf(key.Fields[0])), _expected);
    }
}
