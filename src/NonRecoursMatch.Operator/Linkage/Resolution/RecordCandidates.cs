using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>A record that another may be joined to, with their agreement and its weight.</summary>
readonly record struct Pair(Bearer Other, Agreement Agreement, double Weight);

/// <summary>All candidates of one record, one pair per other record. One object is reused for every record.</summary>
sealed class RecordCandidates(Func<Agreement, int, int, double> weight)
{
    List<Pair> _pairs = [];
    Func<Agreement, int, int, double> _weight = weight;

    /// <summary>The record: its source and handle; it has no NIR.</summary>
    public Bearer Record { get; private set; }

    /// <summary>The pairs, in the order of the other's handle.</summary>
    public IReadOnlyList<Pair> Pairs => _pairs;

    /// <summary>Whether an identity token is several persons', or two tokens designate two.</summary>
    public bool Ambiguous { get; private set; }

    /// <summary>The only person that identity tokens designate.</summary>
    public Key128? Designated { get; private set; }

    /// <summary>That person has no NIR.</summary>
    public bool DesignatedFounded { get; private set; }

    /// <summary>The record has identity tokens, and nobody else bears one.</summary>
    public bool NobodyElse { get; private set; }

    /// <summary>Loads the run of rows that starts at <paramref name="start"/>.</summary>
    /// <param name="source">Source of the record.</param>
    /// <param name="rows">Candidates by record and other record.</param>
    /// <param name="start">First row of the run.</param>
    /// <param name="end">End of the run.</param>
    public void Load(int source, SortedRows rows, int start, int end)
    {
        Record = new Bearer(source, rows.Major(start), null);
        _pairs.Clear();
        (Ambiguous, Designated) = (false, null);
        var (tokens, others) = (0, 0);
        for (var i = start; i < end; i++)
        {
            var candidate = new Candidate(rows.Payload(i));
            if (candidate.Says is { } says)
            {
                tokens++;
                others += says == TokenSays.Nobody ? 0 : 1;
                Hear(says, candidate);
            }
            else
            {
                Add(candidate);
            }
        }

        NobodyElse = tokens > 0 && others == 0;
        if (Ambiguous)
            Designated = null;
    }

    /// <summary>A copy that stays when this object goes on to the next record, with the pairs that weigh enough.</summary>
    public RecordCandidates Keep(double leastWeight)
    {
        var kept = (RecordCandidates)MemberwiseClone();
        kept._pairs = [.. _pairs.Where(pair => pair.Weight >= leastWeight)];
        return kept;
    }

    /// <summary>The same pairs with the weights of another model.</summary>
    public void Reweigh(Func<Agreement, int, int, double> weight)
    {
        _weight = weight;
        for (var i = 0; i < _pairs.Count; i++)
            _pairs[i] = _pairs[i] with { Weight = weight(_pairs[i].Agreement, Record.Source, _pairs[i].Other.Source) };
    }

    void Hear(TokenSays says, Candidate candidate)
    {
        Ambiguous |= says == TokenSays.Several;
        if (says is not (TokenSays.One or TokenSays.Founded))
            return;
        // A person with a NIR is preferred to one that only records without NIR make: they are then one.
        if (Designated is not null && DesignatedFounded != (says == TokenSays.Founded))
        {
            if (says == TokenSays.Founded)
                return;
            Designated = null;
        }

        Ambiguous |= Designated is { } other && other != candidate.Designated;
        (Designated, DesignatedFounded) = (candidate.Designated, says == TokenSays.Founded);
    }

    /// <summary>A pair that shares several anchors was compared under each: the worst agreement counts, the others were chance.</summary>
    void Add(Candidate candidate)
    {
        var other = candidate.Other;
        var pair = new Pair(other, candidate.Agreement, _weight(candidate.Agreement, Record.Source, other.Source));
        if (_pairs.Count > 0 && _pairs[^1].Other == other)
        {
            if (pair.Weight < _pairs[^1].Weight)
                _pairs[^1] = pair;
        }
        else
        {
            _pairs.Add(pair);
        }
    }
}
