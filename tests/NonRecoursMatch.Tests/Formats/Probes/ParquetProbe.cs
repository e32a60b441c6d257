using System.IO.Compression;
using System.Text;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>Reads back the Parquet subset from the format's own definition, apart from the writer that it judges.</summary>
sealed class ParquetProbe
{
    readonly byte[] _file;
    readonly Dictionary<int, object> _footer;

    public ParquetProbe(string path)
    {
        _file = File.ReadAllBytes(path);
        Encoding.ASCII.GetString(_file, 0, 4).ShouldBe("PAR1");
        Encoding.ASCII.GetString(_file, _file.Length - 4, 4).ShouldBe("PAR1");
        var length = BitConverter.ToInt32(_file, _file.Length - 8);
        var thrift = new ThriftProbe(_file, _file.Length - 8 - length);
        _footer = thrift.Struct();
        thrift.Position.ShouldBe(_file.Length - 8);
    }

    public long Rows => (long)_footer[3];

    public string CreatedBy => (string)_footer[6];

    /// <summary>The schema elements of the columns, as field numbers of parquet.thrift.</summary>
    public IReadOnlyList<Dictionary<int, object>> Columns => [.. Structs(_footer, 2).Skip(1)];

    public IReadOnlyList<string> Names => [.. Columns.Select(column => (string)column[4])];

    /// <summary>Number of rows of each row group.</summary>
    public IReadOnlyList<long> Groups => [.. Structs(_footer, 4).Select(group => (long)group[3])];

    /// <summary>The values of a column in order: null, int, long, hexadecimal digits or text.</summary>
    public IReadOnlyList<object?> Values(int column) => [.. Structs(_footer, 4).SelectMany(group => Chunk(group, column))];

    /// <summary>The pages of every column, decompressed.</summary>
    public IEnumerable<byte[]> Pages
        => Structs(_footer, 4).SelectMany(group => Enumerable.Range(0, Columns.Count).Select(column => Page(group, column).Bytes));

    object?[] Chunk(Dictionary<int, object> group, int column)
    {
        var (page, bytes) = Page(group, column);
        var schema = Columns[column];
        var rows = (int)(long)((Dictionary<int, object>)page[5])[1];
        rows.ShouldBe((int)(long)group[3]);
        var at = 0;
        var known = Enumerable.Repeat(true, rows).ToArray();
        if ((long)schema[3] == 1)
        {
            known = Levels(bytes, rows);
            at = sizeof(int) + BitConverter.ToInt32(bytes);
        }

        var values = new object?[rows];
        for (var row = 0; row < rows; row++)
            values[row] = known[row] ? Value(schema, bytes, ref at) : null;
        at.ShouldBe(bytes.Length);
        return values;
    }

    (Dictionary<int, object> Header, byte[] Bytes) Page(Dictionary<int, object> group, int column)
    {
        var chunk = (Dictionary<int, object>)Structs(group, 1)[column][3];
        var offset = (int)(long)chunk[9];
        var thrift = new ThriftProbe(_file, offset);
        var header = thrift.Struct();
        var stored = _file.AsSpan(thrift.Position, (int)(long)header[3]).ToArray();
        (thrift.Position - offset + stored.Length).ShouldBe((int)(long)chunk[7]);
        var bytes = (long)chunk[4] == 2 ? Decompress(stored) : stored;
        bytes.Length.ShouldBe((int)(long)header[2]);
        (thrift.Position - offset + bytes.Length).ShouldBe((int)(long)chunk[6]);
        return (header, bytes);
    }

    static bool[] Levels(byte[] bytes, int rows)
    {
        var levels = new List<bool>();
        for (var at = sizeof(int); levels.Count < rows;)
        {
            var (head, shift) = (0, 0);
            for (var more = true; more; shift += 7)
            {
                more = bytes[at] >= 0x80;
                head |= (bytes[at++] & 0x7F) << shift;
            }

            if ((head & 1) == 0)
                levels.AddRange(Enumerable.Repeat(bytes[at++] == 1, head >> 1));
            else
                levels.AddRange(Enumerable.Range(0, (head >> 1) * 8).Select(bit => (bytes[at + (bit >> 3)] >> (bit & 7) & 1) == 1));
            at += (head & 1) == 0 ? 0 : head >> 1;
        }

        return [.. levels.Take(rows)];
    }

    static object Value(Dictionary<int, object> schema, byte[] bytes, ref int at)
    {
        var start = at;
        switch ((long)schema[1])
        {
            case 1:
                at += sizeof(int);
                return BitConverter.ToInt32(bytes, start);
            case 2:
                at += sizeof(long);
                return BitConverter.ToInt64(bytes, start);
            case 6:
                start += sizeof(int);
                at = start + BitConverter.ToInt32(bytes, at);
                return Encoding.UTF8.GetString(bytes, start, at - start);
            default:
                at += (int)(long)schema[2];
                return Convert.ToHexStringLower(bytes, start, at - start);
        }
    }

    static byte[] Decompress(byte[] stored)
    {
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress))
            gzip.CopyTo(plain);
        return plain.ToArray();
    }

    static List<Dictionary<int, object>> Structs(Dictionary<int, object> parent, int id) => [.. ((List<object>)parent[id]).Cast<Dictionary<int, object>>()];
}
