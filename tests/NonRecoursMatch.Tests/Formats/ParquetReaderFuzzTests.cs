using System.Diagnostics;
using System.Globalization;
using NonRecoursMatch.Formats.Parquet.Reading;
using NonRecoursMatch.Tests.Formats.Probes;
using static NonRecoursMatch.Tests.Formats.Probes.ParquetBuilder;

namespace NonRecoursMatch.Tests.Formats;

/// <summary>
/// Damaged files: nothing but a refusal escapes, in bounded time and memory. NONRECOURS_FUZZ=1000000 tries as many of each kind; every case has
/// its own seed, which a failure names.
/// </summary>
public class ParquetReaderFuzzTests
{
    const int UsualCases = 4_000;
    const long MostBytes = 48 << 20;
    const int MostSeconds = 60;

    // A few bytes may stand for very many rows: the reader streams them, the test stops here.
    const int MostRows = 20_000;

    static readonly int[] s_codecs = [0, 0, 0, 0, 0, 0, 1, 2, 4];
    static readonly byte[] s_odd = [0, 1, 0x7F, 0x80, 0xFF];
    static readonly ParquetLimits s_limits = new(Page: 1 << 20, Total: 4 << 20);

    static int Cases => int.TryParse(Environment.GetEnvironmentVariable("NONRECOURS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : UsualCases;

    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        var files = Directory.GetFiles(Repository.Path("tests", "NonRecoursMatch.Tests", "Formats", "Samples"), "*.parquet").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        files.Length.ShouldBeGreaterThan(3);
        foreach (var file in files)
            Try(file).ShouldBeNull();
        Run(Cases, random => Damage(files[random.Next(files.Length)], random));
    }

    [Fact]
    public void Random_bytes_in_a_sound_page_are_read_or_refused() => Run(Cases, random =>
    {
        var type = random.Next(8);
        var nullable = random.Next(2) == 0;
        var isDecimal = type is TypeInt32 or TypeInt64 or TypeByteArray or TypeFixedLenByteArray && random.Next(4) == 0;
        var element = Column(type, nullable, isDecimal ? 5 : null, length: 1 + random.Next(16), scale: 3, precision: 38);
        var rows = random.Next(200);
        var file = new ParquetBuilder { Element = element, Rows = rows, Codec = s_codecs[random.Next(s_codecs.Length)] };
        if (random.Next(2) == 0)
            file.Dictionary(random.Next(20), Bytes(random));
        var encoding = random.Next(10);
        // Levels that are sound let the values be reached.
        byte[] levels = nullable ? [(byte)((rows << 1) | 0x80), (byte)(rows >> 6), (byte)random.Next(2)] : [];
        if (random.Next(2) == 0)
            file.Page(rows, [.. nullable ? BitConverter.GetBytes(levels.Length) : [], .. levels, .. Bytes(random)], encoding);
        else
            file.PageV2(rows, random.Next(2) * rows, levels, Bytes(random), encoding, random.Next(2) == 0 ? Bytes(random) : null);
        return file.Bytes();
    });

    static void Run(int cases, Func<Random, byte[]> make)
    {
        for (var seed = 0; seed < cases; seed++)
        {
            var file = make(new Random(seed));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            if (Try(file) is { } fault and not ParquetFormatException)
                throw new InvalidOperationException($"seed {seed}", fault);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes, $"seed {seed}");
            clock.Elapsed.TotalSeconds.ShouldBeLessThan(MostSeconds, $"seed {seed}");
        }
    }

    static Exception? Try(byte[] file)
    {
        try
        {
            using var reader = new ParquetReader(new MemoryStream(file), s_limits);
            var touched = 0;
            while (reader.Row < MostRows && reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    touched += reader.Field(i).Length == 0 ? 0 : reader.Field(i)[^1];
            }

            return null;
        }
#pragma warning disable CA1031 // Which exceptions escape is what is tested.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault;
        }
    }

    static byte[] Damage(byte[] whole, Random random)
    {
        var file = whole.ToArray();
        // Half of the damage goes to the last part, where the footer says where everything is.
        var from = random.Next(2) == 0 ? Math.Max(0, file.Length - 4_000) : 0;
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            var at = random.Next(from, file.Length);
            switch (random.Next(5))
            {
                case 0:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file[at] = s_odd[random.Next(s_odd.Length)];
                    break;
                case 2:
                    random.NextBytes(file.AsSpan(at, Math.Min(1 + random.Next(8), file.Length - at)));
                    break;
                case 3:
                    var length = Math.Min(random.Next(64), file.Length - Math.Max(at, from));
                    file.AsSpan(random.Next(from, file.Length - length), length).CopyTo(file.AsSpan(at));
                    break;
                default:
                    file = random.Next(8) == 0 ? [.. file[..at], .. file[Math.Min(file.Length, at + 1 + random.Next(16))..]] : file;
                    from = Math.Min(from, file.Length - 1);
                    break;
            }
        }

        return file;
    }

    static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(random.Next(2) == 0 ? 40 : 600)];
        random.NextBytes(bytes);
        // Small numbers are more often lengths and counts that hold.
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = random.Next(3) == 0 ? bytes[i] : (byte)(bytes[i] & 7);
        return bytes;
    }
}
