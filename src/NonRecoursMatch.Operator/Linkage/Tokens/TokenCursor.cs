using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>Walks the tokens of one file of a package in ascending order, or a range of them.</summary>
sealed class TokenCursor : IDisposable
{
    readonly ColumnFileReader _reader;
    readonly LinkSource _source;
    readonly Column _tokens;
    readonly Column _handles;
    readonly Column _nirs;
    readonly Column? _traits;
    readonly Partition _range;
    int _at = -1;

    /// <param name="source">The package.</param>
    /// <param name="file">Its file of identity tokens or of anchors.</param>
    /// <param name="range">Which tokens.</param>
    public TokenCursor(LinkSource source, string file, Partition range)
    {
        (_source, _range) = (source, range);
        _reader = source.Open(file);
        File = file;
        var batch = _reader.Batch;
        _tokens = batch.Find(PackageTables.Jeton) ?? batch[PackageTables.Ancre];
        (_handles, _nirs, _traits) = (batch[PackageTables.Poignee], batch[PackageTables.JetonNir], batch.Find(PackageTables.Traits));
        _reader.SkipBelow(_tokens.Field.Name, range.Start);
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>The current token.</summary>
    public Key128 Token { get; private set; }

    /// <summary>The record that bears it.</summary>
    public Bearer Bearer => new(_source.Index, _handles.Keys[_at], _nirs.KeyOrNull(_at));

    /// <summary>What it carries under an anchor; empty for an identity token.</summary>
    public ReadOnlySpan<byte> Traits => _traits is null ? default : _traits.Text(_at);

    /// <summary>Advances; false at the end.</summary>
    /// <exception cref="OperatorException">The tokens are not in order: the package was not made by this program.</exception>
    public bool Next()
    {
        do
        {
            _at++;
            while (_at >= _reader.Batch.Length)
            {
                if (!_reader.Read())
                    return false;
                _at = 0;
            }

            var token = _tokens.Keys[_at];
            if (token < Token)
                throw new OperatorException(Refusal.Altered, $"{_source.Name}: {File} is not ordered by token");
            Token = token;
        }
        while (Token < _range.Start);
        return !_range.IsBefore(Token);
    }

    public void Dispose() => _reader.Dispose();
}
