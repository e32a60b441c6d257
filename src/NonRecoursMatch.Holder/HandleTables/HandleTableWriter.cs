using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.HandleTables;

/// <summary>Writes the handle table: the only way from a handle back to a record, encrypted, with the holder only.</summary>
sealed class HandleTableWriter : IDisposable
{
    readonly AtomicFile _file;
    readonly HandleTableKey _key;
    readonly byte[] _plain = GC.AllocateArray<byte>(HandleTableLayout.LargestChunk, pinned: true);
    readonly byte[] _cipher = new byte[HandleTableLayout.LargestChunk];
    int _length;
    long _chunk;

    /// <summary>Starts the file, readable by its owner only.</summary>
    public HandleTableWriter(string path, HandleTableKey key)
    {
        _key = key;
        _file = new AtomicFile(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file.Stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _file.Stream.Write(HandleTableLayout.Magic);
    }

    /// <summary>Adds a person.</summary>
    public void Add(Key128 handle, ReadOnlySpan<byte> reference)
    {
        handle.Write(_plain.AsSpan(_length));
        BinaryPrimitives.WriteUInt16LittleEndian(_plain.AsSpan(_length + Key128.Size), checked((ushort)reference.Length));
        reference.CopyTo(_plain.AsSpan(_length + Key128.Size + sizeof(ushort)));
        _length += Key128.Size + sizeof(ushort) + reference.Length;
        if (_length >= HandleTableLayout.ChunkSize)
            Flush(last: false);
    }

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
        Span<byte> header = stackalloc byte[HandleTableLayout.ChunkHeaderSize];
        Span<byte> nonce = stackalloc byte[HandleTableKey.NonceSize];
        Span<byte> tag = stackalloc byte[HandleTableKey.TagSize];
        header[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], _length);
        _key.Encrypt(_plain.AsSpan(0, _length), HandleTableLayout.Associated(_chunk++, last), nonce, _cipher.AsSpan(0, _length), tag);
        _file.Stream.Write(header);
        _file.Stream.Write(nonce);
        _file.Stream.Write(_cipher.AsSpan(0, _length));
        _file.Stream.Write(tag);
        _length = 0;
    }
}
