using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Tokens;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>Spills the candidates of records without NIR by their handle, one file per source.</summary>
sealed class CandidateSpools
{
    /// <summary>Candidates per record that the buckets are planned for.</summary>
    const int Expected = 40;

    readonly Dictionary<int, SpoolWriter> _spools;
    readonly byte[] _payload = new byte[Candidate.Size];

    /// <summary>Empty files in a partition.</summary>
    public CandidateSpools(IReadOnlyList<LinkSource> sources, PartitionOutput output)
        => _spools = sources.ToDictionary(source => source.Index, source => output.Spool(NameOf(source), source.Persons * (Candidate.Size + 36) * Expected));

    /// <summary>Name of the file of a source.</summary>
    public static string NameOf(LinkSource source) => "candidats-" + source.Name;

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
}
