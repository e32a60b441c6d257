using System.Buffers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>A run of whole lines of a file.</summary>
/// <param name="Bytes">Rented bytes; the block is the first <paramref name="Length"/>.</param>
/// <param name="Length">Length of the block.</param>
/// <param name="FirstLine">Number of its first line, from 1.</param>
public sealed record LineBlock(byte[] Bytes, int Length, long FirstLine)
{
    /// <summary>Gives the bytes back.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(Bytes);
}

/// <summary>Cuts a stream into blocks of whole lines, so that blocks can be worked on apart.</summary>
public static class LineBlocks
{
    const int Size = 1 << 19;

    /// <summary>The blocks of <paramref name="input"/>, in order. A byte order mark is left out.</summary>
    public static IEnumerable<LineBlock> Of(Stream input)
    {
        var (bytes, length, line, start) = (ArrayPool<byte>.Shared.Rent(Size), 0, 1L, true);
        while (true)
        {
            var read = input.Read(bytes, length, bytes.Length - length);
            length += read;
            if (start && length >= 3)
            {
                start = false;
                if (bytes.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
                    bytes.AsSpan(3, length -= 3).CopyTo(bytes);
            }

            if (read == 0)
            {
                yield return new LineBlock(bytes, length, line);
                yield break;
            }

            if (length < bytes.Length)
                continue;
            var end = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            var next = ArrayPool<byte>.Shared.Rent(end == 0 ? bytes.Length * 2 : Size);
            bytes.AsSpan(end, length - end).CopyTo(next);
            if (end == 0)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
            else
            {
                var lines = bytes.AsSpan(0, end).Count((byte)'\n');
                yield return new LineBlock(bytes, end, line);
                line += lines;
            }

            (bytes, length) = (next, length - end);
        }
    }
}
