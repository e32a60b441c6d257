namespace NonRecoursMatch.Operator.Reports.Masking;

/// <summary>A count that is published, or one that stays hidden but that published sums speak of.</summary>
/// <param name="name">Path in the published tables.</param>
/// <param name="count">The exact count.</param>
/// <param name="hidden">Whether no table ever shows it.</param>
sealed class Cell(string name, long count, bool hidden)
{
    public string Name { get; } = name;

    public long Count { get; } = count;

    public bool Hidden { get; } = hidden;

    /// <summary>Whether the tables show a mark in place of the count.</summary>
    public bool Masked { get; set; }

    /// <summary>Whether a reader of the tables sees the count.</summary>
    public bool Known => !Masked && !Hidden;

    /// <summary>The least that a reader must think possible: nothing at all is never masked, so a mark stands for one person at least.</summary>
    public long Least => Hidden ? 0 : 1;

    /// <summary>The sums that it is in, as total or as part.</summary>
    public List<Relation> Relations { get; } = [];
}

/// <summary>A sum that a reader can make: the total is the sum of the parts.</summary>
sealed record Relation(Cell Total, IReadOnlyList<Cell> Parts)
{
    public IEnumerable<Cell> Cells => Parts.Prepend(Total);

    /// <summary>By how much the balance of the sum moves when a cell grows by one.</summary>
    public int SignOf(Cell cell) => ReferenceEquals(cell, Total) ? 1 : -1;
}
