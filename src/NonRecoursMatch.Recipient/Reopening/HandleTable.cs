using System.Buffers.Binary;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Sealing;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>Reads the body's own encrypted handle table (<c>poignees.bin</c>), one chunk in memory at a time.</summary>
public static class HandleTable
{
    /// <summary>Every handle with the body's own reference.</summary>
    /// <param name="path">The file.</param>
    /// <param name="secret">The body's secret.</param>
    /// <param name="source">Source id.</param>
    /// <param name="month">Reference month.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a handle table, or is truncated.</exception>
    /// <exception cref="KeyRefusedException">It was altered, or belongs to another secret, source or month.</exception>
    public static IEnumerable<(Key128 Handle, string Reference)> Read(string path, HolderSecret secret, string source, YearMonth month)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        using var key = secret.TableKey(source, month);
        var magic = new byte[HandleTableLayout.Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !HandleTableLayout.Magic.SequenceEqual(magic))
            throw new InvalidDataException($"{Path.GetFileName(path)} is not a handle table of this version");
        foreach (var chunk in SealedReader.Chunks(stream, key))
        {
            for (var at = 0; at < chunk.Length;)
            {
                var size = BinaryPrimitives.ReadUInt16LittleEndian(chunk.Span[(at + Key128.Size)..]);
                var text = at + Key128.Size + sizeof(ushort);
                yield return (Key128.Read(chunk.Span[at..]), Encoding.UTF8.GetString(chunk.Span.Slice(text, size)));
                at = text + size;
            }
        }
    }
}
