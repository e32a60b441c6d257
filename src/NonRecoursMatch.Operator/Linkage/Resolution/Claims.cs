using System.Buffers.Binary;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>
/// One to one: a person has at most one record in each source without NIR. Where two of a source claim the same person, the better one joins only
/// with a clear margin; else none does, and both are reported. Layout of a claim: source (1), founded (1), kind (1), exact (1), weight (8).
/// </summary>
sealed class Claims : IDisposable
{
    const int Size = 4 + sizeof(double);

    readonly SortSpool _spool;
    readonly Outcomes _outcomes;
    readonly byte[] _payload = new byte[Size];

    /// <summary>No claim yet.</summary>
    public Claims(IReadOnlyList<LinkSource> sources, string folder, Outcomes outcomes)
    {
        _spool = new SortSpool(Path.Combine(folder, "demandes"), sources.Sum(source => source.Persons) * (Size + 36));
        _outcomes = outcomes;
    }

    /// <summary>Adds the claim of a record.</summary>
    public void Add(Bearer record, Claim claim)
    {
        _payload[0] = checked((byte)record.Source);
        _payload[1] = claim.Founded ? (byte)1 : (byte)0;
        _payload[2] = (byte)claim.Kind;
        _payload[3] = claim.Exact ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteDoubleLittleEndian(_payload.AsSpan(4), claim.Weight);
        _spool.Add(claim.Person, record.Handle, _payload);
    }

    /// <summary>Decides every claim.</summary>
    public void Resolve(CancellationToken stop)
    {
        foreach (var rows in _spool.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                ResolvePerson(rows, start, end);
                start = end;
            }
        }
    }

    public void Dispose() => _spool.Dispose();

    void ResolvePerson(SortedRows rows, int start, int end)
    {
        var claims = new List<(Bearer Record, Claim Claim)>(end - start);
        for (var i = start; i < end; i++)
            claims.Add(Read(rows, i));
        var accepted = new List<(Bearer Record, Claim Claim)>();
        foreach (var source in claims.GroupBy(claim => claim.Record.Source))
        {
            // Ties cannot depend on order: the handle only decides between claims that both fall.
            var best = source.OrderByDescending(claim => claim.Claim.Weight).ThenBy(claim => claim.Record.Handle).ToList();
            var clear = best.Count == 1 || best[0].Claim.Weight - best[1].Claim.Weight >= Decision.LeastMargin;
            foreach (var claim in best)
            {
                if (clear && claim == best[0])
                    accepted.Add(claim);
                else
                    _outcomes.Review(claim.Record, ReviewReason.Tie, null);
            }
        }

        // A person without NIR exists through two records at least.
        var exists = accepted.Count > 1 || !accepted.Exists(claim => claim.Claim.Founded);
        foreach (var (record, claim) in accepted)
        {
            if (!exists)
            {
                _outcomes.Review(record, ReviewReason.Tie, null);
                continue;
            }

            _outcomes.Join(record, claim.Person, claim.Exact ? LinkPass.Exacte : LinkPass.Tolerante, claim.Kind, claim.Weight);
            _outcomes.Statistics.AddLink(record.Source, claim.Exact, claim.Kind, claim.Weight);
        }
    }

    static (Bearer Record, Claim Claim) Read(SortedRows rows, int row)
    {
        var payload = rows.Payload(row);
        return (
            new Bearer(payload[0], rows.Minor(row), null),
            new Claim(rows.Major(row), payload[1] != 0, (LinkKind)payload[2], BinaryPrimitives.ReadDoubleLittleEndian(payload[4..]), payload[3] != 0));
    }
}
