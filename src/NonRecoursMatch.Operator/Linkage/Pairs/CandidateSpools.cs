using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>The candidates of every record without NIR, spilled by its handle, one spool per source.</summary>
sealed class CandidateSpools : IDisposable
{
    /// <summary>Candidates per record that the partitions are planned for.</summary>
    const int Expected = 40;

    readonly Dictionary<int, SortSpool> _spools;
    readonly byte[] _payload = new byte[Candidate.Size];

    /// <summary>Empty spools.</summary>
    public CandidateSpools(IReadOnlyList<LinkSource> sources, string folder)
        => _spools = sources.ToDictionary(source => source.Index, source => new SortSpool(Path.Combine(folder, "candidats-" + source.Name), source.Persons * (Candidate.Size + 36) * Expected));

    /// <summary>The candidates of one source.</summary>
    public SortSpool this[int source] => _spools[source];

    /// <summary>Adds a pair to the record.</summary>
    public void Add(Bearer record, Bearer other, Agreement agreement)
    {
        Candidate.Write(_payload, other, agreement);
        _spools[record.Source].Add(record.Handle, other.Handle, _payload);
    }

    /// <summary>Adds what a token says of the record.</summary>
    public void Add(Bearer record, TokenSays says, Key128 designated)
    {
        Candidate.Write(_payload, says, designated);
        _spools[record.Source].Add(record.Handle, default, _payload);
    }

    /// <summary>Every record with its candidates, by source and handle; the same object each time.</summary>
    /// <param name="weight">Weight of an agreement between two sources.</param>
    /// <param name="stop">Interrupts.</param>
    public IEnumerable<RecordCandidates> Records(Func<Agreement, int, int, double> weight, CancellationToken stop)
    {
        var record = new RecordCandidates(weight);
        foreach (var (source, spool) in _spools.OrderBy(spool => spool.Key))
        {
            foreach (var rows in spool.LoadAll())
            {
                stop.ThrowIfCancellationRequested();
                for (var start = 0; start < rows.Count;)
                {
                    var end = rows.EndOfRun(start);
                    record.Load(source, rows, start, end);
                    yield return record;
                    start = end;
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var spool in _spools.Values)
            spool.Dispose();
    }
}
