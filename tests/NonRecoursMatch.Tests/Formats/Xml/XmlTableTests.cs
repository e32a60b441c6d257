using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Formats.Xml;

namespace NonRecoursMatch.Tests.Formats.Xml;

public class XmlTableTests
{
    static readonly XmlTableLayout s_layout = new("Dossier", "Personne",
    [
        new("numero") { Paths = ["Numero"] },
        new("rang") { NumberOf = "Personne" },
        new("nom") { Paths = ["Personne/Nom/Naissance", "Personne/Nom/Usage"] },
        new("role") { Paths = ["Personne/Role/Code"], Only = new XmlCondition("Personne/Role", "Personne/Role/Droit", "RSA") },
        new("pays") { Constant = "FR" },
        new("vide"),
    ]);

    [Fact]
    public void Records_are_rows_with_the_values_around_them_wherever_these_stand()
    {
        var text = """
            <R>
             <Entete><Numero>0</Numero></Entete>
             <Dossier><Personne>
               <Role><Code>CJT</Code><Droit>PFA</Droit></Role><Role><Code>DEM</Code><Droit>RSA</Droit></Role><Nom><Usage> DURAND </Usage><Naissance>ÉTÉ &amp; C<![CDATA[<o>]]></Naissance></Nom>
             </Personne>
             <Personne><Nom><Naissance/><Usage>LEROY</Usage></Nom><Autre><Nom><Usage>X</Usage></Nom></Autre></Personne><Numero>7</Numero></Dossier>
             <Dossier><Numero>8</Numero></Dossier>
             <Dossier><Numero>9</Numero><Personne/></Dossier>
            </R>
            """;
        Rows(text).ShouldBe(["3:7|1|ÉTÉ & C<o>|DEM|FR|", "6:7|2|LEROY||FR|", "8:9|1|||FR|"]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("iso-8859-15")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public void The_encoding_is_that_which_the_file_declares(string name)
    {
        Rows(s_minimal[0]).ShouldBe(["1:1|1|ÉTÉ||FR|"]);
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>{s_minimal[0]}";
        Rows(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).ShouldBe(["1:1|1|ÉTÉ||FR|"]);
    }

    [Theory]
    [InlineData("<R><Dossier><Personne></Dossier></R>", TableFault.XmlCorrupt, "1:25")]
    [InlineData("<R>\n<Dossier>\n<Personne>", TableFault.XmlCorrupt, "3:11")]
    [InlineData("", TableFault.XmlCorrupt, "1:1")]
    [InlineData("NOM;PRENOM", TableFault.XmlCorrupt, "1:1")]
    [InlineData("<R><Dossier><DTDEMRSA>1</DTDEM></Dossier></R>", TableFault.XmlCorrupt, "1:26")]
    [InlineData("<R><Dossier><Personne>&secret;</Personne></Dossier></R>", TableFault.XmlCorrupt, "1:24")]
    [InlineData("<!DOCTYPE R [<!ENTITY a 'b'>]><R/>", TableFault.XmlDocumentType, "1:1")]
    [InlineData("<!DOCTYPE R SYSTEM 'file:///etc/passwd'><R/>", TableFault.XmlDocumentType, "1:1")]
    [InlineData("<R><Autre/></R>", TableFault.XmlOther, "1:16")]
    [InlineData("<R><A><Dossier/></A></R>", TableFault.XmlOther, "1:25")]
    public void A_file_that_cannot_be_read_says_why_and_where_and_quotes_nothing(string text, TableFault fault, string place)
    {
        var refused = Should.Throw<TableFaultException>(() => Rows(text));
        refused.Fault.ShouldBe(fault);
        refused.Subject.ShouldBe(place);
        refused.ToString().ShouldNotContain("DTDEM");
        refused.ToString().ShouldNotContain("secret");
        refused.InnerException.ShouldBeNull();
    }

    [Fact]
    public void A_byte_that_the_declared_encoding_does_not_have_is_a_fault()
        => Should.Throw<TableFaultException>(() => Rows(new MemoryStream(Encoding.Latin1.GetBytes(s_minimal[0])))).Fault.ShouldBe(TableFault.XmlCorrupt);

    [Fact]
    public void Depth_values_groups_and_names_are_bounded()
    {
        static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
        foreach (var text in (string[])
        [
            $"<R><Dossier>{Repeat("<a>", 40)}{Repeat("</a>", 40)}</Dossier></R>",
            $"<R><Dossier><Numero>{new string('7', 5000)}</Numero></Dossier></R>",
            $"<R><Dossier>{Repeat("<Personne/>", 10_001)}</Dossier></R>",
            $"<R><Dossier><{new string('a', 5_000_000)}/></Dossier></R>",
            $"<R><Dossier a=\"{new string('a', 5_000_000)}\"/></R>",
            $"<R><Dossier><!--{new string('a', 5_000_000)}--></Dossier></R>",
            $"<R><Dossier><Autre>{new string('a', 5_000_000)}</Autre></Dossier></R>",
        ])
            Should.Throw<TableFaultException>(() => Rows(text)).Fault.ShouldBe(TableFault.XmlTooLarge, text[..40]);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        using var table = new XmlTable(new Repeated(Encoding.UTF8.GetBytes("<R>"), Encoding.UTF8.GetBytes(s_minimal[0][3..^4]), 200_000, Encoding.UTF8.GetBytes("</R>")), s_layout);
        var rows = 0;
        var most = 0L;
        while (table.Read())
        {
            if (++rows % 50_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        rows.ShouldBe(200_000);
        (most - GC.GetTotalMemory(forceFullCollection: true)).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void Damage_never_makes_anything_but_rows_or_a_named_fault()
    {
        var valid = Encoding.UTF8.GetBytes(s_minimal[0]);
        Prop.ForAll(ArbMap.Default.ArbFor<(NonNegativeInt, byte)[]>(), changes =>
        {
            var damaged = valid.ToArray();
            foreach (var (at, value) in changes)
                damaged[at.Get % damaged.Length] = value;
            try
            {
                Rows(new MemoryStream(damaged)).Count.ShouldBeLessThan(2);
            }
            catch (TableFaultException fault)
            {
                fault.Subject.ShouldMatch("^[0-9]+:[0-9]+$");
            }
        }).QuickCheckThrowOnFailure();
    }

    static readonly string[] s_minimal = ["<R><Dossier><Numero>1</Numero><Personne><Nom><Usage>ÉTÉ</Usage></Nom></Personne></Dossier></R>"];

    static List<string> Rows(string text) => Rows(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    static List<string> Rows(Stream text)
    {
        using var table = new XmlTable(text, s_layout);
        var rows = new List<string>();
        while (table.Read())
            rows.Add($"{table.Line}:{string.Join('|', Enumerable.Range(0, table.FieldCount).Select(i => Encoding.UTF8.GetString(table.Field(i))))}");
        return rows;
    }

    /// <summary>A long file that is nowhere.</summary>
    sealed class Repeated(byte[] head, byte[] body, int times, byte[] tail) : Stream
    {
        readonly IEnumerator<byte[]> _parts = Enumerable.Repeat(body, times).Prepend(head).Append(tail).GetEnumerator();
        ReadOnlyMemory<byte> _left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left.IsEmpty)
                _left = _parts.MoveNext() ? _parts.Current : default;
            var read = Math.Min(count, _left.Length);
            _left[..read].CopyTo(buffer.AsMemory(offset));
            _left = _left[read..];
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
