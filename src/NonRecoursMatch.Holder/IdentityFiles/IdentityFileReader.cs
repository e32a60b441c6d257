using System.Globalization;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>Reads a file of identities row by row: <c>;</c>, UTF-8, the nine columns of <c>linkage link</c> in any order.</summary>
public sealed class IdentityFileReader : IDisposable
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "nir", "nom_naissance", "nom_usage", "prenoms", "sexe", "date_naissance", "commune_naissance", "commune_residence"];

    readonly DelimitedReader _reader;
    readonly string _path;
    readonly int[] _columns;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IdentityFileException">A column is missing, or the header is over 1 MiB.</exception>
    public IdentityFileReader(string path)
    {
        _path = path;
        _reader = Open(path);
        _columns = [.. Columns.Select(name => _reader.Header.ToList().IndexOf(name))];
        if (Array.IndexOf(_columns, -1) is >= 0 and var missing)
        {
            _reader.Dispose();
            throw new IdentityFileException($"{path}, line 1: column {Columns[missing]} is missing; expected: {string.Join(';', Columns)}");
        }
    }

    /// <summary>Physical line of the current row.</summary>
    public long Line => _reader.Line;

    /// <summary>Id of the current row.</summary>
    public ReadOnlySpan<byte> Id => Field(0);

    /// <summary>The bytes of a cell, in the order of <see cref="Columns"/>.</summary>
    public ReadOnlySpan<byte> Field(int column) => _reader.Field(_columns[column]);

    /// <summary>Moves to the next row; empty lines are passed over.</summary>
    /// <exception cref="IdentityFileException">The row has no id, or not the number of fields of the header, or a quote is never closed.</exception>
    public bool Read()
    {
        try
        {
            while (_reader.Read())
            {
                if (_reader.IsEmptyLine)
                    continue;
                if (_reader.FieldCount != _reader.Header.Count)
                    throw Fault($"{_reader.FieldCount} fields where the header has {_reader.Header.Count}");
                if (Id.IsEmpty)
                    throw Fault("column id is empty");
                return true;
            }

            return false;
        }
        catch (TableFaultException fault)
        {
            throw Unreadable(_path, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    static DelimitedReader Open(string path)
    {
        try
        {
            return new DelimitedReader(path, ';');
        }
        catch (TableFaultException fault)
        {
            throw Unreadable(path, fault);
        }
    }

    IdentityFileException Fault(string what) => At(_path, Line, what);

    static IdentityFileException Unreadable(string path, TableFaultException fault) => At(path, fault.Line, fault.Message);

    static IdentityFileException At(string path, long line, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {what}"));
}
