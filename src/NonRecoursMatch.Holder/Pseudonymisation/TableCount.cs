using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>Counts of one table, for its closing balance.</summary>
sealed class TableCount(string table)
{
    readonly SortedDictionary<string, long> _drops = new(StringComparer.Ordinal);

    /// <summary>Table name.</summary>
    public string Table { get; } = table;

    /// <summary>Data rows of the file.</summary>
    public long RowsIn { get; set; }

    /// <summary>Rows of the package.</summary>
    public long RowsOut { get; set; }

    /// <summary>Rows with an error of their own, later rows of a person already there, and persons whom nothing tells apart.</summary>
    public long Rejected { get; set; }

    /// <summary>Counts a row left out.</summary>
    public void Drop(string cause) => _drops[cause] = _drops.GetValueOrDefault(cause) + 1;

    /// <summary>The balance.</summary>
    /// <exception cref="InvalidOperationException">It does not close: a row was lost.</exception>
    public Balance Close()
    {
        var balance = new Balance(RowsIn, RowsOut, _drops);
        return balance.Closes ? balance : throw new InvalidOperationException($"the balance of table {Table} does not close");
    }
}
