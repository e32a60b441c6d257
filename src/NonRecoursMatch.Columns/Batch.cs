namespace NonRecoursMatch.Columns;

/// <summary>Columns of equal length: what a stage holds at one time, never a whole table.</summary>
public sealed class Batch
{
    /// <summary>An empty batch of the given columns.</summary>
    public Batch(TableSchema schema)
    {
        Schema = schema;
        Columns = [.. schema.Fields.Select(field => new Column(field))];
    }

    /// <summary>Names and types.</summary>
    public TableSchema Schema { get; }

    /// <summary>The columns, in the order of the schema.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Number of complete rows.</summary>
    public int Length => Columns.Count == 0 ? 0 : Columns[^1].Length;

    /// <summary>The column called <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Column this[string name] => Find(name) ?? throw new KeyNotFoundException($"no column {name}");

    /// <summary>The column called <paramref name="name"/>, or null: an optional column that the sender did not ship.</summary>
    public Column? Find(string name)
    {
        var index = Schema.IndexOf(name);
        return index < 0 ? null : Columns[index];
    }

    /// <summary>Forgets every row and keeps the memory.</summary>
    public void Clear()
    {
        foreach (var column in Columns)
            column.Clear();
    }
}
