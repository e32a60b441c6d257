using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>
/// Vectors that hold secrets: pinned, so that the collector never copies them, aligned, since a vector across two cache lines costs two reads, and
/// overwritten on disposal.
/// </summary>
sealed class LaneMemory<TVector> : IDisposable
    where TVector : struct
{
    readonly byte[] _bytes;
    readonly int _start;
    readonly int _size;

    /// <summary>Reserves zeros.</summary>
    /// <param name="vectors">Number of vectors.</param>
    public LaneMemory(int vectors)
    {
        var alignment = Unsafe.SizeOf<TVector>();
        _size = vectors * alignment;
        _bytes = GC.AllocateArray<byte>(_size + alignment, pinned: true);
        _start = alignment - (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0) % alignment);
    }

    /// <summary>The vectors.</summary>
    public Span<TVector> Vectors => MemoryMarshal.Cast<byte, TVector>(_bytes.AsSpan(_start, _size));

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
