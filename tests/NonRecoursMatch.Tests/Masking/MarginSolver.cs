namespace NonRecoursMatch.Tests.Masking;

/// <summary>
/// What a reader can tell of the cells that are not shown: the exact bounds of each under all sums at once, by the simplex method in fractions (Bland's
/// rule). It shares nothing with the code that masks.
/// </summary>
sealed class MarginSolver
{
    readonly List<string> _unknown;
    readonly Dictionary<string, long> _least;
    readonly List<Rational[]> _rows = [];
    readonly List<int> _basis = [];

    /// <summary>Reads the tables.</summary>
    /// <param name="shown">The count of each cell, null where it is not shown.</param>
    /// <param name="least">The least count that a cell that is not shown can be.</param>
    /// <param name="sums">Total and parts of each sum.</param>
    public MarginSolver(IReadOnlyDictionary<string, long?> shown, Func<string, long> least, IEnumerable<(string Total, IReadOnlyList<string> Parts)> sums)
    {
        _unknown = [.. shown.Where(cell => cell.Value is null).Select(cell => cell.Key)];
        _least = _unknown.ToDictionary(name => name, least);
        foreach (var (total, parts) in sums)
            AddSum(shown, total, parts);
        Begin();
    }

    int Width => _unknown.Count + _rows.Count;

    /// <summary>The cells of which only one count is possible.</summary>
    public IReadOnlyList<string> Derivable()
    {
        var derivable = new List<string>();
        for (var i = 0; i < _unknown.Count; i++)
        {
            var (low, high) = (-Greatest(i, -1)!.Value.Floor, Greatest(i, 1)?.Floor);
            if (high is not null && high <= low)
                derivable.Add($"{_unknown[i]} = {low + _least[_unknown[i]]}");
        }

        return derivable;
    }

    // Each unknown stands for what it has above its least, so that all are at least 0.
    void AddSum(IReadOnlyDictionary<string, long?> shown, string total, IReadOnlyList<string> parts)
    {
        var row = new Rational[_unknown.Count + 1];
        long rest = 0;
        foreach (var (name, sign) in parts.Select(part => (part, 1)).Prepend((total, -1)))
        {
            var at = _unknown.IndexOf(name);
            rest -= sign * (shown[name] ?? _least[name]);
            if (at >= 0)
                row[at] -= new Rational(-sign);
        }

        row[^1] = new Rational(rest);
        if (row.SkipLast(1).All(value => value.IsZero))
            row[^1].IsZero.ShouldBeTrue($"{total} is not the sum of its parts");
        else
            _rows.Add(rest < 0 ? [.. row.Select(value => -value)] : row);
    }

    /// <summary>A first possible solution: one more variable per sum takes all of it, then gives it back.</summary>
    void Begin()
    {
        var columns = _unknown.Count;
        for (var i = 0; i < _rows.Count; i++)
        {
            var wide = new Rational[columns + _rows.Count + 1];
            Array.Copy(_rows[i], wide, columns);
            wide[columns + i] = new Rational(1);
            wide[^1] = _rows[i][columns];
            _rows[i] = wide;
            _basis.Add(columns + i);
        }

        var cost = new Rational[Width + 1];
        for (var i = columns; i < Width; i++)
            cost[i] = new Rational(-1);
        Maximise(cost, Width).ShouldNotBeNull().IsZero.ShouldBeTrue("the exact counts are a solution");
        // A sum that follows from others keeps its own variable at 0: nothing can move it any more.
        for (var i = _rows.Count - 1; i >= 0; i--)
        {
            if (_basis[i] < columns)
                continue;
            var other = Array.FindIndex(_rows[i], 0, columns, value => !value.IsZero);
            if (other >= 0)
                Pivot(i, other);
        }
    }

    Rational? Greatest(int variable, int sign)
    {
        var cost = new Rational[Width + 1];
        cost[variable] = new Rational(sign);
        return Maximise(cost, _unknown.Count);
    }

    /// <summary>Maximises over the first columns; null when there is no limit.</summary>
    Rational? Maximise(Rational[] cost, int columns)
    {
        var reduced = (Rational[])cost.Clone();
        for (var i = 0; i < _rows.Count; i++)
            Subtract(reduced, _rows[i], reduced[_basis[i]]);
        while (Array.FindIndex(reduced, 0, columns, value => value.Sign > 0) is var entering && entering >= 0)
        {
            var leaving = -1;
            for (var i = 0; i < _rows.Count; i++)
            {
                if (_rows[i][entering].Sign <= 0)
                    continue;
                var better = leaving < 0 ? -1 : ((_rows[i][^1] / _rows[i][entering]) - (_rows[leaving][^1] / _rows[leaving][entering])).Sign;
                if (better < 0 || (better == 0 && _basis[i] < _basis[leaving]))
                    leaving = i;
            }

            if (leaving < 0)
                return null;
            Pivot(leaving, entering);
            Subtract(reduced, _rows[leaving], reduced[entering]);
        }

        return -reduced[^1];
    }

    void Pivot(int row, int column)
    {
        var pivot = _rows[row][column];
        for (var j = 0; j < _rows[row].Length; j++)
            _rows[row][j] /= pivot;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (i != row)
                Subtract(_rows[i], _rows[row], _rows[i][column]);
        }

        _basis[row] = column;
    }

    static void Subtract(Rational[] from, Rational[] row, Rational times)
    {
        if (times.IsZero)
            return;
        for (var j = 0; j < from.Length; j++)
        {
            if (!row[j].IsZero)
                from[j] -= times * row[j];
        }
    }
}
