using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// Thirty-two secret bytes. They live in one pinned array, which the collector therefore never copies, and are overwritten on disposal.
/// </summary>
public abstract class KeyMaterial : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);
    bool _disposed;

    private protected KeyMaterial(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new KeyRefusedException(KeyRefusal.Malformed, "a key has 32 bytes");
        bytes.CopyTo(_bytes);
    }

    /// <summary>Whether the bytes have been overwritten.</summary>
    public bool IsDisposed => _disposed;

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _disposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Always masked.</summary>
    public sealed override string ToString() => "•••";
}
