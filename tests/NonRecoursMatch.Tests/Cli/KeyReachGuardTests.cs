using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Seals;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>The operator starts only where no key is within reach.</summary>
public class KeyReachGuardTests
{
    static readonly byte[] s_key = SHA256.HashData("a key"u8);

    public static TheoryData<byte[]> Forms =>
    [
        s_key,
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(s_key)),
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(s_key) + "\n"),
        System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(s_key)),
        System.Text.Encoding.ASCII.GetBytes($$"""{ "nonrecours": "key/1", "kind": "secret", "key": "{{Convert.ToHexStringLower(s_key)}}" }"""),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_key_file_is_found_in_whatever_form_and_depth(byte[] content)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a", "b"]);
        File.WriteAllBytes(folder["a", "b", "notes.txt"], content);
        KeyReachGuard.Find([], new Dictionary<string, string>(), [folder.Path]).ShouldBe([folder["a", "b", "notes.txt"]]);
    }

    [Fact]
    public void A_key_under_a_passphrase_half_a_key_and_a_wrapped_key_are_found_too()
    {
        using var folder = new TemporaryFolder();
        using var key = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 10, 1), "guard");
        File.WriteAllText(folder["phrase"], "correct cheval pile agrafe");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["phrase"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(folder["a"]);
        key.Save([folder["a", "chiffree.bin"]], "file:" + folder["phrase"]);
        key.Save([folder["a", "moitie-1.txt"], folder["a", "moitie-2.txt"]]);
        File.WriteAllBytes(folder["a", "emballee.p7m"], Wrapped(key));
        File.WriteAllText(folder["a", "emballee.txt"], PemEncoding.WriteString("CMS", Wrapped(key)));
        string[] expected = ["chiffree.bin", "emballee.p7m", "emballee.txt", "moitie-1.txt", "moitie-2.txt"];
        KeyReachGuard.Find([], new Dictionary<string, string>(), [folder["a"]]).Select(Path.GetFileName).ShouldBe(expected);
        Directory.CreateDirectory(folder["liens"]);
        foreach (var name in expected)
            File.CreateSymbolicLink(folder["liens", name], folder["a", name]);
        KeyReachGuard.Find([], new Dictionary<string, string>(), [folder["liens"]]).Select(Path.GetFileName).ShouldBe(expected);
        using var spoken = new Spoken("en");
        var environment = expected.ToDictionary(name => name, name => File.ReadAllText(folder["a", name], System.Text.Encoding.Latin1));
        KeyReachGuard.Find([], environment, []).ShouldBe(expected.Select(name => "environment variable " + name));
    }

    static byte[] Wrapped(KeyFile key)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=caf-35", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["caf.pem"], certificate.ExportCertificatePem());
        using var to = SealingCertificate.Load(folder["caf.pem"], TimeProvider.System);
        using var output = new MemoryStream();
        return key.Expose(bytes =>
        {
            AuthEnvelope.Seal(bytes, to, output, AuthEnvelope.KeyHint);
            return output.ToArray();
        });
    }

    [Fact]
    public void A_key_in_the_environment_is_found_and_not_repeated()
    {
        using var spoken = new Spoken("en");
        var found = KeyReachGuard.Find([], new Dictionary<string, string> { ["ROOT"] = Convert.ToHexStringLower(s_key), ["LANG"] = "fr_FR.UTF-8" }, []);
        found.ShouldBe(["environment variable ROOT"]);
    }

    [Theory]
    [InlineData("env:NONRECOURS_KEY")]
    [InlineData("a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1")]
    public void A_key_or_a_reference_to_one_among_the_arguments_is_found(string argument)
        => KeyReachGuard.Find(["match", argument], new Dictionary<string, string>(), []).ShouldBe(["argument 2"]);

    [Fact]
    public void Ordinary_files_are_no_keys()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["convention.yaml"], "key_reference: file:cles/racine.json\n");
        File.WriteAllText(folder["manifest.json"], "{ \"sha256\": \"a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1a4b1\" }");
        KeyReachGuard.Find(["match", "--in", "x"], new Dictionary<string, string>(), [folder.Path, folder["missing"]]).ShouldBeEmpty();
    }
}
