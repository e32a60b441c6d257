using System.Buffers.Binary;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>
/// Links between two records without NIR that no person with a NIR claims: both must be the best of the other. The earlier source founds the
/// person; a record joins a founder that it resembles itself, never through a third one. Layout: own source (1), other source (1), kind (1),
/// own handle first (1), weight (8).
/// </summary>
sealed class Proposals : IDisposable
{
    const int Size = 4 + sizeof(double);

    readonly SortSpool _spool;
    readonly Outcomes _outcomes;
    readonly byte[] _payload = new byte[Size];

    /// <summary>No proposal yet.</summary>
    public Proposals(IReadOnlyList<LinkSource> sources, string folder, Outcomes outcomes)
    {
        _spool = new SortSpool(Path.Combine(folder, "propositions"), sources.Sum(source => source.Persons) * (Size + 36));
        _outcomes = outcomes;
    }

    /// <summary>Adds what a record proposes to another.</summary>
    public void Add(Bearer record, Pair pair, LinkKind kind)
    {
        var first = record.Handle < pair.Other.Handle;
        _payload[0] = checked((byte)record.Source);
        _payload[1] = checked((byte)pair.Other.Source);
        _payload[2] = (byte)kind;
        _payload[3] = first ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteDoubleLittleEndian(_payload.AsSpan(4), pair.Weight);
        _spool.Add(first ? record.Handle : pair.Other.Handle, first ? pair.Other.Handle : record.Handle, _payload);
    }

    /// <summary>Decides every proposal.</summary>
    public void Resolve(CancellationToken stop)
    {
        var founders = new Dictionary<Bearer, Founder>();
        foreach (var rows in _spool.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < rows.Count; i++)
            {
                if (i + 1 < rows.Count && rows.Major(i) == rows.Major(i + 1) && rows.Minor(i) == rows.Minor(i + 1))
                    Accept(founders, rows, i++);
                else
                    Refuse(rows, i);
            }
        }

        Found(founders);
    }

    public void Dispose() => _spool.Dispose();

    /// <summary>The later source's record keeps its earliest partner.</summary>
    static void Accept(Dictionary<Bearer, Founder> founders, SortedRows rows, int row)
    {
        var (record, other, kind, weight) = Read(rows, row);
        var (early, late) = record.Source < other.Source ? (record, other) : (other, record);
        if (!founders.TryGetValue(late, out var known) || early.Source < known.Record.Source)
            founders[late] = new Founder(early, kind, weight);
    }

    void Refuse(SortedRows rows, int row)
    {
        var (record, other, _, weight) = Read(rows, row);
        _outcomes.Review(record, ReviewReason.Tie, new Pair(other, default, weight));
    }

    void Found(Dictionary<Bearer, Founder> founders)
    {
        var founding = new Dictionary<Bearer, Founder>();
        foreach (var (record, founder) in founders.OrderBy(pair => pair.Key.Source).ThenBy(pair => pair.Key.Handle))
        {
            if (founders.ContainsKey(founder.Record))
            {
                _outcomes.Review(record, ReviewReason.Tie, new Pair(founder.Record, default, founder.Weight));
                continue;
            }

            var person = ExactRule.FoundedBy(founder.Record.Source, founder.Record.Handle);
            _outcomes.Join(record, person, LinkPass.Tolerante, founder.Kind, founder.Weight);
            _outcomes.Statistics.AddLink(record.Source, exact: false, founder.Kind, founder.Weight);
            // The founder is as sure as the surest of those that join it.
            if (!founding.TryGetValue(founder.Record, out var known) || founder.Weight > known.Weight)
                founding[founder.Record] = founder;
        }

        foreach (var (record, best) in founding)
            _outcomes.Join(record, ExactRule.FoundedBy(record.Source, record.Handle), LinkPass.Tolerante, best.Kind, best.Weight);
    }

    static (Bearer Record, Bearer Other, LinkKind Kind, double Weight) Read(SortedRows rows, int row)
    {
        var payload = rows.Payload(row);
        var (own, other) = payload[3] != 0 ? (rows.Major(row), rows.Minor(row)) : (rows.Minor(row), rows.Major(row));
        return (new Bearer(payload[0], own, null), new Bearer(payload[1], other, null), (LinkKind)payload[2], BinaryPrimitives.ReadDoubleLittleEndian(payload[4..]));
    }

    readonly record struct Founder(Bearer Record, LinkKind Kind, double Weight);
}
