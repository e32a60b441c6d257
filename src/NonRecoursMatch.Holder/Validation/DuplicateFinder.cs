using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>
/// Finds persons that a file holds twice, by NIR or by reference, without keeping them in memory: tokens under a key that is thrown away are
/// ordered out of core. No identity touches the disk.
/// </summary>
sealed class DuplicateFinder : IDisposable
{
    readonly SortSpool _spool;
    readonly HandleMaker _tokens;

    public DuplicateFinder(string folder, long fileBytes)
    {
        var key = new byte[KeyMaterial.Size];
        RandomNumberGenerator.Fill(key);
        using var secret = new HolderSecret(key, test: false);
        CryptographicOperations.ZeroMemory(key);
        _tokens = secret.Handles("doublons", YearMonth.Of(1, 1));
        _spool = new SortSpool(folder, fileBytes);
    }

    /// <summary>Adds the NIR (may be empty) and the reference of a row.</summary>
    public void Add(long line, ReadOnlySpan<byte> nir, ReadOnlySpan<byte> reference)
    {
        Span<byte> payload = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(payload, line);
        if (!nir.IsEmpty)
            _spool.Add(_tokens.Group(nir), default, payload);
        if (!reference.IsEmpty)
            _spool.Add(_tokens.Person(reference), default, payload);
    }

    /// <summary>The lines that repeat an earlier one, in order.</summary>
    public IReadOnlyList<long> Lines()
    {
        var repeated = new SortedSet<long>();
        foreach (var rows in _spool.LoadAll())
        {
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                for (var i = start + 1; i < end; i++)
                    repeated.Add(BinaryPrimitives.ReadInt64LittleEndian(rows.Payload(i)));
                start = end;
            }
        }

        return [.. repeated];
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _spool.Dispose();
    }
}
