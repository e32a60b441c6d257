using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Trust.Journals;

namespace NonRecoursMatch.Tests.Trust;

public sealed class JournalTests : IDisposable
{
    static readonly string Digest = new('a', 64);

    readonly TemporaryFolder _folder = new();

    string Path => _folder["journal.jsonl"];

    public void Dispose() => _folder.Dispose();

    string Fill(int lines)
    {
        using var journal = Journal.Open(Path, FixedClock.November);
        for (var i = 0; i < lines; i++)
            journal.Append("paquet.depose", new JournalData().Code("source", "caf-35").Count("lignes", i).Digest("manifeste", Digest).Flag("test", true));
        return journal.Head;
    }

    [Fact]
    public void A_line_holds_number_time_event_data_and_the_digest_of_the_line_before()
    {
        Fill(1);
        File.ReadAllText(Path).ShouldBe(
            $$"""{"seq":1,"time":"2026-11-12T09:30:00.000Z","event":"paquet.depose","data":{"source":"caf-35","lignes":0,"manifeste":"{{Digest}}","test":true},"prev":"{{new string('0', 64)}}"}""" + "\n");
    }

    [Fact]
    public void An_intact_journal_gives_its_number_of_lines_and_its_head()
    {
        var head = Fill(5);
        Journal.Verify(Path).ShouldBe(new JournalVerification(5, new FileInfo(Path).Length, head, null));
    }

    [Fact]
    public void Sha256sum_recomputes_the_whole_chain()
    {
        var head = Fill(4);
        var lines = File.ReadAllLines(Path);
        for (var i = 1; i <= lines.Length; i++)
        {
            var digest = Shell($"head -n {i} journal.jsonl | tail -n 1 | tr -d '\\n' | sha256sum").Split(' ')[0];
            if (i < lines.Length)
                lines[i].ShouldEndWith($"\"prev\":\"{digest}\"}}");
            else
                digest.ShouldBe(head);
        }
    }

    [Fact]
    public void Any_changed_byte_in_any_line_is_detected()
    {
        var head = Fill(6);
        var original = File.ReadAllBytes(Path);
        Prop.ForAll<NonNegativeInt, byte>((place, value) =>
        {
            var changed = (byte[])original.Clone();
            var at = place.Get * 7919 % changed.Length;
            changed[at] = value;
            if (changed[at] == original[at])
                return true;
            File.WriteAllBytes(Path, changed);
            return Altered(head);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_flipped_bit_at_every_place_is_detected()
    {
        var head = Fill(3);
        var original = File.ReadAllBytes(Path);
        for (var at = 0; at < original.Length; at++)
        {
            var changed = (byte[])original.Clone();
            changed[at] ^= 1;
            File.WriteAllBytes(Path, changed);
            Altered(head).ShouldBeTrue($"byte {at}");
        }
    }

    [Fact]
    public void A_line_taken_out_added_or_moved_is_detected()
    {
        var head = Fill(5);
        var lines = File.ReadAllLines(Path);
        for (var i = 0; i < lines.Length; i++)
        {
            Write([.. lines[..i], .. lines[(i + 1)..]]);
            Altered(head).ShouldBeTrue($"line {i + 1} taken out");
            Write([.. lines[..i], lines[i], lines[i], .. lines[(i + 1)..]]);
            Altered(head).ShouldBeTrue($"line {i + 1} repeated");
        }

        Write([lines[0], lines[2], lines[1], lines[3], lines[4]]);
        Journal.Verify(Path).BrokenLine.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"seq\":1}", JournalFault.NotAnEntry)]
    [InlineData("not json", JournalFault.NotAnEntry)]
    [InlineData("", JournalFault.NotAnEntry)]
    [InlineData("{\"seq\":1,\"time\":\"t\",\"event\":\"e\",\"data\":[],\"prev\":\"\"}", JournalFault.NotAnEntry)]
    [InlineData("{\"seq\":\"1\",\"time\":\"t\",\"event\":\"e\",\"data\":{},\"prev\":\"\"}", JournalFault.WrongNumber)]
    [InlineData("{\"seq\":2,\"time\":\"t\",\"event\":\"e\",\"data\":{},\"prev\":\"\"}", JournalFault.WrongNumber)]
    [InlineData("{\"seq\":1,\"time\":\"t\",\"event\":\"e\",\"data\":{},\"prev\":\"\"}", JournalFault.WrongPrevious)]
    public void The_first_broken_line_is_named_with_its_fault(string line, JournalFault fault)
    {
        Write([line]);
        var found = Journal.Verify(Path);
        (found.Intact, found.BrokenLine, found.Fault).ShouldBe((false, 1, fault));
        Should.Throw<JournalBrokenException>(() => Journal.Open(Path, FixedClock.November));
        File.ReadAllText(Path).ShouldBe(line + "\n", "a broken journal is left as it was found");
    }

    [Fact]
    public void A_journal_goes_on_where_it_stopped()
    {
        Fill(2);
        var head = Fill(2);
        Journal.Verify(Path).ShouldSatisfyAllConditions(found => found.Lines.ShouldBe(4), found => found.Head.ShouldBe(head));
    }

    [Fact]
    public void A_line_that_the_program_died_in_is_reported_then_cut_off_and_the_cut_recorded()
    {
        Fill(2);
        File.AppendAllText(Path, "{\"seq\":3,\"ti");
        Journal.Verify(Path).Fault.ShouldBe(JournalFault.Incomplete);
        Fill(1);
        Journal.Verify(Path).Lines.ShouldBe(4);
        File.ReadAllLines(Path)[2].ShouldContain("\"event\":\"journal.ligne-incomplete-retiree\",\"data\":{\"octets\":12}");
    }

    [Fact]
    public void Two_writers_cannot_hold_one_journal()
    {
        using var first = Journal.Open(Path, FixedClock.November);
        Should.Throw<IOException>(() => Journal.Open(Path, FixedClock.November));
    }

    [Fact]
    public void Lines_longer_than_a_block_are_read_whole()
    {
        using (var journal = Journal.Open(Path, FixedClock.November))
        {
            var data = new JournalData();
            for (var i = 0; i < 3000; i++)
                data.Digest($"fichier-{i}", Digest);
            journal.Append("long", data);
            journal.Append("court", new JournalData());
        }

        Journal.Verify(Path).Lines.ShouldBe(2);
    }

    [Theory]
    [InlineData("Éléonore d'Arc")]
    [InlineData("deux mots")]
    [InlineData("")]
    [InlineData("ligne\n")]
    public void Free_text_has_no_way_into_a_journal(string text)
    {
        Should.Throw<ArgumentException>(() => new JournalData().Code("motif", text));
        Should.Throw<ArgumentException>(() => new JournalData().Count(text, 1));
        using var journal = Journal.Open(Path, FixedClock.November);
        Should.Throw<ArgumentException>(() => journal.Append(text, new JournalData()));
    }

    [Theory]
    [InlineData("panne chez le prestataire", "panne-chez-le-prestataire")]
    [InlineData(" Retard : « 2e fois » !", "Retard-2e-fois")]
    public void A_published_reason_enters_as_one_code(string reason, string code)
    {
        using (var journal = Journal.Open(Path, FixedClock.November))
            journal.Append("source.absente", new JournalData().Words("motif", reason).Words("long", new string('a', 300)));
        File.ReadAllText(Path).ShouldContain($"\"motif\":\"{code}\",\"long\":\"{new string('a', 120)}\"");
        Should.Throw<ArgumentException>(() => new JournalData().Words("motif", " ! "));
    }

    [Fact]
    public void A_digest_that_is_none_or_a_fact_given_twice_is_refused()
    {
        Should.Throw<ArgumentException>(() => new JournalData().Digest("manifeste", "abc"));
        Should.Throw<ArgumentException>(() => new JournalData().Count("lignes", 1).Count("lignes", 2));
    }

    bool Altered(string head)
    {
        var found = Journal.Verify(Path);
        return !found.Intact || found.Head != head;
    }

    void Write(string[] lines) => File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    string Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output;
    }
}
