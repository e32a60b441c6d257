using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>One record that bears a weak token.</summary>
readonly record struct Bearer(int Source, int Row, Key128? Nir);

/// <summary>Walks the weak tokens of one package in ascending order.</summary>
sealed class TokenCursor : IDisposable
{
    readonly ColumnFileReader _file;
    readonly ReceivedPackage _package;
    int _at = -1;

    public TokenCursor(ReceivedPackage package)
    {
        _package = package;
        _file = package.Open(PackageTables.JetonsFile);
    }

    /// <summary>The current token.</summary>
    public Key128 Token { get; private set; }

    /// <summary>The record that bears it.</summary>
    public Bearer Bearer { get; private set; }

    /// <summary>Advances; false at the end.</summary>
    /// <exception cref="OperatorException">The tokens are not in order: the package was not made by this program.</exception>
    public bool Next()
    {
        _at++;
        while (_at >= _file.Batch.Length)
        {
            if (!_file.Read())
                return false;
            _at = 0;
        }

        var token = _file.Batch[PackageTables.Jeton].Keys[_at];
        if (token < Token)
            throw new OperatorException(Refusal.Altered, $"{_package.Source.Id}: {PackageTables.JetonsFile} is not ordered by token");
        Token = token;
        Bearer = new Bearer(_package.Index, _file.Batch[PackageTables.Ligne].Int32[_at], _file.Batch[PackageTables.JetonNir].KeyOrNull(_at));
        return true;
    }

    public void Dispose() => _file.Dispose();
}
