using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Sealing;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.HandleTables;

/// <summary>Writes the handle table: the only way from a handle back to a record, encrypted, with the holder only.</summary>
sealed class HandleTableWriter(string path, HolderCipher key) : IDisposable
{
    readonly SealedWriter _file = new(path, key, HandleTableLayout.Magic);

    /// <summary>Adds a person.</summary>
    public void Add(Key128 handle, ReadOnlySpan<byte> reference)
    {
        var size = Key128.Size + sizeof(ushort) + reference.Length;
        var record = _file.Record(size);
        handle.Write(record);
        BinaryPrimitives.WriteUInt16LittleEndian(record[Key128.Size..], checked((ushort)reference.Length));
        reference.CopyTo(record[(Key128.Size + sizeof(ushort))..]);
        _file.Advance(size);
    }

    /// <summary>Gives the file its final name.</summary>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
