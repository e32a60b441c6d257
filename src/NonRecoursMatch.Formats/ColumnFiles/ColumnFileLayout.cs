using System.Text.Json;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.ColumnFiles;

/// <summary>
/// The column file (<c>.col</c>), the intermediate format between two stages: an 8-byte magic, the schema as length-prefixed JSON, blocks of
/// rows as raw Arrow buffers, and a closing block of -1 rows followed by the total, so that a truncated file is seen. All integers are
/// little-endian; keys keep their byte order. Layout and worked example: docs/formats/column-file.md.
/// </summary>
static class ColumnFileLayout
{
    public static ReadOnlySpan<byte> Magic => "NRCOL001"u8;

    public const int EndOfBlocks = -1;

    public static byte[] SchemaBytes(TableSchema schema)
        => JsonSerializer.SerializeToUtf8Bytes(schema.Fields.Select(field => new[] { field.Name, field.Kind.ToString() }));

    public static TableSchema ReadSchema(ReadOnlySpan<byte> json)
    {
        var fields = JsonSerializer.Deserialize<string[][]>(json) ?? throw new InvalidDataException("the schema is empty");
        return new TableSchema([.. fields.Select(field => new ColumnField(field[0], Enum.Parse<ColumnKind>(field[1])))]);
    }
}
