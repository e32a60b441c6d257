using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Tests.Formats;

/// <summary>Rows that several writers spill and several readers share.</summary>
public class SharedSpoolTests
{
    const ulong Spread = 0x9E3779B97F4A7C15;

    [Fact]
    public void Readers_in_order_find_what_one_writer_would_have_sorted()
        => Prop.ForAll<(ulong Major, byte Minor)[]>((rows) =>
        {
            using var folder = new TemporaryFolder(inMemory: true);
            var expected = rows.Select((row, i) => (High: row.Major * Spread, row.Minor, i)).OrderBy(row => row.High).ThenBy(row => row.Minor).ThenBy(row => row.i).Select(row => row.i).ToList();
            // Writers take consecutive runs of the rows, as tasks take consecutive ranges of keys.
            foreach (var (writers, readers) in new[] { (1, 1), (2, 3), (3, 2), (3, 8) })
            {
                string[] paths = [.. Enumerable.Range(0, writers).Select(writer => folder[$"{writers}-{readers}-{writer}"])];
                for (var writer = 0; writer < writers; writer++)
                    Write(paths[writer], rows, writer * rows.Length / writers, (writer + 1) * rows.Length / writers);
                Enumerable.Range(0, readers).SelectMany(reader => Read(paths, reader, readers)).ShouldBe(expected);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_that_is_cut_or_changed_is_refused()
    {
        using var folder = new TemporaryFolder();
        Write(folder["a"], [.. Enumerable.Range(0, 1_000).Select(i => ((ulong)i, (byte)i))], 0, 1_000);
        SpoolReader.Describe(folder["a"], whole: true).Rows.ShouldBe(1_000);
        var bytes = File.ReadAllBytes(folder["a"]);
        var digest = SpoolReader.Describe(folder["a"], whole: false).Digest;

        for (var cut = 1; cut < bytes.Length; cut += 997)
        {
            File.WriteAllBytes(folder["b"], bytes[..^cut]);
            Should.Throw<InvalidDataException>(() => SpoolReader.Describe(folder["b"], whole: false));
        }

        for (var at = 0; at < bytes.Length; at += 331)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x40;
            File.WriteAllBytes(folder["b"], changed);
            Refuses(folder["b"], digest).ShouldBeTrue($"byte {at} of {bytes.Length}");
        }
    }

    static bool Refuses(string path, string digest)
    {
        try
        {
            return SpoolReader.Describe(path, whole: true).Digest != digest;
        }
        catch (Exception e) when (e is InvalidDataException or AlteredSpoolException)
        {
            return true;
        }
    }

    static void Write(string path, (ulong Major, byte Minor)[] rows, int start, int end)
    {
        using var writer = new SpoolWriter(path, SpoolWriter.BitsFor(0, readers: 8));
        for (var i = start; i < end; i++)
            writer.Add(new Key128(rows[i].Major * Spread, 7), new Key128(0, rows[i].Minor), BitConverter.GetBytes(i));
        writer.Complete(durable: false);
    }

    static List<int> Read(IEnumerable<string> paths, int reader, int readers)
    {
        using var spool = SpoolReader.Open(paths, reader, readers);
        return [.. spool.LoadAll().SelectMany(bucket => Enumerable.Range(0, bucket.Count).Select(row => BitConverter.ToInt32(bucket.Payload(row))))];
    }
}
