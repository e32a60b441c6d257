using System.Buffers.Binary;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Sealing;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Traces;

/// <summary>
/// The trace of one exchange (36 months, CRPA R. 114-9-7), encrypted, with the body only. The first chunk is the <see cref="TraceHeader"/>; then, for every person
/// concerned, handle (16), length of a text (16 bits, little-endian) and the text: the benefits of the list, or nothing. A file for each exchange, so that
/// each goes at its own time.
/// </summary>
public static class TraceFile
{
    /// <summary>How the name of every trace ends.</summary>
    public const string Extension = ".trace.bin";

    /// <summary>Name of the trace of what a body sent, in its private folder of the month.</summary>
    public const string SentName = TraceHeader.Sent + Extension;

    static readonly byte[] s_magic = "NRTRA001"u8.ToArray();

    /// <summary>Whether a file is a trace of this source under this secret.</summary>
    public static bool IsOf(string path, HolderSecret secret, string source)
    {
        using var key = secret.TraceKey(source);
        return SealedFile.IsUnder(path, key, s_magic);
    }

    /// <summary>Reads a trace.</summary>
    /// <param name="path">The file.</param>
    /// <param name="secret">The body's secret.</param>
    /// <param name="source">Source id.</param>
    /// <param name="find">Given the header, the handles that are looked for.</param>
    /// <returns>The header, and the text of each handle that was found.</returns>
    /// <exception cref="KeyRefusedException">It is of another secret or source (77).</exception>
    /// <exception cref="Registers.RegisterException">It was altered.</exception>
    public static (TraceHeader Header, IReadOnlyList<string> Found) Find(string path, HolderSecret secret, string source, Func<TraceHeader, IReadOnlySet<Key128>> find)
    {
        using var key = secret.TraceKey(source);
        TraceHeader? header = null;
        IReadOnlySet<Key128> wanted = new HashSet<Key128>();
        var found = new List<string>();
        foreach (var chunk in SealedFile.Chunks(path, key, s_magic))
        {
            if (header is null)
            {
                header = StableJson.Read<TraceHeader>(chunk.Span, Path.GetFileName(path));
                wanted = find(header);
                continue;
            }

            for (var rest = chunk.Span; !rest.IsEmpty;)
            {
                var size = BinaryPrimitives.ReadUInt16LittleEndian(rest[Key128.Size..]);
                if (wanted.Contains(Key128.Read(rest)))
                    found.Add(Encoding.UTF8.GetString(rest.Slice(Key128.Size + sizeof(ushort), size)));
                rest = rest[(Key128.Size + sizeof(ushort) + size)..];
            }
        }

        return (header!, found);
    }

    /// <summary>Starts a trace.</summary>
    internal static SealedWriter Create(string path, HolderCipher key) => SealedFile.Create(path, key, s_magic);
}
