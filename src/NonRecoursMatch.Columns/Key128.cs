using System.Buffers.Binary;
using System.Globalization;

namespace NonRecoursMatch.Columns;

/// <summary>
/// Sixteen raw bytes: a token, a handle or a group id. Ordered as the bytes are (most significant first).
/// Never a <see cref="Guid"/>, whose constructors swap bytes.
/// </summary>
public readonly record struct Key128(ulong High, ulong Low) : IComparable<Key128>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 16;

    /// <summary>Reads the first sixteen bytes of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than sixteen bytes.</exception>
    public static Key128 Read(ReadOnlySpan<byte> bytes)
        => new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Reads 32 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static Key128 ParseHex(ReadOnlySpan<char> hex)
        => hex.Length == 32 ? Read(Convert.FromHexString(hex)) : throw new FormatException("expected 32 hexadecimal digits");

    /// <summary>Writes the sixteen bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <inheritdoc/>
    public int CompareTo(Key128 other)
    {
        var high = High.CompareTo(other.High);
        return high != 0 ? high : Low.CompareTo(other.Low);
    }

    /// <summary>Whether the left key comes first.</summary>
    public static bool operator <(Key128 left, Key128 right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left key comes last.</summary>
    public static bool operator >(Key128 left, Key128 right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key comes first or is the same.</summary>
    public static bool operator <=(Key128 left, Key128 right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left key comes last or is the same.</summary>
    public static bool operator >=(Key128 left, Key128 right) => left.CompareTo(right) >= 0;

    /// <summary>32 lower-case hexadecimal digits. A token or handle is opaque: it may be shown, unlike what it was made from.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}
