using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>Some rows of a file of identities, copied out of the reader so that several threads can work on them.</summary>
sealed class IdentityChunk
{
    /// <summary>Rows of a full chunk.</summary>
    public const int Rows = 4096;

    readonly List<byte> _bytes = new(1 << 20);
    readonly int[] _ends = new int[Rows * Columns];
    byte[] _copied = [];

    static int Columns => IdentityFileReader.Columns.Count;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the first row in the file.</summary>
    public int First { get; private set; }

    /// <summary>Reads the next rows; false at the end.</summary>
    public bool Read(IdentityFileReader reader)
    {
        First += Count;
        Count = 0;
        _bytes.Clear();
        while (Count < Rows && reader.Read())
        {
            for (var column = 0; column < Columns; column++)
            {
                _bytes.AddRange(reader.Field(column));
                _ends[(Count * Columns) + column] = _bytes.Count;
            }

            Count++;
        }

        _copied = _copied.Length < _bytes.Count ? new byte[_bytes.Capacity] : _copied;
        _bytes.CopyTo(_copied);
        return Count > 0;
    }

    /// <summary>Id of a row.</summary>
    public ReadOnlySpan<byte> Id(int row) => Field(row, 0);

    /// <summary>NIR of a row.</summary>
    public ReadOnlySpan<byte> Nir(int row) => Field(row, 1);

    /// <summary>Birth date of a row, as it is written.</summary>
    public ReadOnlySpan<byte> WrittenBirth(int row) => Field(row, 6);

    /// <summary>Birth date of a row; default when empty, of another form, or a day that does not exist.</summary>
    public BirthDate Birth(int row) => BirthDate.TryRead(WrittenBirth(row), out var birth) ? birth : default;

    /// <summary>The other identity cells of a row.</summary>
    public IdentityCells Cells(int row) => new()
    {
        BirthName = Field(row, 2),
        UsageName = Field(row, 3),
        GivenNames = Field(row, 4),
        Sex = Field(row, 5),
        BirthPlace = Field(row, 7),
        Residence = Field(row, 8),
    };

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    ReadOnlySpan<byte> Field(int row, int column)
    {
        var at = (row * Columns) + column;
        return _copied.AsSpan((at == 0 ? 0 : _ends[at - 1])..(_ends[at]));
    }
}
