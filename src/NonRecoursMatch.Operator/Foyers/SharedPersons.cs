using System.Runtime.InteropServices;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Counts the persons that two sources have in common, by what links their records.</summary>
sealed class SharedPersons(IReadOnlyList<ReceivedPackage> packages)
{
    readonly Dictionary<int, string> _names = packages.ToDictionary(package => package.Index, package => package.Source.Id);
    readonly SortedDictionary<string, IReadOnlyDictionary<string, long>> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts by <c>source|source</c>, then <c>nir</c>, <c>certain</c> or <c>probable</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Counts => _counts;

    /// <summary>Counts the records of one person.</summary>
    public void Add(List<RecordFacts> records)
    {
        var span = CollectionsMarshal.AsSpan(records);
        for (var i = 0; i < span.Length; i++)
        {
            for (var j = i + 1; j < span.Length; j++)
            {
                if (span[i].Source != span[j].Source)
                    Add(Math.Min(span[i].Source, span[j].Source), Math.Max(span[i].Source, span[j].Source), Weaker(span[i].Link, span[j].Link));
            }
        }
    }

    void Add(int left, int right, string link)
    {
        var pair = $"{_names[left]}|{_names[right]}";
        if (!_counts.TryGetValue(pair, out var known))
            _counts[pair] = known = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var counts = (SortedDictionary<string, long>)known;
        counts[link] = counts.GetValueOrDefault(link) + 1;
    }

    static string Weaker(LinkKind one, LinkKind other)
        => one == LinkKind.Probable || other == LinkKind.Probable ? "probable"
            : one == LinkKind.Strong && other == LinkKind.Strong ? "nir"
            : "certain";
}
