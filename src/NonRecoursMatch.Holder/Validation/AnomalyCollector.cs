namespace NonRecoursMatch.Holder.Validation;

/// <summary>Counts every anomaly and keeps the first ones of each code and column, so that a file where every row is wrong costs no memory.</summary>
public sealed class AnomalyCollector(int keptPerCode = AnomalyCollector.DefaultKept)
{
    /// <summary>Anomalies kept per code and column unless told otherwise.</summary>
    public const int DefaultKept = 20;

    readonly Dictionary<(AnomalyCode Code, string Table, string? Column), Bucket> _buckets = [];
    readonly Dictionary<string, IReadOnlyDictionary<string, string>> _names = new(StringComparer.Ordinal);

    /// <summary>Whether an anomaly makes the extract unusable.</summary>
    public bool Blocked => FileAnomalies > 0;

    /// <summary>Number of anomalies that make the extract unusable.</summary>
    public long FileAnomalies { get; private set; }

    /// <summary>What was collected, by severity, then code, table and column.</summary>
    public IReadOnlyList<AnomalyGroup> Groups =>
    [
        .. _buckets.Select(pair => new AnomalyGroup(pair.Key.Code, pair.Key.Table, pair.Key.Column, pair.Value.Count, pair.Value.First))
            .OrderBy(group => group.Code.Severity).ThenBy(group => group.Code.Code, StringComparer.Ordinal)
            .ThenBy(group => group.Table, StringComparer.Ordinal).ThenBy(group => group.Column, StringComparer.Ordinal),
    ];

    /// <summary>Says what a partner calls the columns of a table: its anomalies speak of those.</summary>
    /// <param name="table">Table.</param>
    /// <param name="columns">Field of the format -> column of the partner; null when they are called as in the format.</param>
    public void Name(string table, IReadOnlyDictionary<string, string>? columns)
    {
        if (columns is not null)
            _names[table] = columns;
    }

    /// <summary>Adds an anomaly about a value.</summary>
    /// <param name="code">Kind.</param>
    /// <param name="table">Table.</param>
    /// <param name="line">Physical line.</param>
    /// <param name="column">Column of the format.</param>
    /// <param name="value">The value: only its shape is kept.</param>
    /// <param name="expected">What the format says.</param>
    public void Add(AnomalyCode code, string table, long line, string? column, ReadOnlySpan<byte> value, string expected)
    {
        var shown = Shown(table, column);
        var bucket = Bucket(code, table, shown);
        if (bucket.Count++ < keptPerCode)
            bucket.First.Add(new Anomaly(code, table, line, shown, ValueShape.Of(value), expected));
    }

    /// <summary>Adds an anomaly about the file.</summary>
    /// <param name="code">Kind.</param>
    /// <param name="table">Table.</param>
    /// <param name="column">Column, or null.</param>
    /// <param name="found">A count, a sum, a declared word of the sidecar: nothing from a cell.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="line">Physical line, when there is one.</param>
    public void AddFile(AnomalyCode code, string table, string? column = null, string found = "", string expected = "", long line = 0)
    {
        var shown = Shown(table, column);
        var bucket = Bucket(code, table, shown);
        if (bucket.Count++ < keptPerCode)
            bucket.First.Add(new Anomaly(code, table, line, shown, found, expected));
    }

    string? Shown(string table, string? column) => column is not null && _names.TryGetValue(table, out var columns) ? columns.GetValueOrDefault(column, column) : column;

    Bucket Bucket(AnomalyCode code, string table, string? column)
    {
        FileAnomalies += code.Severity == Severity.Fichier ? 1 : 0;
        if (!_buckets.TryGetValue((code, table, column), out var bucket))
            _buckets.Add((code, table, column), bucket = new Bucket());
        return bucket;
    }
}

sealed class Bucket
{
    public List<Anomaly> First { get; } = [];

    public long Count { get; set; }
}
