using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Mappings;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>
/// Damaged tables of every form, read as an extract is, plain and through a mapping: rows or a named fault, in bounded time and memory.
/// NONRECOURS_FUZZ=1000000 tries as many of each; FsCheck names the seed of a failure.
/// </summary>
public class TableReaderFuzzTests
{
    const int UsualCases = 2_000;
    const long MostBytes = 64 << 20;
    const int MostSeconds = 60;

    // A few bytes of Parquet may stand for very many rows: the reader streams them, the test stops here.
    const int MostRows = 20_000;

    static readonly byte[] s_odd = [0, (byte)'"', (byte)';', (byte)'\n', (byte)'\r', 0x1F, 0x7F, 0x80, 0xC3, 0xFF];

    static readonly SourceMapping s_mapping = new()
    {
        Dates = "AAAA-MM-JJ",
        Months = "MM/AAAA",
        Amounts = AmountForm.Centimes,
        Tables = new Dictionary<string, TableMapping>
        {
            ["occupants"] = new() { Codes = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["sexe"] = new Dictionary<string, string> { ["F"] = "M", ["é"] = "F" } } },
        },
    };

    static int Cases => int.TryParse(Environment.GetEnvironmentVariable("NONRECOURS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : UsualCases;

    static TableFormat Table => HolderFixture.Library.Formats["bailleur/locataires@1"].Personnes;

    [Theory]
    [InlineData("occupants.csv")]
    [InlineData("occupants.csv.gz")]
    [InlineData("occupants.txt")]
    [InlineData("occupants.txt.gz")]
    [InlineData("occupants.parquet")]
    public void A_damaged_table_is_read_or_has_a_named_fault(string name)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var files = Samples(name).ToList();
        foreach (var file in files)
            Read(folder[name], file, mapped: false).ShouldBeNull();
        var damages = from sample in Gen.Choose(0, files.Count - 1)
                      from places in Gen.Choose(0, int.MaxValue).ArrayOf(4)
                      from kinds in Gen.Choose(0, 5).ArrayOf(4)
                      from octet in Gen.Choose(0, 255)
                      from count in Gen.Choose(1, 4)
                      from mapped in Gen.Elements(false, true)
                      select (sample, places, kinds, octet, count, mapped);
        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var file = files[damage.sample];
            for (var i = 0; i < damage.count && file.Length > 0; i++)
                file = Damage(file, damage.places[i], damage.kinds[i], damage.octet);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var fault = Read(folder[name], file, damage.mapped);
            return (fault is null or TableFaultException) && GC.GetAllocatedBytesForCurrentThread() - before < MostBytes && clock.Elapsed.TotalSeconds < MostSeconds;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    static Exception? Read(string path, byte[] bytes, bool mapped)
    {
        File.WriteAllBytes(path, bytes);
        try
        {
            using var reader = new DeliveredTable(path, Table, ';', "utf-8") { Mapping = mapped ? s_mapping : null }.Open(Table.Fields);
            var touched = 0;
            for (var row = 0; row < MostRows && reader.Read(); row++)
            {
                for (var i = 0; i <= reader.FieldCount; i++)
                    touched += reader.Field(i).Length == 0 ? 0 : reader.Field(i)[^1];
                for (var i = 0; reader is MappedTable table && i < Math.Min(reader.FieldCount, reader.Header.Count); i++)
                    touched += table.IsForeign(i) ? 1 : 0;
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

    static IEnumerable<byte[]> Samples(string name)
    {
        if (name.EndsWith(".parquet", StringComparison.Ordinal))
            return Directory.GetFiles(Repository.Path("tests", "NonRecoursMatch.Tests", "Formats", "Samples"), "*.parquet").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        var text = name.Contains(".txt", StringComparison.Ordinal) ? FixedWidth() : "bail;rang;nom;date_naissance;sexe;loyer\r\nB1;1;\"D\"\"ESSAI; É\";1955-08-17;F;81250\r\n\r\nB2;2;MODELE;00/00/1960;é;-5\r\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        return [name.EndsWith(".gz", StringComparison.Ordinal) ? Compressed(bytes) : bytes];
    }

    static string FixedWidth()
    {
        var layout = Table.FixedWidth!;
        var line = new StringBuilder(layout.Detail).Append(' ', layout.Fields[^1].End);
        foreach (var (column, value) in ((string, string)[])[("bail", "B1"), ("nom", "D'ESSAI, É"), ("date_naissance", "1955-08-17"), ("sexe", "F"), ("loyer", "81250")])
        {
            var start = layout.Fields.Single(field => field.Name == column).Start - 1;
            line.Remove(start, value.Length).Insert(start, value);
        }

        return $"{layout.Header}X\n{line}\n{line}\n{layout.Trailer}{2:0000000000}{162500:000000000000000}\n";
    }

    static byte[] Compressed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return memory.ToArray();
    }

    static byte[] Damage(byte[] file, int place, int kind, int octet)
    {
        var at = place % file.Length;
        switch (kind)
        {
            case 0:
                return [.. file[..at], .. file[Math.Min(file.Length, at + 1 + (octet % 16))..]];
            case 1:
                return [.. file[..at], (byte)octet, .. file[at..]];
            case 2:
                return file[..at];
            case 3:
                return [.. file, .. file[at..]];
            default:
                var copy = file.ToArray();
                copy[at] = kind == 4 ? s_odd[octet % s_odd.Length] : (byte)(copy[at] ^ (1 << (octet % 8)));
                return copy;
        }
    }
}
