using System.Buffers.Binary;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>What became of a record without NIR, as it is spilled. Layout: kind (1), pass (1), weight (4), person (16).</summary>
readonly record struct Outcome(LinkKind Kind, LinkPass Pass, int Weight, Key128 Person)
{
    /// <summary>Bytes of an outcome.</summary>
    public const int Size = 2 + sizeof(int) + Key128.Size;

    /// <summary>Units of a weight per bit.</summary>
    public const double Units = 64;

    /// <summary>A weight in bits as it is stored.</summary>
    public static int Stored(double weight) => (int)Math.Round(weight * Units, MidpointRounding.ToEven);

    /// <summary>Reads an outcome.</summary>
    public static Outcome Read(ReadOnlySpan<byte> bytes)
        => new((LinkKind)bytes[0], (LinkPass)bytes[1], BinaryPrimitives.ReadInt32LittleEndian(bytes[2..]), Key128.Read(bytes[6..]));

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[0] = (byte)Kind;
        bytes[1] = (byte)Pass;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[2..], Weight);
        Person.Write(bytes[6..]);
    }
}
