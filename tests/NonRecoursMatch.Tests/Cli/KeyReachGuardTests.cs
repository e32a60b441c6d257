using System.Security.Cryptography;
using NonRecoursMatch.Cli.Running;

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
