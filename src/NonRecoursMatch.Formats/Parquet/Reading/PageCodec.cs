using System.IO.Compression;
using Snappier;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The CompressionCodec enumeration of parquet.thrift, as far as .NET and Snappier read it.</summary>
static class PageCodec
{
    public const int Uncompressed = 0;
    const int SnappyCodec = 1;
    const int Gzip = 2;
    const int Brotli = 4;

    static readonly string[] s_names = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"];

    /// <summary>Refuses a codec by its name.</summary>
    /// <exception cref="ParquetFormatException">UnsupportedCodec.</exception>
    public static void Check(int codec, ParquetPlace place)
    {
        if (codec is Uncompressed or SnappyCodec or Gzip or Brotli)
            return;
        var name = codec >= 0 && codec < s_names.Length ? s_names[codec] : "unknown";
        throw place.Is(ParquetFault.UnsupportedCodec, $"{name}: rewrite with compression snappy or none", name);
    }

    /// <summary>Decompresses into the whole of <paramref name="plain"/>, and never more.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: not what the codec writes, or of another size.</exception>
    public static void Decompress(int codec, ArraySegment<byte> stored, Span<byte> plain, ParquetPlace place)
    {
        bool done;
        try
        {
            done = codec switch
            {
                Gzip => Inflate(stored, plain),
                Brotli => BrotliDecoder.TryDecompress(stored, plain, out var written) && written == plain.Length,
                _ => Snappy.GetUncompressedLength(stored) == plain.Length && Snappy.TryDecompress(stored, plain, out var length) && length == plain.Length,
            };
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException)
        {
            // What the two libraries throw at bytes that are not theirs: IOException is zlib's, of memory and not of a disk.
            done = false;
        }

        if (!done)
            throw place.IsCorrupt("compressed bytes that do not give a page of the declared size");
    }

    static bool Inflate(ArraySegment<byte> stored, Span<byte> plain)
    {
        using var gzip = new GZipStream(new MemoryStream(stored.Array!, stored.Offset, stored.Count, writable: false), CompressionMode.Decompress);
        return gzip.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false) == plain.Length && gzip.ReadByte() < 0;
    }
}
