using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Tests.Operator.Partitions;

public class PartitionTests
{
    [Fact]
    public void Every_key_is_in_exactly_one_partition()
        => Prop.ForAll<ulong, ulong, byte>((high, low, number) =>
        {
            var (count, key) = (Math.Max(1, (int)number), new Key128(high * 0x9E3779B97F4A7C15, low));
            return Partition.All(count).Count(partition => key >= partition.Start && !partition.IsBefore(key)) == 1;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(256)]
    public void Ranges_follow_each_other_and_are_equal(int count)
    {
        var starts = Partition.All(count).Select(partition => partition.Start.High).ToList();
        starts[0].ShouldBe(0UL);
        for (var i = 1; i < count; i++)
            (starts[i] - starts[i - 1]).ShouldBeInRange((ulong.MaxValue / (ulong)count) - 1, (ulong.MaxValue / (ulong)count) + 2);
        Partition.All(count).Last().IsBefore(new Key128(ulong.MaxValue, ulong.MaxValue)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2/8", true)]
    [InlineData("1/1", true)]
    [InlineData("256/256", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("1/257", false)]
    [InlineData("-1/8", false)]
    [InlineData("+1/8", false)]
    [InlineData("1", false)]
    [InlineData("1/2/3", false)]
    [InlineData("a/b", false)]
    [InlineData("", false)]
    public void A_partition_is_written_i_of_n(string text, bool good)
    {
        Partition.TryParse(text, out var partition).ShouldBe(good);
        if (good)
            partition.ToString().ShouldBe(text);
    }
}
