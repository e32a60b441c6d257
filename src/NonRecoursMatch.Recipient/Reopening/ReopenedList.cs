using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>The rows of a list with the recipient's own references. Memory grows with the list, not with the handle table.</summary>
public sealed class ReopenedList
{
    readonly Dictionary<Key128, string> _references;

    ReopenedList(Dictionary<Key128, string> references, IReadOnlyList<Key128> unknown)
    {
        _references = references;
        Unknown = unknown;
    }

    /// <summary>Handles of the list that no table of this body has: none is expected (invariant I2).</summary>
    public IReadOnlyList<Key128> Unknown { get; }

    /// <summary>Number of persons found.</summary>
    public int Count => _references.Count;

    /// <summary>The body's own reference for a handle, parts joined with <c>|</c>; null when it is unknown.</summary>
    public string? ReferenceOf(Key128 handle) => _references.GetValueOrDefault(handle);

    /// <summary>Finds the references of the handles of a list in the tables of one body; a list of a body with several sources needs several tables.</summary>
    /// <param name="handles">Handles of the list.</param>
    /// <param name="tables">Handle tables: path, secret, source id.</param>
    /// <param name="month">Reference month.</param>
    /// <exception cref="KeyRefusedException">A table does not open with its secret.</exception>
    public static ReopenedList Open(IEnumerable<Key128> handles, IEnumerable<(string Path, HolderSecret Secret, string Source)> tables, YearMonth month)
    {
        var wanted = handles.ToHashSet();
        var found = new Dictionary<Key128, string>(wanted.Count);
        foreach (var (path, secret, source) in tables)
        {
            foreach (var (handle, reference) in HandleTable.Read(path, secret, source, month))
            {
                if (wanted.Contains(handle))
                    found[handle] = reference;
            }
        }

        return new ReopenedList(found, [.. wanted.Where(handle => !found.ContainsKey(handle)).Order()]);
    }

    /// <summary>Always masked: it holds references.</summary>
    public override string ToString() => "•••";
}
