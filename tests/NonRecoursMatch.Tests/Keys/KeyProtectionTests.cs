using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using FixedClock = NonRecoursMatch.Tests.Trust.FixedClock;

namespace NonRecoursMatch.Tests.Keys;

/// <summary>Keys under a passphrase, in two halves, and through their life.</summary>
public sealed class KeyProtectionTests : IDisposable
{
    static readonly FixedClock s_later = new(new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero));

    readonly TemporaryFolder _folder = new();

    public KeyProtectionTests()
    {
        Secret("phrase", "correct cheval pile agrafe\n");
        Secret("autre", "autre cheval pile agrafe");
    }

    string Phrase => "file:" + _folder["phrase"];

    string Other => "file:" + _folder["autre"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_under_a_passphrase_opens_with_it_and_shows_no_digit_of_itself()
    {
        using var made = New(["a.json"], [Phrase]);
        var text = File.ReadAllText(_folder["a.json"]);
        text.ShouldContain("\"iterations\": 600000");
        text.ShouldNotContain(Convert.ToHexStringLower(made.Bytes));
        using var opened = Access(Other, Phrase).Open("file:a.json");
        opened.Bytes.SequenceEqual(made.Bytes).ShouldBeTrue();
        opened.Dates.ShouldBe(made.Dates);
    }

    [Fact]
    public void A_wrong_passphrase_and_an_altered_file_get_one_and_the_same_answer()
    {
        New(["a.json"], [Phrase]).Dispose();
        var wrong = Refused("file:a.json", Other);
        wrong.Reason.ShouldBe(KeyRefusal.NotOpened);
        wrong.Message.ShouldBe(_folder["a.json"]);
        var text = File.ReadAllText(_folder["a.json"]);
        string[] alterations =
        [
            text.Replace("2027-01-31", "2028-01-31", StringComparison.Ordinal),
            text.Replace("600000", "600001", StringComparison.Ordinal),
            text.Replace("\"test\": false", "\"test\": true", StringComparison.Ordinal),
            text.Replace("\"root\"", "\"secret\"", StringComparison.Ordinal),
            .. new[] { "salt", "nonce", "tag", "encrypted", "check" }.Select(name => FlipDigitAfter(text, $"\"{name}\": \"")),
        ];
        foreach (var altered in alterations)
        {
            altered.ShouldNotBe(text);
            File.WriteAllText(_folder["a.json"], altered);
            var refused = Refused("file:a.json", Phrase);
            (refused.Reason, refused.Message).ShouldBe((wrong.Reason, wrong.Message));
        }
    }

    [Fact]
    public void Without_a_passphrase_or_with_few_iterations_or_a_short_passphrase_nothing_is_done()
    {
        New(["a.json"], [Phrase]).Dispose();
        Refused("file:a.json").Reason.ShouldBe(KeyRefusal.PassphraseNeeded);
        Refused("file:a.json", "file:" + _folder["absente"]).Reason.ShouldBe(KeyRefusal.Missing);
        Refused("file:a.json", "correct cheval pile agrafe").Reason.ShouldBe(KeyRefusal.NotAReference);
        File.WriteAllText(_folder["a.json"], File.ReadAllText(_folder["a.json"]).Replace("600000", "1000", StringComparison.Ordinal));
        Refused("file:a.json", Phrase).Reason.ShouldBe(KeyRefusal.Malformed);
        Secret("courte", "azerty");
        Should.Throw<KeyRefusedException>(() => New(["b.json"], ["file:" + _folder["courte"]])).Reason.ShouldBe(KeyRefusal.WeakPassphrase);
        File.Exists(_folder["b.json"]).ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
        {
            New(["c.json"], [Phrase]).Dispose();
            File.SetUnixFileMode(_folder["phrase"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Refused("file:c.json", Phrase).Reason.ShouldBe(KeyRefusal.ReadableByOthers);
        }
    }

    [Fact]
    public void Two_halves_give_the_key_in_either_order_and_one_gives_nothing()
    {
        using var made = New(["a.json", "b.json"], [Phrase, Other]);
        foreach (var reference in new[] { "file:a.json,file:b.json", "file:b.json,file:a.json" })
        {
            using var opened = Access(Phrase, Other).Open(reference);
            opened.Bytes.SequenceEqual(made.Bytes).ShouldBeTrue();
            opened.Fingerprint.ShouldBe(made.Fingerprint);
        }

        Refused("file:a.json", Phrase).Reason.ShouldBe(KeyRefusal.HalfMissing);
        Refused("file:a.json,file:a.json", Phrase).Reason.ShouldBe(KeyRefusal.HalfMissing);
        New(["c.json", "d.json"], []).Dispose();
        Refused("file:a.json,file:d.json", Phrase).Reason.ShouldBe(KeyRefusal.HalfMissing);
        Refused("file:a.json,file:b.json,file:c.json", Phrase, Other).Reason.ShouldBe(KeyRefusal.HalfMissing);
    }

    [Fact]
    public void Each_half_has_a_check_value_of_its_own_and_an_altered_one_is_refused()
    {
        New(["a.json", "b.json"], []).Dispose();
        var text = File.ReadAllText(_folder["b.json"]);
        foreach (var name in new[] { "key", "half_check", "check" })
        {
            File.WriteAllText(_folder["b.json"], FlipDigitAfter(text, $"\"{name}\": \""));
            Refused("file:a.json,file:b.json").Reason.ShouldBeOneOf(KeyRefusal.Malformed, KeyRefusal.HalfMissing);
        }
    }

    [Fact]
    public void A_half_is_as_random_as_a_key()
    {
        using var key = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 1, 1), "halves");
        using var part = new KeyPart(new KeyHeader(KeyKind.Root, "x", Test: true, new KeyDates(null)), key.Bytes);
        var halves = Enumerable.Range(0, 64).SelectMany(_ => part.Split()).ToList();
        halves.Select(half => Convert.ToHexStringLower(half.Bytes)).Distinct().Count().ShouldBe(128);
        foreach (var half in halves)
        {
            var memory = half.Bytes;
            half.Dispose();
            memory.ToArray().ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void A_key_is_refused_before_and_after_its_dates_and_when_the_clock_is_behind_its_making()
    {
        using var made = KeyFile.Create(KeyKind.Root, test: false, FixedClock.November, new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 31));
        made.Save([_folder["a.json"]]);
        foreach (var (day, allowed) in new[] { ("2026-11-11", false), ("2026-11-30", false), ("2026-12-01", true), ("2027-01-31", true), ("2027-02-01", false) })
            IsInForce("a.json", day).ShouldBe(allowed, day);
        KeyFile.Create(KeyKind.Root, test: false, FixedClock.November).Save([_folder["b.json"]]);
        foreach (var (day, allowed) in new[] { ("2026-11-11", false), ("2026-11-12", true), ("2046-11-12", true) })
            IsInForce("b.json", day).ShouldBe(allowed, day);
    }

    [Fact]
    public void A_rotated_key_names_its_successor_and_is_refused_whatever_the_clock_says()
    {
        using var old = New(["a.json", "b.json"], [Phrase, Other]);
        var access = Access(Phrase, Other);
        using var next = KeyRotation.Rotate(access, "file:a.json,file:b.json", [_folder["c.json"], _folder["d.json"]], new DateOnly(2028, 1, 31));
        using var marked = access.Open("file:a.json,file:b.json");
        marked.Bytes.SequenceEqual(old.Bytes).ShouldBeTrue();
        (marked.Dates.Rotated, marked.Dates.Successor).ShouldBe((new DateOnly(2026, 11, 12), next.Id));
        foreach (var clock in new[] { FixedClock.November, s_later, new FixedClock(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)) })
            Should.Throw<KeyRefusedException>(() => marked.RequireInForce(clock)).Reason.ShouldBe(KeyRefusal.NotInForce);
        using var opened = access.Open("file:c.json,file:d.json");
        opened.Bytes.SequenceEqual(next.Bytes).ShouldBeTrue();
        Refused("file:c.json,file:d.json").Reason.ShouldBe(KeyRefusal.PassphraseNeeded);
        Should.Throw<KeyRefusedException>(() => KeyRotation.Rotate(access, "file:a.json,file:b.json", [_folder["e.json"], _folder["f.json"]], null)).Reason.ShouldBe(KeyRefusal.NotInForce);
        Should.Throw<ArgumentException>(() => KeyRotation.Rotate(access, "file:c.json,file:d.json", [_folder["e.json"]], null));
        File.Exists(_folder["e.json"]).ShouldBeFalse();
    }

    [Fact]
    public void A_rotation_that_cannot_finish_leaves_no_new_key_or_marks_the_old_one()
    {
        New(["a.json", "b.json"], []).Dispose();
        File.WriteAllText(_folder["d.json"], "of somebody");
        Should.Throw<IOException>(() => KeyRotation.Rotate(Access(), "file:a.json,file:b.json", [_folder["c.json"], _folder["d.json"]], null));
        File.Exists(_folder["c.json"]).ShouldBeFalse();
        File.ReadAllText(_folder["d.json"]).ShouldBe("of somebody");
        using var whole = Access().Open("file:a.json,file:b.json");
        whole.RequireInForce(FixedClock.November);

        // Died between the two halves.
        var half = File.ReadAllText(_folder["b.json"]);
        KeyRotation.Rotate(Access(), "file:a.json,file:b.json", [_folder["e.json"], _folder["f.json"]], null).Dispose();
        File.WriteAllText(_folder["b.json"], half);
        using var marked = Access().Open("file:b.json,file:a.json");
        Should.Throw<KeyRefusedException>(() => marked.RequireInForce(FixedClock.November)).Reason.ShouldBe(KeyRefusal.NotInForce);
    }

    [Fact]
    public void Every_kind_of_key_is_zero_in_memory_after_its_disposal()
    {
        using var file = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 1, 1), "zero");
        var root = file.OpenRoot();
        KeyMaterial[] keys = [CampaignKey.Derive(root, new CampaignDomain("essai", YearMonth.Of(2026, 10), "243500741")), root, KeyFile.CreateTest(KeyKind.Secret, new DateOnly(2026, 1, 1), "zero").OpenSecret()];
        foreach (var key in keys)
        {
            var memory = key.Bytes;
            memory.ToArray().ShouldContain(value => value != 0);
            key.Dispose();
            memory.ToArray().ShouldAllBe(value => value == 0);
        }

        var buffer = new PinnedBuffer();
        buffer.GetSpan()[0] = 7;
        buffer.Advance(1);
        var written = buffer.Written;
        buffer.Dispose();
        written[0].ShouldBe((byte)0);
    }

    [Fact]
    public void A_key_is_destroyed_without_its_passphrase_and_never_through_a_link()
    {
        using var made = New(["a.json"], [Phrase]);
        File.CreateSymbolicLink(_folder["lien.json"], _folder["a.json"]);
        Should.Throw<KeyRefusedException>(() => KeyDestruction.Destroy(Access(), "file:lien.json")).Reason.ShouldBe(KeyRefusal.NotAFile);
        Should.Throw<KeyRefusedException>(() => KeyDestruction.Destroy(Access(), "env:CLE")).Reason.ShouldBe(KeyRefusal.NotAFile);
        var described = KeyDestruction.Describe(Access(), "file:a.json").Single();
        (described.Id, described.Fingerprint, described.Half).ShouldBe((made.Id, made.Fingerprint, null));
        KeyDestruction.Destroy(Access(), "file:a.json");
        File.Exists(_folder["a.json"]).ShouldBeFalse();
        Refused("file:a.json", Phrase).Reason.ShouldBe(KeyRefusal.Missing);
    }

    static string FlipDigitAfter(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..];
    }

    KeyFile New(string[] names, string[] passphrases)
    {
        var key = KeyFile.Create(KeyKind.Root, test: false, FixedClock.November, expires: new DateOnly(2027, 1, 31));
        key.Save([.. names.Select(name => _folder[name])], passphrases);
        return key;
    }

    bool IsInForce(string name, string day)
    {
        var clock = new FixedClock(new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero));
        try
        {
            new KeyAccess(_folder.Path, [], clock).OpenRoot("file:" + name).Dispose();
            return true;
        }
        catch (KeyRefusedException refused)
        {
            refused.Reason.ShouldBe(KeyRefusal.NotInForce);
            return false;
        }
    }

    KeyAccess Access(params string[] passphrases) => new(_folder.Path, passphrases, FixedClock.November);

    KeyRefusedException Refused(string reference, params string[] passphrases) => Should.Throw<KeyRefusedException>(() => Access(passphrases).Open(reference));

    void Secret(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
