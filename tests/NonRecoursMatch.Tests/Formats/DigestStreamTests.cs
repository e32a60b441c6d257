using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Formats;

/// <summary>The digest that a column file gets while it is written is that of the file.</summary>
public sealed class DigestStreamTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(50_001)]
    public void A_column_file_knows_its_own_digest_and_size(int rows)
    {
        using var writer = new ColumnFileWriter(_folder["file.col"], new TableSchema([new ColumnField("cle", ColumnKind.Key128), new ColumnField("texte", ColumnKind.Utf8)]));
        for (var row = 0; row < rows; row++)
        {
            writer.Batch["cle"].Append(new Key128((ulong)row, 1));
            writer.Batch["texte"].Append("texte"u8);
            writer.RowDone();
        }

        writer.Complete();
        new FileEntry("file.col", writer.Sha256!, writer.Bytes, writer.Rows).ShouldBe(FileEntry.Of(_folder["file.col"], "file.col", rows));
    }

    public void Dispose() => _folder.Dispose();
}
