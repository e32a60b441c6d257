using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>Collects outcomes by record, one spool per source, and the review queue.</summary>
sealed class Outcomes : IDisposable
{
    readonly Dictionary<int, SortSpool> _spools;
    readonly ColumnFileWriter _review;
    readonly byte[] _payload = new byte[Outcome.Size];

    /// <summary>Nothing yet.</summary>
    /// <param name="sources">The packages.</param>
    /// <param name="folder">Where rows are spilled.</param>
    /// <param name="review">The review queue; its columns are those of <see cref="ReviewFile"/>.</param>
    /// <param name="statistics">Receives the counts.</param>
    public Outcomes(IReadOnlyList<LinkSource> sources, string folder, ColumnFileWriter review, LinkStatistics statistics)
    {
        _spools = sources.ToDictionary(source => source.Index, source => new SortSpool(Path.Combine(folder, "issues-" + source.Name), source.Persons * (Outcome.Size + 36)));
        _review = review;
        Statistics = statistics;
    }

    Dictionary<Bearer, Key128>? _settled;

    /// <summary>Whether reviews and lone records count: they do in the last round.</summary>
    public bool ReviewsCount { get; set; } = true;

    /// <summary>Counts.</summary>
    public LinkStatistics Statistics { get; }

    /// <summary>The outcomes of a source by handle.</summary>
    public SortSpool this[int source] => _spools[source];

    /// <summary>Keeps in memory who is linked: for two files, not for a campaign.</summary>
    public void RememberSettled() => _settled = [];

    /// <summary>Whether a record is linked.</summary>
    public bool IsSettled(Bearer record) => _settled?.ContainsKey(record with { Nir = null }) == true;

    /// <summary>Whether two records are linked to each other.</summary>
    public bool AreLinked(Bearer one, Bearer other)
        => _settled is not null && _settled.TryGetValue(one with { Nir = null }, out var person) && (other.Nir == person || (_settled.TryGetValue(other with { Nir = null }, out var same) && same == person));

    /// <summary>Number of records of a source that are linked.</summary>
    public long SettledOf(int source) => _settled?.Keys.Count(record => record.Source == source) ?? 0;

    /// <summary>The record joins a person.</summary>
    public void Join(Bearer record, Key128 person, LinkPass pass, LinkKind kind, double weight)
    {
        _settled?.TryAdd(record with { Nir = null }, person);
        Add(record, new Outcome(kind, pass, Outcome.Stored(weight), person));
    }

    /// <summary>Nobody bears the record's tokens, nobody resembles it.</summary>
    public void Sole(Bearer record)
    {
        if (ReviewsCount)
            Add(record, new Outcome(LinkKind.Sole, default, 0, default));
    }

    /// <summary>The record joins nobody; a human would have to look at it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reason">Why.</param>
    /// <param name="pair">The pair to look at, when there is one.</param>
    public void Review(Bearer record, ReviewReason reason, Pair? pair)
    {
        if (!ReviewsCount)
            return;
        Statistics.AddReview(record.Source, reason);
        Add(record, new Outcome(LinkKind.Review, default, 0, default));
        if (pair is { } looked)
            AddReviewed(record, looked);
    }

    public void Dispose()
    {
        foreach (var spool in _spools.Values)
            spool.Dispose();
    }

    void Add(Bearer record, Outcome outcome)
    {
        outcome.Write(_payload);
        _spools[record.Source].Add(record.Handle, default, _payload);
    }

    void AddReviewed(Bearer record, Pair pair)
    {
        var columns = _review.Batch.Columns;
        columns[0].Append(record.Source);
        columns[1].Append(record.Handle);
        columns[2].Append(pair.Other.Source);
        columns[3].Append(pair.Other.Handle);
        columns[4].Append(Outcome.Stored(pair.Weight));
        _review.RowDone();
    }
}
