using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Tests.Columns;

public class Key128Tests
{
    [Fact]
    public void The_order_of_keys_is_the_order_of_their_bytes()
        => Prop.ForAll<(ulong A, ulong B, ulong C, ulong D)>(words =>
        {
            var (a, b, c, d) = words;
            var (left, right) = (new Key128(a, b), new Key128(c, d));
            Span<byte> leftBytes = stackalloc byte[16], rightBytes = stackalloc byte[16];
            left.Write(leftBytes);
            right.Write(rightBytes);
            return Math.Sign(left.CompareTo(right)) == Math.Sign(leftBytes.SequenceCompareTo(rightBytes)) && Key128.Read(leftBytes) == left;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_keep_their_place_in_hexadecimal()
        => Key128.ParseHex("000102030405060708090a0b0c0d0e0f").ToString().ShouldBe("000102030405060708090a0b0c0d0e0f");
}
