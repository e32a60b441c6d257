using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Tests.Formats;

public class SortSpoolTests
{
    [Fact]
    public void Rows_come_back_in_the_order_of_their_keys_then_of_their_addition()
        => Prop.ForAll<(ulong Major, byte Minor)[], bool>((rows, large) =>
        {
            using var folder = new TemporaryFolder();
            // 1 GiB announced: 32 partitions; nothing announced: one.
            using var spool = new SortSpool(folder["spool"], large ? 1L << 30 : 0);
            for (var i = 0; i < rows.Length; i++)
                spool.Add(new Key128(rows[i].Major * 0x9E3779B97F4A7C15, 7), new Key128(0, rows[i].Minor), BitConverter.GetBytes(i));
            var expected = rows.Select((row, i) => (High: row.Major * 0x9E3779B97F4A7C15, row.Minor, i)).OrderBy(row => row.High).ThenBy(row => row.Minor).ThenBy(row => row.i).Select(row => row.i);
            var found = spool.LoadAll().SelectMany(partition => Enumerable.Range(0, partition.Count).Select(row => BitConverter.ToInt32(partition.Payload(row)))).ToList();
            return found.SequenceEqual(expected) && spool.Rows == rows.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_run_holds_all_rows_of_one_major_key()
    {
        using var folder = new TemporaryFolder();
        using var spool = new SortSpool(folder["spool"], 0);
        foreach (var major in new ulong[] { 5, 1, 5, 5, 1, 9 })
            spool.Add(new Key128(major, 0), default, Encoding.ASCII.GetBytes("x"));
        var rows = spool.Load(0);
        rows.EndOfRun(0).ShouldBe(2);
        rows.EndOfRun(2).ShouldBe(5);
        rows.EndOfRun(5).ShouldBe(6);
    }

    [Fact]
    public void Nothing_is_left_on_disk()
    {
        using var folder = new TemporaryFolder();
        using (var spool = new SortSpool(folder["spool"], 0))
            spool.Add(default, default, [1]);
        Directory.Exists(folder["spool"]).ShouldBeFalse();
    }
}
