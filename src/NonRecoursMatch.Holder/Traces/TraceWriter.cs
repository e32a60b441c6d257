using System.Buffers.Binary;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Sealing;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Traces;

/// <summary>Writes the trace of one exchange. Handles of a month tell nothing without the secret that makes them: no reference is kept.</summary>
public sealed class TraceWriter : IDisposable
{
    readonly SealedWriter _file;

    /// <summary>Starts the file.</summary>
    public TraceWriter(string path, HolderSecret secret, TraceHeader header)
    {
        _file = TraceFile.Create(path, secret.TraceKey(header.Source));
        _file.Write(StableJson.Bytes(header));
        _file.EndChunk();
    }

    /// <summary>Adds a person.</summary>
    /// <param name="handle">Handle.</param>
    /// <param name="text">Benefits of the list, or nothing.</param>
    public void Add(Key128 handle, string text = "")
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var record = _file.Record(Key128.Size + sizeof(ushort) + length);
        handle.Write(record);
        BinaryPrimitives.WriteUInt16LittleEndian(record[Key128.Size..], checked((ushort)length));
        Encoding.UTF8.GetBytes(text, record[(Key128.Size + sizeof(ushort))..]);
        _file.Advance(Key128.Size + sizeof(ushort) + length);
    }

    /// <summary>Gives the file its final name.</summary>
    public void Complete() => _file.Complete();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
