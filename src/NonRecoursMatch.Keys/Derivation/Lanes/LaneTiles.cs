using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>
/// Turns rows of big-endian words, one row per message, into rows of the processor's words, one row per place with one word of every message, and
/// back. By tiles of four by four, which fit every number of lanes.
/// </summary>
static class LaneTiles
{
    const int Side = 4;

    /// <summary>Whether the processor has the instructions of a tile.</summary>
    public static bool IsSupported => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Exchanges rows and columns, and the order of the bytes of every word.</summary>
    /// <param name="from">Rows of <paramref name="columns"/> words.</param>
    /// <param name="rows">Rows, a multiple of four.</param>
    /// <param name="columns">Columns, a multiple of four.</param>
    /// <param name="to">Receives <paramref name="columns"/> rows of <paramref name="rows"/> words.</param>
    public static void Turn(ReadOnlySpan<uint> from, int rows, int columns, Span<uint> to)
    {
        for (var row = 0; row < rows; row += Side)
        {
            for (var column = 0; column < columns; column += Side)
                TurnTile(from[((row * columns) + column)..], columns, to[((column * rows) + row)..], rows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TurnTile(ReadOnlySpan<uint> from, int fromStride, Span<uint> to, int toStride)
    {
        var a = Swap(Vector128.Create(from));
        var b = Swap(Vector128.Create(from[fromStride..]));
        var c = Swap(Vector128.Create(from[(2 * fromStride)..]));
        var d = Swap(Vector128.Create(from[(3 * fromStride)..]));
        var (low, lowOther, high, highOther) = (ZipLow(a, c), ZipLow(b, d), ZipHigh(a, c), ZipHigh(b, d));
        ZipLow(low, lowOther).CopyTo(to);
        ZipHigh(low, lowOther).CopyTo(to[toStride..]);
        ZipLow(high, highOther).CopyTo(to[(2 * toStride)..]);
        ZipHigh(high, highOther).CopyTo(to[(3 * toStride)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<uint> ZipLow(Vector128<uint> x, Vector128<uint> y) => Sse2.IsSupported ? Sse2.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<uint> ZipHigh(Vector128<uint> x, Vector128<uint> y) => Sse2.IsSupported ? Sse2.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<uint> Swap(Vector128<uint> words)
        => Vector128.Shuffle(words.AsByte(), Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)).AsUInt32();
}
