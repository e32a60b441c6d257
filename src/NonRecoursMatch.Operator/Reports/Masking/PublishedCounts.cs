using System.Text.Json.Nodes;

namespace NonRecoursMatch.Operator.Reports.Masking;

/// <summary>
/// All counts that are published together, and the sums that they obey. Small counts are masked (loi 51-711, R-12), then the smallest others of the
/// sums that would give one away, until none can be derived from all tables together. One mark stands for both: it does not say which is small.
/// Nothing at all stays "0": it is nobody's count.
/// </summary>
/// <param name="minimum">Smallest count shown.</param>
sealed class PublishedCounts(int minimum)
{
    /// <summary>What is written in place of a masked count.</summary>
    public const string Mark = "masqué";

    readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    readonly List<Relation> _relations = [];

    /// <summary>The count as a reader sees it; null when masked.</summary>
    public long? this[string name] => _cells[name] is { Known: true } cell ? cell.Count : null;

    /// <summary>Every count, hidden ones too.</summary>
    public IReadOnlyCollection<string> Names => _cells.Keys;

    /// <summary>The sums that a reader can make.</summary>
    public IEnumerable<(string Total, IReadOnlyList<string> Parts)> Sums
        => _relations.Select(relation => (relation.Total.Name, (IReadOnlyList<string>)[.. relation.Parts.Select(part => part.Name)]));

    /// <summary>Whether a mark stands for the count.</summary>
    public bool IsMasked(string name) => _cells[name].Masked;

    /// <summary>Whether there is such a count.</summary>
    public bool Has(string name) => _cells.ContainsKey(name);

    /// <summary>Publishes a count; its name is its path in the tables.</summary>
    public string Add(string name, long count) => Add(new Cell(name, count, hidden: false));

    /// <summary>Adds a count that no table shows, but that a published sum contains.</summary>
    public string Hide(string name, long count) => Add(new Cell(name, count, hidden: true));

    /// <summary>Says that a reader can tell the total from the parts, where these counts do obey that sum.</summary>
    public void Sum(string total, params IEnumerable<string> parts)
    {
        var relation = new Relation(_cells[total], [.. parts.Select(part => _cells[part])]);
        if (relation.Total.Count != relation.Parts.Sum(part => part.Count))
            return;
        _relations.Add(relation);
        foreach (var cell in relation.Cells)
            cell.Relations.Add(relation);
    }

    /// <summary>Masks what must be.</summary>
    public void Suppress()
    {
        foreach (var cell in _cells.Values)
            cell.Masked = !cell.Hidden && IsSmall(cell.Count);
        while (Complement() is { } cell)
            cell.Masked = true;
    }

    /// <summary>The counts by path, a mark where masked.</summary>
    public JsonObject Tree()
    {
        var tree = new JsonObject();
        foreach (var cell in _cells.Values.Where(cell => !cell.Hidden).OrderBy(cell => cell.Name, StringComparer.Ordinal))
        {
            var path = cell.Name.Split('/');
            var node = tree;
            foreach (var part in path.SkipLast(1))
                node = (node[part] ??= new JsonObject()).AsObject();
            node[path[^1]] = cell.Known ? cell.Count : Mark;
        }

        return tree;
    }

    string Add(Cell cell)
    {
        _cells.Add(cell.Name, cell);
        return cell.Name;
    }

    bool IsSmall(long count) => count > 0 && count < minimum;

    /// <summary>The next cell to mask for the sake of another; null when none is exposed.</summary>
    Cell? Complement()
        => _relations.Where(Exposes).Select(relation => Smallest([relation])).FirstOrDefault(cell => cell is not null)
            ?? _cells.Values.Where(cell => cell.Masked && !Alternatives.Exist(cell)).Select(Nearest).FirstOrDefault(cell => cell is not null);

    /// <summary>What a total less its shown parts leaves is a count too: it must be of several cells, and not small.</summary>
    bool Exposes(Relation relation)
    {
        var unknown = relation.Parts.Where(part => !part.Known).ToList();
        return relation.Total.Known
            ? unknown.Exists(part => part.Masked) && (unknown.Count == 1 || IsSmall(unknown.Sum(part => part.Count)))
            : relation.Total.Masked && unknown.Count == 0;
    }

    /// <summary>The smallest shown cell of the sums of a cell, else of the sums that these are tied to by unknown cells.</summary>
    static Cell? Nearest(Cell cell)
    {
        var seen = new HashSet<Relation>(cell.Relations, ReferenceEqualityComparer.Instance);
        for (List<Relation> ring = cell.Relations; ring.Count > 0;)
        {
            if (Smallest(ring) is { } smallest)
                return smallest;
            ring = [.. ring.SelectMany(relation => relation.Cells).Where(other => !other.Known).SelectMany(other => other.Relations).Where(seen.Add)];
        }

        return null;
    }

    /// <summary>Totals come last: masking one hides more.</summary>
    static Cell? Smallest(IReadOnlyList<Relation> relations)
        => OfThese(relations.SelectMany(relation => relation.Parts)) ?? OfThese(relations.Select(relation => relation.Total));

    static Cell? OfThese(IEnumerable<Cell> cells) => cells.Where(cell => cell.Known && cell.Count > 0).MinBy(cell => (cell.Count, cell.Name), s_order);

    static readonly Comparer<(long Count, string Name)> s_order = Comparer<(long Count, string Name)>.Create(
        (one, other) => one.Count != other.Count ? one.Count.CompareTo(other.Count) : string.CompareOrdinal(one.Name, other.Name));
}
