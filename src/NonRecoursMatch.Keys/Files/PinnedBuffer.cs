using System.Buffers;
using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>What a writer puts into a key file before it goes to disk: pinned, and overwritten on disposal.</summary>
sealed class PinnedBuffer : IBufferWriter<byte>, IDisposable
{
    // A key file has some 700 bytes; Utf8JsonWriter asks for up to 4 KiB at a time.
    readonly byte[] _bytes = GC.AllocateArray<byte>(1 << 14, pinned: true);
    int _written;

    /// <summary>What was written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, _written);

    /// <inheritdoc/>
    public void Advance(int count) => _written += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.AsMemory(_written);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.AsSpan(_written);

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
