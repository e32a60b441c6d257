using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>
/// What a record without NIR may be joined to, as it is spilled: another record that shares an anchor, with their agreement; or what an identity
/// token of the record says. Layout: kind (1), source (1), NIR known (1), handle (16), NIR token (16), agreement (4).
/// </summary>
readonly ref struct Candidate(ReadOnlySpan<byte> bytes)
{
    /// <summary>Bytes of a candidate.</summary>
    public const int Size = 3 + (2 * Key128.Size) + sizeof(int);

    const int HandleAt = 3;
    const int NirAt = HandleAt + Key128.Size;
    const int AgreementAt = NirAt + Key128.Size;

    readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>What a token says; null for a pair.</summary>
    public TokenSays? Says => _bytes[0] == 0 ? null : (TokenSays)_bytes[0];

    /// <summary>The other record of a pair.</summary>
    public Bearer Other => new(_bytes[1], Key128.Read(_bytes[HandleAt..]), _bytes[2] != 0 ? Key128.Read(_bytes[NirAt..]) : null);

    /// <summary>The person that a token designates.</summary>
    public Key128 Designated => Key128.Read(_bytes[HandleAt..]);

    /// <summary>Agreement of a pair.</summary>
    public Agreement Agreement => new(BinaryPrimitives.ReadInt32LittleEndian(_bytes[AgreementAt..]));

    /// <summary>Writes a pair.</summary>
    public static void Write(Span<byte> bytes, Bearer other, Agreement agreement)
    {
        bytes[..Size].Clear();
        bytes[1] = checked((byte)other.Source);
        bytes[2] = other.Nir is null ? (byte)0 : (byte)1;
        other.Handle.Write(bytes[HandleAt..]);
        other.Nir.GetValueOrDefault().Write(bytes[NirAt..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[AgreementAt..], agreement.Code);
    }

    /// <summary>Writes what a token says.</summary>
    public static void Write(Span<byte> bytes, TokenSays says, Key128 designated)
    {
        bytes[..Size].Clear();
        bytes[0] = (byte)says;
        designated.Write(bytes[HandleAt..]);
    }
}
