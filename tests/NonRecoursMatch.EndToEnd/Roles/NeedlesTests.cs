using System.IO.Compression;
using System.Text;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>The search of the tests of this folder finds what it must: without this, to find nothing would prove nothing.</summary>
public class NeedlesTests
{
    const string Value = "Zéphyrine-Quartz";

    static readonly byte[] s_key = [.. Enumerable.Range(40, 32).Select(i => (byte)(i * 37))];

    public static TheoryData<string> Forms => ["{0}", "x{0}y", "nom=\"{0}\";autre"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_text_is_found_in_every_encoding_case_and_container(string around)
    {
        var needles = new Needles();
        needles.AddText(Value);
        foreach (var text in new[] { Value, Value.ToUpperInvariant(), Value.ToLowerInvariant(), "ZEPHYRINE-QUARTZ", "zephyrine-quartz" }.Select(text => string.Format(System.Globalization.CultureInfo.InvariantCulture, around, text)))
        {
            foreach (var bytes in new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => encoding.GetBytes(text)))
            {
                needles.In(bytes).ShouldBe([Value]);
                needles.In(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes))).ShouldBe([Value]);
                needles.In(Encoding.ASCII.GetBytes("payload:" + Convert.ToBase64String(bytes))).ShouldBe([Value]);
                needles.In([1, 2, 3, .. Gzip(bytes), 4, 5]).ShouldBe([Value]);
                needles.In(Gzip(Gzip(bytes))).ShouldBe([Value]);
                needles.In(Zip(bytes)).ShouldBe([Value]);
                needles.In(bytes[..^(bytes.Length / 2)]).ShouldBeEmpty();
            }
        }

        needles.In(Encoding.UTF8.GetBytes("Zéphirine-Quartz")).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_is_found_as_it_is_in_hexadecimal_and_in_base64()
    {
        var needles = new Needles();
        needles.AddBytes("clé", s_key);
        needles.In([9, .. s_key, 9]).ShouldBe(["clé"]);
        needles.In(Encoding.UTF8.GetBytes(Convert.ToHexString(s_key))).ShouldBe(["clé"]);
        needles.In(Encoding.Unicode.GetBytes(Convert.ToHexStringLower(s_key))).ShouldBe(["clé"]);
        needles.In(Encoding.Unicode.GetBytes(Convert.ToBase64String(s_key))).ShouldBe(["clé"]);
        needles.In(s_key[1..]).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_is_found_as_an_integer_and_a_file_by_its_name()
    {
        using var folder = new TemporaryFolder();
        var needles = new Needles();
        needles.AddText("1840599350041");
        needles.In([7, .. BitConverter.GetBytes(1840599350041L)]).ShouldBe(["1840599350041"]);
        File.WriteAllText(folder["bilan-1840599350041.txt"], "");
        File.WriteAllText(folder["bilan.txt"], "1 840 599");
        needles.InFolder(folder.Path).ShouldHaveSingleItem().ShouldContain("1840599350041");
        needles.InFolder(folder.Path, except: _ => true).ShouldBeEmpty();
    }

    static byte[] Gzip(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return output.ToArray();
    }

    static byte[] Zip(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(bytes);
        }

        return output.ToArray();
    }
}
