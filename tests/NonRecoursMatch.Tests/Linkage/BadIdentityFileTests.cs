using System.Text;
using NonRecoursMatch.Cli.Comparing;
using NonRecoursMatch.Holder.IdentityFiles;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>A file that cannot be read says where, and never what it holds.</summary>
public class BadIdentityFileTests
{
    const string Name = "ZZCANARI";
    const string Nir = "1860235238041";

    static readonly string s_row = new Persona(Name, "Zzprenom", "14/02/1986", "M", "35238", "35047", Nir: Nir).Row("1");

    static string WithHeader(params string[] rows) => string.Join('\n', rows.Prepend(Persona.Header)) + "\n";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "empty file", "", "line 1: column id is missing" },
        { "blank file", "\n\n\n", "line 1: column id is missing" },
        { "no header", s_row + "\n", "line 1: column id is missing" },
        { "missing column", WithHeader(s_row).Replace(";prenoms", ";prenom", StringComparison.Ordinal), "line 1: column prenoms is missing" },
        { "another separator", WithHeader(s_row).Replace(';', ','), "line 1: column id is missing" },
        { "duplicate id", WithHeader(s_row, s_row), "row 2: its id is already that of another row" },
        { "duplicate id far away", WithHeader([s_row, .. Enumerable.Range(2, 9_000).Select(i => new Persona(Name).Row($"{i}")), s_row]), "row 9002: its id is already that of another row" },
        { "empty id", WithHeader(s_row, new Persona(Name).Row("")), "line 3: column id is empty" },
        { "too few fields", WithHeader(s_row, $"2;{Nir};{Name}"), "line 3: 3 fields where the header has 9" },
        { "too many fields", WithHeader(s_row + ";" + Name), "line 2: 10 fields where the header has 9" },
        { "open quote", WithHeader(s_row, $"2;{Nir};\"{Name};;;;;;"), "line 3: 3 fields where the header has 9" },
        { "open quote in the header", "\"" + WithHeader(s_row), "line 1: column id is missing" },
        { "record over 1 MiB", WithHeader(s_row, new Persona(Name + new string('A', 3 << 20)).Row("2")), "line 3: a record over 1 MiB" },
        { "header over 1 MiB", new string('A', 3 << 20) + ";" + Persona.Header, "line 1: a record over 1 MiB" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_the_file_and_the_line_and_no_value(string fault, string text, string message)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var (bad, good) = (folder["mauvais.csv"], ComparedFiles.Write(folder["bon.csv"], [s_row]));
        File.WriteAllText(bad, text, new UTF8Encoding(false));
        foreach (var (left, right) in (ReadOnlySpan<(string, string)>)[(bad, good), (good, bad)])
        {
            var refused = Should.Throw<IdentityFileException>(() => ComparedFiles.Run(folder, left, right), fault);
            refused.Message.ShouldStartWith($"{bad}, ");
            refused.Message.ShouldContain(message);
            string[] values = [Name, Nir, "Zzprenom", "1986", "35238", "AAAAAAAA"];
            values.ShouldAllBe(value => !refused.ToString().Contains(value, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FileNotFoundException>(() => ComparedFiles.Run(folder, folder["absent.csv"], folder["absent.csv"]));
    }

    [Fact]
    public void No_token_stays_on_disk_after_a_fault()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var file = ComparedFiles.Write(folder["mauvais.csv"], [s_row, s_row]);
        Should.Throw<IdentityFileException>(() => ComparedFiles.Run(folder, file, file));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBe([file]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("left_id;right\n1;2\n")]
    [InlineData("1;2\n")]
    [InlineData("\"left_id;right_id\n1;2\n")]
    public void A_file_of_pairs_without_its_columns_is_refused(string text)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        File.WriteAllText(folder["pairs.csv"], text);
        Should.Throw<LinkageFileException>(() => Evaluation.Of(folder["pairs.csv"], folder["pairs.csv"])).Message.ShouldStartWith($"{folder["pairs.csv"]}, line 1: ");
    }
}
