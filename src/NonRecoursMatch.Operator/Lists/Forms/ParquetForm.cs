using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;

namespace NonRecoursMatch.Operator.Lists.Forms;

/// <summary><c>liste.parquet</c>, for analysts: every column is text, as in the CSV, and no cell is null.</summary>
sealed class ParquetForm(string folder, IReadOnlyList<string> columns) : IListForm
{
    const string File = "liste.parquet";

    readonly ParquetWriter _parquet = new(Path.Combine(folder, File), [.. columns.Select(name => new ParquetColumn(name, ColumnKind.Utf8, Nullable: false))]);
    byte[] _utf8 = [];

    public string Name => File;

    public void Write(ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var most = Encoding.UTF8.GetMaxByteCount(cells[i].Length);
            if (_utf8.Length < most)
                _utf8 = new byte[most];
            _parquet.Batch.Columns[i].Append(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(cells[i], _utf8)));
        }

        _parquet.RowDone();
    }

    public void Complete(string readMe) => _parquet.Complete();

    public void Dispose() => _parquet.Dispose();
}
