using System.Buffers;
using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Tokens;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// A person between two spools: tokens, birth month and attributes, never an identity. Layout: line (8), group known (1), NIR token known (1),
/// NIR token (16), birth month or -1 (4), number of weak tokens (1), weak tokens (16 each), attributes.
/// </summary>
readonly ref struct PersonPayload(ReadOnlySpan<byte> bytes)
{
    const int FixedSize = 31;

    readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Line in the extract: decides which of two equal rows comes first.</summary>
    public long Line => BinaryPrimitives.ReadInt64LittleEndian(_bytes);

    /// <summary>Whether the person belongs to a dossier, lease or household.</summary>
    public bool HasGroup => _bytes[8] != 0;

    /// <summary>Strong token.</summary>
    public Key128? Nir => _bytes[9] != 0 ? Key128.Read(_bytes[10..]) : null;

    /// <summary>Birth month index, or -1.</summary>
    public int BirthMonth => BinaryPrimitives.ReadInt32LittleEndian(_bytes[26..]);

    /// <summary>Number of weak tokens.</summary>
    public int WeakCount => _bytes[30];

    /// <summary>Encoded attributes.</summary>
    public ReadOnlySpan<byte> Attributes => _bytes[(FixedSize + (WeakCount * Key128.Size))..];

    /// <summary>A weak token.</summary>
    public Key128 Weak(int index) => Key128.Read(_bytes[(FixedSize + (index * Key128.Size))..]);

    /// <summary>The tokens again.</summary>
    public PersonTokens Tokens()
    {
        var weak = new Key128[WeakCount];
        for (var i = 0; i < weak.Length; i++)
            weak[i] = Weak(i);
        return new PersonTokens(Nir, weak);
    }

    /// <summary>The same person without strong token.</summary>
    public ReadOnlySpan<byte> WithoutNir()
    {
        var copy = _bytes.ToArray();
        copy.AsSpan(9, 1 + Key128.Size).Clear();
        return copy;
    }

    /// <summary>Appends everything but the attributes, which the caller appends next.</summary>
    public static void Write(ArrayBufferWriter<byte> output, long line, bool hasGroup, PersonTokens tokens, BirthDate birth)
    {
        var fixedPart = output.GetSpan(FixedSize)[..FixedSize];
        fixedPart.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart, line);
        fixedPart[8] = hasGroup ? (byte)1 : (byte)0;
        fixedPart[9] = tokens.Nir is null ? (byte)0 : (byte)1;
        tokens.Nir.GetValueOrDefault().Write(fixedPart[10..]);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[26..], birth.HasMonth ? YearMonth.Of(birth.Year, birth.Month).Index : -1);
        fixedPart[30] = (byte)tokens.Weak.Count;
        output.Advance(FixedSize);
        foreach (var weak in tokens.Weak)
        {
            weak.Write(output.GetSpan(Key128.Size));
            output.Advance(Key128.Size);
        }
    }
}
