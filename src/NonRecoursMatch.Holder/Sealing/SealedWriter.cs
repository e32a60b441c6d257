using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Sealing;

/// <summary>Writes an encrypted file of a body, readable by its owner only, that has its name once it is complete. Other writers of the file are kept out meanwhile.</summary>
public sealed class SealedWriter : IDisposable
{
    readonly AtomicFile _file;
    readonly HolderCipher _key;
    readonly byte[] _plain = GC.AllocateArray<byte>(SealedLayout.LargestChunk, pinned: true);
    readonly byte[] _cipher = new byte[SealedLayout.LargestChunk];
    int _length;
    long _chunk;

    /// <summary>Starts the file.</summary>
    /// <param name="path">Its final name.</param>
    /// <param name="key">Its key, disposed with the writer.</param>
    /// <param name="header">Bytes in clear before the chunks.</param>
    public SealedWriter(string path, HolderCipher key, ReadOnlySpan<byte> header)
    {
        _key = key;
        _file = new AtomicFile(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file.Stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _file.Stream.Write(header);
    }

    /// <summary>Room for one record of at most 64 KiB, in one chunk; call <see cref="Advance"/> when it is written.</summary>
    public Span<byte> Record(int size) => _plain.AsSpan(_length, size);

    /// <summary>Keeps the record.</summary>
    public void Advance(int size)
    {
        _length += size;
        if (_length >= SealedLayout.ChunkSize)
            EndChunk();
    }

    /// <summary>Writes bytes of any length, over as many chunks as they need.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, SealedLayout.ChunkSize)];
            part.CopyTo(Record(part.Length));
            Advance(part.Length);
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>What comes next starts a chunk.</summary>
    public void EndChunk() => Flush(last: false);

    /// <summary>Gives the file its final name.</summary>
    public void Complete()
    {
        Flush(last: true);
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_plain);
        _key.Dispose();
        _file.Dispose();
    }

    void Flush(bool last)
    {
        Span<byte> header = stackalloc byte[SealedLayout.ChunkHeaderSize];
        Span<byte> nonce = stackalloc byte[HolderCipher.NonceSize];
        Span<byte> tag = stackalloc byte[HolderCipher.TagSize];
        header[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], _length);
        _key.Encrypt(_plain.AsSpan(0, _length), SealedLayout.Associated(_chunk++, last), nonce, _cipher.AsSpan(0, _length), tag);
        _file.Stream.Write(header);
        _file.Stream.Write(nonce);
        _file.Stream.Write(_cipher.AsSpan(0, _length));
        _file.Stream.Write(tag);
        _length = 0;
    }
}
