namespace NonRecoursMatch.Operator.Reports.Masking;

/// <summary>
/// Looks for other counts that the published ones allow just as well: a masked cell moves by one, and other unknown cells make up for it in every
/// sum. When they are found, the cell cannot be derived from all tables together.
/// </summary>
sealed class Alternatives
{
    // Enough for any table that occurs; a search that is given up only leads to one more masked cell.
    const int MostSteps = 20_000;

    readonly HashSet<Cell> _moved = [];
    readonly List<Relation> _touched = [];
    readonly Dictionary<Relation, int> _gaps = new(ReferenceEqualityComparer.Instance);
    int _steps;

    /// <summary>Whether the cell can be another count than it is.</summary>
    public static bool Exist(Cell cell) => new Alternatives().Try(cell, 1) || new Alternatives().Try(cell, -1);

    bool Try(Cell cell, int by)
    {
        if (cell.Count + by < cell.Least || !_moved.Add(cell))
            return false;
        Move(cell, by);
        if (Close())
            return true;
        Move(cell, -by);
        _moved.Remove(cell);
        return false;
    }

    /// <summary>Makes up for the first sum that does not hold; done when all do.</summary>
    bool Close()
    {
        if (_touched.Find(relation => _gaps[relation] != 0) is not { } open)
            return true;
        if (++_steps > MostSteps)
            return false;
        // Cells of this sum only come first: they upset no other.
        return open.Cells.Where(cell => !cell.Known).OrderBy(cell => cell.Relations.Count).ThenByDescending(cell => cell.Count).ThenBy(cell => cell.Name, StringComparer.Ordinal)
            .Any(cell => Try(cell, -_gaps[open] * open.SignOf(cell)));
    }

    void Move(Cell cell, int by)
    {
        foreach (var relation in cell.Relations)
        {
            if (!_gaps.TryGetValue(relation, out var gap))
                _touched.Add(relation);
            _gaps[relation] = gap + (by * relation.SignOf(cell));
        }
    }
}
