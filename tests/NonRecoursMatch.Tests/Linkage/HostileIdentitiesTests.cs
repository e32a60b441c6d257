using System.Diagnostics;
using System.Text;
using NonRecoursMatch.Cli.Comparing;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Rows that are readable and worth nothing, or that would make the work explode.</summary>
public class HostileIdentitiesTests
{
    static readonly Persona s_known = new("DURAND", "Sophie", "05/06/1971", "F", "29019", "35047");

    [Fact]
    public void Rows_where_everything_is_missing_are_linked_to_nobody()
    {
        var empty = Enumerable.Repeat(new Persona(), 300);
        var pairs = ComparedFiles.Run(ComparedFiles.Rows('a', empty.Append(s_known)), ComparedFiles.Rows('b', empty.Append(s_known)));
        pairs.Lines.ShouldHaveSingleItem().Class.ShouldBe("certain");
        pairs.LeftCounts.WithoutAnchor.ShouldBe(300);
    }

    [Fact]
    public void Words_that_stand_for_an_absent_name_are_no_name()
    {
        Persona[] absent = [new("SNP", "SANS PRENOM", "05/06/1971"), new("INCONNU", "X", "05/06/1971"), new("XXXX", "INCONNU", "05/06/1971")];
        ComparedFiles.Run(ComparedFiles.Rows('a', absent), ComparedFiles.Rows('b', absent)).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_thousand_rows_of_one_name_and_date_cost_seconds_and_link_nothing()
    {
        const int Rows = 20_000;
        var rows = Enumerable.Repeat(s_known with { Residence = "", BirthPlace = "" }, Rows).ToList();
        var watch = Stopwatch.StartNew();
        var pairs = ComparedFiles.Run(ComparedFiles.Rows('a', rows), ComparedFiles.Rows('b', rows));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "a machine under load has ten times what is needed");
        pairs.Lines.ShouldBeEmpty();
        pairs.Report.Comparaisons.ShouldBe(0);
        pairs.LeftCounts.Anchors!.AboveCap.ShouldBe(pairs.LeftCounts.Anchors.Made.Where(made => made.Key != "aleatoires").ToDictionary());
        pairs.LeftCounts.Anchors.AboveCap["D"].ShouldBe(2 * Rows);
    }

    [Fact]
    public void One_common_name_hides_nobody_else()
    {
        var crowd = Enumerable.Repeat(new Persona("MARTIN", "Marie", "01/01/1950", "F"), 500).Append(s_known).ToList();
        var link = ComparedFiles.Run(ComparedFiles.Rows('a', crowd), ComparedFiles.Rows('b', crowd)).Lines.ShouldHaveSingleItem();
        (link.Left, link.Right, link.Class).ShouldBe(("a500", "b500", "certain"));
    }

    [Fact]
    public void A_name_of_900_kilobytes_is_no_name()
    {
        var rows = new[] { s_known with { Surname = new string('A', 900_000) }, s_known };
        var pairs = ComparedFiles.Run(ComparedFiles.Rows('a', rows), ComparedFiles.Rows('b', rows));
        pairs.Links.ShouldAllBe(link => link.Left == "a1" && link.Right == "b1");
        pairs.LeftCounts.Rows.ShouldBe(2);
    }

    [Theory]
    [InlineData("31/02/1980")]
    [InlineData("99/99/9999")]
    [InlineData("29/02/1900")]
    [InlineData("5/6/1971")]
    [InlineData("1971-06-05")]
    [InlineData("DURAND")]
    public void A_date_that_is_none_counts_as_unknown(string date)
    {
        var rows = ComparedFiles.Rows('a', [s_known with { Birth = date }]);
        var pairs = ComparedFiles.Run(rows, ComparedFiles.Rows('b', [s_known with { Birth = date }]));
        pairs.Links.ShouldBeEmpty();
        pairs.LeftCounts.WrongBirth.ShouldBe(1);
    }

    [Fact]
    public void A_date_of_zeros_is_unknown_and_not_wrong()
    {
        var pairs = ComparedFiles.Run(ComparedFiles.Rows('a', [s_known with { Birth = "00/00/0000" }]), ComparedFiles.Rows('b', [s_known with { Birth = "00/00/0000" }]));
        pairs.Links.ShouldBeEmpty();
        pairs.LeftCounts.WrongBirth.ShouldBe(0);
    }

    [Theory]
    [InlineData("Иванова", "Анна Петровна")]
    [InlineData("بن علي", "محمد")]
    [InlineData("阮", "文雄")]
    [InlineData("Παπαδόπουλος", "Γιώργος")]
    [InlineData("ÅNGSTRÖM", "Æther")]
    [InlineData("𐐀𐐁𐐂", "𝒜𝓃𝓃𝒶")]
    public void Names_of_any_script_link_when_date_and_place_are_the_same(string surname, string givenNames)
    {
        var persona = s_known with { Surname = surname, GivenNames = givenNames };
        var link = ComparedFiles.Run(ComparedFiles.Rows('a', [persona, s_known]), ComparedFiles.Rows('b', [persona])).Links.ShouldHaveSingleItem();
        (link.Left, link.Class).ShouldBe(("a0", "certain"));
    }

    [Theory]
    [InlineData("DU\0RAND")]
    [InlineData("\0")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("\u202EDNARUD")]
    [InlineData("=cmd|'/C calc'!A0")]
    public void Odd_characters_do_no_harm(string surname)
    {
        var persona = s_known with { Surname = surname };
        Should.NotThrow(() => ComparedFiles.Run(ComparedFiles.Rows('a', [persona, s_known]), ComparedFiles.Rows('b', [persona, s_known])));
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_do_no_harm()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        byte[] text = [.. Encoding.UTF8.GetBytes(Persona.Header + "\n1;;D"), 0xE9, .. Encoding.UTF8.GetBytes("SIR"), 0xFF, 0xC0, .. Encoding.UTF8.GetBytes(";;Sophie;F;05/06/1971;29019;3504"), 0x80, (byte)'\n'];
        File.WriteAllBytes(folder["latin.csv"], text);
        var pairs = ComparedFiles.Run(folder, folder["latin.csv"], folder["latin.csv"]);
        pairs.Links.ShouldAllBe(link => link.Class == "probable");
        pairs.LeftCounts.Rows.ShouldBe(1);
    }

    [Fact]
    public void A_header_alone_gives_no_pair()
    {
        ComparedFiles.Run([], []).Lines.ShouldBeEmpty();
        ComparedFiles.Run(ComparedFiles.Rows('a', [s_known]), []).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Byte_order_mark_windows_lines_and_another_order_of_columns_are_read()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var left = ComparedFiles.Write(folder["a.csv"], ComparedFiles.Rows('a', [s_known]));
        File.WriteAllText(
            folder["b.csv"],
            "commune_residence;commune_naissance;date_naissance;sexe;prenoms;nom_usage;nom_naissance;nir;id\r\n\r\n35047;29019;05/06/1971;F;Sophie;;\"DURAND\";;b0\r\n",
            new UTF8Encoding(true));
        ComparedFiles.Run(folder, left, folder["b.csv"]).Lines.ShouldHaveSingleItem().Class.ShouldBe("certain");
    }

    [Fact]
    public void A_file_compared_with_itself_links_every_row_to_itself()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var file = ComparedFiles.Write(folder["a.csv"], ComparedFiles.Rows('a', [s_known, new("LE GOFF", "Jean", "14/02/1986", "M", "35238", "35238"), new()]));
        ComparedFiles.Run(folder, file, file).Lines.Select(line => (line.Left, line.Right, line.Class)).ShouldBe([("a0", "a0", "certain"), ("a1", "a1", "certain")], ignoreOrder: true);
    }

    [Fact]
    public void Ids_with_separators_and_quotes_come_back_whole()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var left = ComparedFiles.Write(folder["a.csv"], [s_known.Row("\"a;\"\"1\"\"\"")]);
        var right = ComparedFiles.Write(folder["b.csv"], ComparedFiles.Rows('b', [s_known]));
        ComparedFiles.Run(folder, left, right);
        PairFile.Read(folder["pairs.csv"]).ShouldHaveSingleItem().Left.ShouldBe("a;\"1\"");
    }
}
