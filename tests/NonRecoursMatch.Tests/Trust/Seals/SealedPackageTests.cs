using NonRecoursMatch.Trust.Seals;

namespace NonRecoursMatch.Tests.Trust.Seals;

/// <summary>A sealed package is opened whole, by its receiver, from an expected sender, for its campaign; otherwise nothing of it is used.</summary>
public sealed class SealedPackageTests : IDisposable
{
    static readonly SealedFor s_campaign = new("redon", new string('a', 64), "2026-10", "caf-35");

    readonly TemporaryFolder _folder = new();

    public SealedPackageTests()
    {
        Directory.CreateDirectory(_folder["paquet/sous"]);
        File.WriteAllBytes(_folder["paquet/personnes.col"], [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))]);
        File.WriteAllText(_folder["paquet/manifest.json"], "{}");
        File.WriteAllBytes(_folder["paquet/sous/vide.col"], []);
    }

    string Envelopes => _folder["scelle"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_comes_out_is_what_went_in_in_files_no_larger_than_asked()
    {
        var manifest = Seal();
        manifest.Fichiers.Select(file => file.Nom).ShouldBe(["manifest.json", "personnes.col", "sous/vide.col"]);
        manifest.Fichiers[1].Parties.Count.ShouldBe(7);
        Directory.EnumerateFiles(Envelopes, "*.p7m", SearchOption.AllDirectories).ShouldAllBe(path => new FileInfo(path).Length <= AuthEnvelope.Overhead + 16_384);
        Open().ShouldBeNull();
        foreach (var name in manifest.Fichiers.Select(file => file.Nom))
            File.ReadAllBytes(Path.Combine(_folder["ouvert"], name)).ShouldBe(File.ReadAllBytes(Path.Combine(_folder["paquet"], name)));
    }

    [Fact]
    public void Any_file_altered_cut_missing_added_renamed_or_made_a_link_is_refused_before_any_is_opened()
    {
        Seal();
        foreach (var path in Directory.GetFiles(Envelopes, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var at in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
            {
                var altered = bytes.ToArray();
                altered[at] ^= 1;
                File.WriteAllBytes(path, altered);
                Open().ShouldBeOneOf(SealRefusal.Altered, SealRefusal.UnknownSender);
            }

            File.WriteAllBytes(path, bytes[..^1]);
            Open().ShouldBe(SealRefusal.Altered, path);
            File.Move(path, path + "2");
            Missing(path).ShouldBeTrue();
            File.CreateSymbolicLink(path, path + "2");
            Open().ShouldBe(SealRefusal.Altered, path);
            File.Delete(path);
            File.Delete(path + "2");
            File.WriteAllBytes(path, bytes);
        }

        File.WriteAllText(Path.Combine(Envelopes, "notes.txt"), "");
        Open().ShouldBe(SealRefusal.Altered);
        File.Delete(Path.Combine(Envelopes, "notes.txt"));
        Open().ShouldBeNull();
    }

    [Fact]
    public void A_change_of_any_one_byte_of_manifest_signature_or_small_envelope_and_of_a_sample_of_large_ones_is_refused()
    {
        Seal();
        foreach (var path in Directory.GetFiles(Envelopes, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; at < bytes.Length; at += bytes.Length > 4_000 ? 397 : 1)
            {
                bytes[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(path, bytes);
                Open().ShouldBeOneOf(SealRefusal.Altered, SealRefusal.UnknownSender);
                bytes[at] ^= (byte)(1 << (at % 8));
            }

            File.WriteAllBytes(path, bytes);
        }

        Open().ShouldBeNull();
    }

    [Fact]
    public void Envelopes_exchanged_between_two_packages_of_one_sender_are_refused()
    {
        Seal();
        var other = _folder["autre"];
        Seal(other);
        File.Copy(Path.Combine(other, "manifest.json.001.p7m"), Path.Combine(Envelopes, "manifest.json.001.p7m"), overwrite: true);
        Open().ShouldBe(SealRefusal.Altered);
    }

    [Fact]
    public void Another_campaign_sender_receiver_or_time_is_refused()
    {
        Seal();
        foreach (var other in new[] { s_campaign with { Convention = "x" }, s_campaign with { ConventionSha256 = new string('b', 64) }, s_campaign with { Mois = "2026-11" }, s_campaign with { Source = "cpam-35" } })
            Open(campaign: other).ShouldBe(SealRefusal.OtherCampaign);
        Open(sender: Body.Operator).ShouldBe(SealRefusal.UnknownSender);
        Open(receiver: Body.Caf).ShouldBe(SealRefusal.NotForUs);
        // The certificate was not valid yet: a clock set back.
        Open(clock: new FixedClock(FixedClock.November.GetUtcNow().AddDays(-3))).ShouldBe(SealRefusal.OutOfDate);
        Open(clock: new FixedClock(FixedClock.November.GetUtcNow().AddHours(-1))).ShouldBe(SealRefusal.FromTheFuture);
        Open(clock: new FixedClock(FixedClock.November.GetUtcNow().AddDays(31))).ShouldBe(SealRefusal.OutOfDate);
        Open(clock: new FixedClock(FixedClock.November.GetUtcNow().AddDays(20))).ShouldBeNull();
    }

    [Theory]
    [InlineData("../dehors")]
    [InlineData("/etc/dehors")]
    [InlineData("a/../../dehors")]
    [InlineData("a\\b")]
    [InlineData(".")]
    [InlineData("manifest.json")]
    public void A_sender_that_is_expected_still_cannot_write_outside_nor_twice(string name)
    {
        var manifest = Seal();
        var trap = manifest with { Fichiers = [.. manifest.Fichiers.Take(1), .. manifest.Fichiers.Skip(1).Select((file, i) => i == 0 ? file with { Nom = name } : file)] };
        using var signer = Body.Caf.Signs(_folder);
        SignedDocument.Write(Path.Combine(Envelopes, SealManifest.FileName), trap, signer);
        Open().ShouldBe(SealRefusal.Altered);
    }

    [Fact]
    public void What_an_expected_sender_signed_as_something_else_is_refused()
    {
        var manifest = Seal();
        using var signer = Body.Caf.Signs(_folder);
        SignedDocument.Write(Path.Combine(Envelopes, SealManifest.FileName), s_campaign, signer);
        Open().ShouldBe(SealRefusal.Altered);
        SignedDocument.Write(Path.Combine(Envelopes, SealManifest.FileName), manifest with { Version = 2 }, signer);
        Open().ShouldBe(SealRefusal.Altered);
        SignedDocument.Write(Path.Combine(Envelopes, SealManifest.FileName), manifest with { Fichiers = [] }, signer);
        Open().ShouldBe(SealRefusal.Altered);
        SignedDocument.Write(Path.Combine(Envelopes, SealManifest.FileName), manifest, signer);
        Open().ShouldBeNull();
    }

    [Fact]
    public void Links_and_nothing_are_not_sealed()
    {
        Directory.CreateDirectory(_folder["rien"]);
        Should.Throw<SealRefusedException>(() => Seal(_folder["autre"], _folder["rien"])).Reason.ShouldBe(SealRefusal.NothingToSeal);
        File.CreateSymbolicLink(_folder["paquet/lien"], "/etc/hostname");
        Should.Throw<SealRefusedException>(() => Seal()).Reason.ShouldBe(SealRefusal.NothingToSeal);
    }

    SealManifest Seal(string? output = null, string? folder = null)
    {
        using var to = Body.Operator.To(_folder);
        using var signer = Body.Caf.Signs(_folder);
        Directory.CreateDirectory(output ?? Envelopes);
        return PackageSealer.Seal(folder ?? _folder["paquet"], s_campaign, to, signer, output ?? Envelopes, FixedClock.November, CancellationToken.None, AuthEnvelope.Overhead + 15_000);
    }

    bool Missing(string path)
    {
        try
        {
            return Open() == SealRefusal.Altered;
        }
        catch (FileNotFoundException)
        {
            return Path.GetFileName(path).StartsWith(SealManifest.FileName, StringComparison.Ordinal);
        }
    }

    /// <summary>Opens it; when that is refused nothing may have been written.</summary>
    SealRefusal? Open(SealedFor? campaign = null, Body? sender = null, Body? receiver = null, TimeProvider? clock = null)
    {
        using var mine = (receiver ?? Body.Operator).Opens(_folder);
        if (Directory.Exists(_folder["ouvert"]))
            Directory.Delete(_folder["ouvert"], recursive: true);
        Directory.CreateDirectory(_folder["ouvert"]);
        try
        {
            new PackageOpener(Envelopes, [(sender ?? Body.Caf).Signer], mine, clock ?? FixedClock.November).Open(campaign ?? s_campaign, _folder["ouvert"], CancellationToken.None);
            return null;
        }
        catch (SealRefusedException refused)
        {
            Directory.EnumerateFileSystemEntries(_folder["ouvert"]).ShouldBeEmpty();
            return refused.Reason;
        }
    }
}
