using System.Globalization;
using System.Text;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Trust;

public sealed class ManifestTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static PackageManifest Manifest(params FileEntry[] files) => new()
    {
        Convention = "redon-2026-10",
        ConventionSha256 = new string('c', 64),
        Territoire = "243500741",
        Mois = "2026-10",
        Finalite = "information_droits",
        Source = "caf-35",
        Format = "caf/allocataires@1",
        Profil = 1,
        Normalisation = "n2",
        Kcv = "0011223344556677",
        Test = true,
        DateDonnees = "2026-11-02",
        ExpireLe = "2027-10-31",
        Fichiers = files,
        Bilan = new Dictionary<string, Balance>
        {
            ["ressources"] = new(4, 4, new Dictionary<string, long>()),
            ["personnes"] = new(10, 7, new Dictionary<string, long> { ["opposition"] = 1, ["hors_perimetre"] = 2 }),
        },
        Oppositions = 1,
    };

    PackageManifest Package()
    {
        Directory.CreateDirectory(_folder["jetons"]);
        File.WriteAllText(_folder["personnes.col"], "personnes");
        File.WriteAllText(_folder["jetons/nir.col"], "jetons");
        var manifest = Manifest(
            FileEntry.Of(_folder["personnes.col"], "personnes.col", 7),
            FileEntry.Of(_folder["jetons/nir.col"], "jetons/nir.col", 6));
        ManifestFile.Write(_folder.Path, manifest);
        return manifest;
    }

    [Fact]
    public void A_file_is_described_by_name_digest_size_and_rows()
    {
        File.WriteAllText(_folder["a"], "abc");
        FileEntry.Of(_folder["a"], "personnes.col", 3)
            .ShouldBe(new FileEntry("personnes.col", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, 3));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_whatever_the_order_given_or_the_culture()
    {
        var (a, b) = (new FileEntry("a", "1", 1, 1), new FileEntry("b", "2", 2, 2));
        ManifestFile.Write(_folder.Path, Manifest(a, b));
        var first = File.ReadAllBytes(_folder[ManifestFile.Name]);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            ManifestFile.Write(_folder.Path, Manifest(b, a));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        File.ReadAllBytes(_folder[ManifestFile.Name]).ShouldBe(first);
        Encoding.UTF8.GetString(first).ShouldStartWith("{\n  \"version\": 1,\n  \"convention\": \"redon-2026-10\",\n  \"convention_sha256\": ");
        Encoding.UTF8.GetString(first).ShouldEndWith("\n}\n");
        Directory.GetFiles(_folder.Path).ShouldHaveSingleItem("no temporary file is left");
    }

    [Fact]
    public void A_manifest_read_and_written_again_has_the_same_bytes()
    {
        Package();
        var before = File.ReadAllBytes(_folder[ManifestFile.Name]);
        ManifestFile.Write(_folder.Path, ManifestFile.Read(_folder.Path));
        File.ReadAllBytes(_folder[ManifestFile.Name]).ShouldBe(before);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2")]
    [InlineData("\"kcv\": \"0011223344556677\"", "\"kcv\": null", "kcv")]
    [InlineData("  \"kcv\": \"0011223344556677\",\n", "", "manifest.json")]
    [InlineData("\"kcv\"", "\"cle\"", "manifest.json")]
    [InlineData("2027-10-31", "31/10/2027", "expire_le")]
    [InlineData("}\n", "", "manifest.json")]
    public void What_is_not_a_manifest_is_refused(string original, string changed, string told)
    {
        Package();
        var text = File.ReadAllText(_folder[ManifestFile.Name]);
        text.ShouldContain(original);
        File.WriteAllText(_folder[ManifestFile.Name], text.Replace(original, changed, StringComparison.Ordinal));
        Should.Throw<ManifestException>(() => ManifestFile.Read(_folder.Path)).Message.ShouldContain(told);
    }

    [Fact]
    public void A_missing_manifest_is_refused()
        => Should.Throw<ManifestException>(() => ManifestFile.Read(_folder.Path)).Message.ShouldContain("missing");

    [Fact]
    public void An_untouched_package_has_no_difference()
    {
        Package();
        PackageVerification.Differences(_folder.Path, ManifestFile.Read(_folder.Path)).ShouldBeEmpty();
        PackageVerification.Require(_folder.Path, ManifestFile.Read(_folder.Path));
    }

    [Fact]
    public void Every_difference_is_named()
    {
        var manifest = Package();
        File.WriteAllText(_folder["personnes.col"], "perSonnes");
        File.WriteAllText(_folder["jetons/nir.col"], "jeton");
        File.WriteAllText(_folder["jetons/cle.json"], "{}");
        File.WriteAllText(_folder[".cache"], "");
        manifest = manifest with { Fichiers = [.. manifest.Fichiers, new FileEntry("absent.col", "0", 0, 0)] };
        PackageVerification.Differences(_folder.Path, manifest).ShouldBe(
        [
            new PackageDifference(".cache", PackageFault.Unexpected),
            new PackageDifference("absent.col", PackageFault.Missing),
            new PackageDifference("jetons/cle.json", PackageFault.Unexpected),
            new PackageDifference("jetons/nir.col", PackageFault.SizeDiffers),
            new PackageDifference("personnes.col", PackageFault.DigestDiffers),
        ]);
        Should.Throw<ManifestException>(() => PackageVerification.Require(_folder.Path, manifest)).Message.ShouldContain("jetons/cle.json (Unexpected)");
    }

    [Theory]
    [InlineData("../dehors")]
    [InlineData("/etc/hostname")]
    [InlineData("jetons/../../dehors")]
    [InlineData("jetons\\nir.col")]
    [InlineData("")]
    public void A_name_that_leaves_the_folder_is_refused_unopened(string name)
        => PackageVerification.Differences(_folder.Path, Manifest(new FileEntry(name, "0", 0, 0)))
            .ShouldBe([new PackageDifference(name, PackageFault.UnsafeName)]);

    [Fact]
    public void A_link_is_refused_whether_to_a_file_or_to_a_folder()
    {
        var manifest = Package();
        File.Delete(_folder["personnes.col"]);
        File.CreateSymbolicLink(_folder["personnes.col"], _folder["jetons/nir.col"]);
        Directory.CreateSymbolicLink(_folder["lien"], _folder["jetons"]);
        manifest = manifest with { Fichiers = [.. manifest.Fichiers, new FileEntry("lien/nir.col", "0", 0, 0)] };
        PackageVerification.Differences(_folder.Path, manifest).ShouldBe(
        [
            new PackageDifference("lien", PackageFault.Unexpected),
            new PackageDifference("lien/nir.col", PackageFault.Missing),
            new PackageDifference("personnes.col", PackageFault.UnsafeName),
        ]);
    }

    [Fact]
    public void A_file_stated_twice_and_a_balance_that_does_not_close_are_differences()
    {
        var manifest = Package();
        manifest = manifest with
        {
            Fichiers = [.. manifest.Fichiers, manifest.Fichiers[0]],
            Bilan = new Dictionary<string, Balance> { ["personnes"] = new(10, 7, new Dictionary<string, long> { ["opposition"] = 1 }) },
        };
        PackageVerification.Differences(_folder.Path, manifest).Select(difference => difference.Fault)
            .ShouldBe([PackageFault.BalanceOpen, PackageFault.StatedTwice]);
    }

    [Fact]
    public void A_package_is_used_until_its_last_day_and_refused_after()
    {
        var manifest = Manifest();
        Retention.Require(manifest, new DateOnly(2027, 10, 31));
        Retention.IsExpired(manifest, new DateOnly(2027, 11, 1)).ShouldBeTrue();
        Should.Throw<ManifestException>(() => Retention.Require(manifest, new DateOnly(2027, 11, 1))).Message.ShouldContain("2027-10-31");
    }
}
