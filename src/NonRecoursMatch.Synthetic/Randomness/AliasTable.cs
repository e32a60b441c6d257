namespace NonRecoursMatch.Synthetic.Randomness;

/// <summary>Draws a position in proportion to its weight in constant time (Walker's alias method, as built by Vose).</summary>
internal sealed class AliasTable
{
    readonly double[] _keep;
    readonly int[] _other;

    /// <summary>Prepares the table.</summary>
    /// <param name="weights">At least one weight above 0; none below.</param>
    public AliasTable(IReadOnlyList<double> weights)
    {
        var count = weights.Count;
        var total = weights.Sum();
        if (count == 0 || !(total > 0))
            throw new ArgumentException("at least one weight must be above 0", nameof(weights));
        _keep = new double[count];
        _other = new int[count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            _keep[i] = weights[i] * count / total;
            _other[i] = i;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var low = small.Pop();
            var high = large.Pop();
            _other[low] = high;
            _keep[high] -= 1 - _keep[low];
            (_keep[high] < 1 ? small : large).Push(high);
        }

        while (small.TryPop(out var rest))
            _keep[rest] = 1;
        while (large.TryPop(out var rest))
            _keep[rest] = 1;
    }

    /// <summary>A position.</summary>
    public int Draw(Xoshiro random)
    {
        var at = random.Below(_keep.Length);
        return random.Unit() < _keep[at] ? at : _other[at];
    }
}
