using System.IO.Compression;
using System.Text;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Tests.Formats.Tables;

public class GzipTests
{
    const string Text = "nom;age\nA;1\nB;2\n";

    [Fact]
    public void A_compressed_table_reads_like_the_plain_one()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        Rows(Compressed(folder, Text)).ShouldBe(["A|1", "B|2"]);
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var whole = File.ReadAllBytes(Compressed(folder, string.Concat(Enumerable.Range(0, 300).Select(i => $"{i * 7919 % 1009};x\n"))));
        for (var length = 0; length < whole.Length; length++)
        {
            var path = folder["coupe.csv.gz"];
            File.WriteAllBytes(path, whole[..length]);
            Should.Throw<TableFaultException>(() => Rows(path)).Fault.ShouldBeOneOf(TableFault.CompressionTruncated, TableFault.CompressionCorrupt);
        }
    }

    [Fact]
    public void Text_that_is_not_compressed_is_named()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        File.WriteAllText(folder["faux.csv.gz"], Text + Text);
        Should.Throw<TableFaultException>(() => Rows(folder["faux.csv.gz"])).Fault.ShouldBe(TableFault.CompressionCorrupt);
    }

    [Fact]
    public void Gigabytes_in_a_few_bytes_are_refused_before_they_are_read()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var path = folder["bombe.csv.gz"];
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            file.Write("nom;age\n"u8);
            var rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A;1\n", 1 << 18)));
            for (var i = 0; i < 400; i++)
                file.Write(rows);
        }

        new FileInfo(path).Length.ShouldBeLessThan(4 << 20);
        Should.Throw<TableFaultException>(() => Rows(path)).Fault.ShouldBe(TableFault.CompressionBomb);
    }

    static string Compressed(TemporaryFolder folder, string text)
    {
        var path = folder["table.csv.gz"];
        using var file = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        file.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }

    static List<string> Rows(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        var rows = new List<string>();
        while (reader.Read())
        {
            if (rows.Count < 10_000)
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i)))));
        }

        return rows;
    }
}
