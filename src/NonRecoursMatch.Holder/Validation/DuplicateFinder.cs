using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>
/// Finds persons that a file holds twice, and NIR that several persons share, by the rule of <see cref="SharedNumber"/>, without keeping them in
/// memory: tokens under a key that is thrown away are ordered out of core. No identity touches the disk.
/// </summary>
sealed class DuplicateFinder : IDisposable
{
    const int FixedSize = sizeof(long) + Key128.Size + sizeof(int) + 1;

    readonly string _folder;
    readonly SortSpool _byNir;
    readonly SortSpool _byReference;
    readonly HandleMaker _tokens;
    readonly ArrayBufferWriter<byte> _payload = new(128);

    public DuplicateFinder(string folder, long fileBytes)
    {
        _folder = folder;
        var key = new byte[KeyMaterial.Size];
        RandomNumberGenerator.Fill(key);
        using var secret = new HolderSecret(key, test: false);
        CryptographicOperations.ZeroMemory(key);
        _tokens = secret.Handles("doublons", YearMonth.Of(1, 1));
        _byNir = new SortSpool(Path.Combine(folder, "nir"), fileBytes);
        _byReference = new SortSpool(Path.Combine(folder, "references"), fileBytes);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="identity">Its identity, with or without NIR.</param>
    /// <param name="birth">Its birth date.</param>
    /// <param name="isOwn">Whether the rest of the row agrees with the NIR.</param>
    /// <param name="reference">Its reference, or empty.</param>
    public void Add(long line, CanonicalIdentity identity, BirthDate birth, bool isOwn, ReadOnlySpan<byte> reference)
    {
        var handle = _tokens.Person(reference);
        _payload.Clear();
        var fixedPart = _payload.GetSpan(FixedSize);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart, line);
        handle.Write(fixedPart[sizeof(long)..]);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[(FixedSize - 1 - sizeof(int))..], birth.HasMonth ? YearMonth.Of(birth.Year, birth.Month).Index : -1);
        fixedPart[FixedSize - 1] = isOwn ? (byte)1 : (byte)0;
        _payload.Advance(FixedSize);
        for (var i = 0; i < identity.WeakCount; i++)
        {
            _tokens.Group(identity.Weak(i)).Write(_payload.GetSpan(Key128.Size));
            _payload.Advance(Key128.Size);
        }

        if (!identity.Strong.IsEmpty)
            _byNir.Add(_tokens.Group(identity.Strong), default, _payload.WrittenSpan);
        if (!reference.IsEmpty)
            _byReference.Add(handle, default, _payload.WrittenSpan[..sizeof(long)]);
    }

    /// <summary>The lines that share something with another one.</summary>
    public RepeatedLines Find()
    {
        var (duplicates, withheld, indistinct) = (new SortedSet<long>(), new SortedSet<long>(), new SortedSet<long>());
        ForEachRun(_byNir, (rows, start, end) =>
        {
            var bearers = Enumerable.Range(start, end - start).Select(row => Bearer(rows.Payload(row))).ToList();
            foreach (var (row, use) in SharedNumber.Uses(bearers).Index())
            {
                var lines = use switch { NumberUse.Repeated => duplicates, NumberUse.Withheld => withheld, NumberUse.Indistinct => indistinct, _ => null };
                lines?.Add(LineOf(rows.Payload(start + row)));
            }
        });
        ForEachRun(_byReference, (rows, start, end) =>
        {
            var left = Enumerable.Range(start, end - start).Select(row => LineOf(rows.Payload(row)));
            duplicates.UnionWith(left.Where(line => !duplicates.Contains(line) && !indistinct.Contains(line)).Skip(1).ToList());
        });
        return new RepeatedLines(duplicates, withheld, indistinct);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _byNir.Dispose();
        _byReference.Dispose();
        Directory.Delete(_folder);
    }

    static long LineOf(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadInt64LittleEndian(payload);

    static NumberBearer Bearer(ReadOnlySpan<byte> payload)
    {
        var identities = new Key128[(payload.Length - FixedSize) / Key128.Size];
        for (var i = 0; i < identities.Length; i++)
            identities[i] = Key128.Read(payload[(FixedSize + (i * Key128.Size))..]);
        return new NumberBearer(
            Key128.Read(payload[sizeof(long)..]), BinaryPrimitives.ReadInt32LittleEndian(payload[(sizeof(long) + Key128.Size)..]), identities, payload[FixedSize - 1] != 0);
    }

    /// <summary>Only runs of several rows: one alone repeats nothing.</summary>
    static void ForEachRun(SortSpool spool, Action<SortedRows, int, int> each)
    {
        foreach (var rows in spool.LoadAll())
        {
            for (int start = 0, end; start < rows.Count; start = end)
            {
                end = rows.EndOfRun(start);
                if (end - start > 1)
                    each(rows, start, end);
            }
        }
    }
}
