using CsvHelper;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>One CSV file of an extract, written row by row; counts its rows and adds up its control total.</summary>
internal sealed class ExtractFile : IDisposable
{
    readonly CsvWriter _writer;
    readonly Func<string, int> _position;
    readonly string[] _row;

    /// <summary>Starts the file with its header.</summary>
    /// <param name="columns">Header, in the order of the format.</param>
    public ExtractFile(string path, IReadOnlyList<string> columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writer = CsvWriter.Create(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), DeliveredCsv.Options, leaveOpen: false);
        var positions = columns.Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => pair.index, StringComparer.Ordinal);
        _position = column => positions.GetValueOrDefault(column, -1);
        _row = new string[columns.Count];
        Array.Fill(_row, "");
        _writer.WriteRecord([.. columns]);
    }

    /// <summary>Rows written, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of the amounts given to <see cref="Amount"/>, in cents.</summary>
    public long TotalCents { get; private set; }

    /// <summary>Sets a column of the current row; a column that this file does not have is left out.</summary>
    public void Set(string column, string value)
    {
        if (_position(column) is var at and >= 0)
            _row[at] = value;
    }

    /// <summary>Sets an amount and adds it to the control total.</summary>
    public void Amount(string column, long? cents)
    {
        if (_position(column) is var at and >= 0)
        {
            _row[at] = Written.Amount(cents);
            TotalCents += cents ?? 0;
        }
    }

    /// <summary>Writes the current row and clears it.</summary>
    public void EndRow()
    {
        _writer.WriteRecord(_row);
        Array.Fill(_row, "");
        Rows++;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
