using System.Text.RegularExpressions;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Tests.Keys;

public sealed class KeyFileTests : IDisposable
{
    const string Hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    readonly TemporaryFolder _folder = new();

    KeyAccess Keys => new(_folder.Path, [], TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_saved_key_opens_again_and_is_readable_by_its_owner_only()
    {
        using var made = KeyFile.Create(KeyKind.Root, test: false, TimeProvider.System);
        made.Save([_folder["racine.json"]]);
        using var opened = Keys.Open("file:racine.json");
        opened.Id.ShouldBe(made.Id);
        opened.Kind.ShouldBe(KeyKind.Root);
        opened.Fingerprint.ShouldBe(made.Fingerprint);
        opened.Test.ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_folder["racine.json"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void An_existing_key_file_is_never_replaced()
    {
        using var key = KeyFile.Create(KeyKind.Root, test: true, TimeProvider.System);
        key.Save([_folder["racine.json"]]);
        Should.Throw<IOException>(() => key.Save([_folder["racine.json"]]));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_file_that_others_can_use_is_refused_unless_it_is_a_test_key(UnixFileMode extra)
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("vraie.json", "root", test: false);
        Write("essai.json", "root", test: true);
        foreach (var name in new[] { "vraie.json", "essai.json" })
            File.SetUnixFileMode(_folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | extra);
        Refusal("file:vraie.json").ShouldBe(KeyRefusal.ReadableByOthers);
        using var test = Keys.Open("file:essai.json");
        test.Test.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Hex)]
    [InlineData("file:")]
    [InlineData("env:")]
    [InlineData("cles/racine.json")]
    public void What_is_no_reference_is_refused_and_not_repeated(string text)
    {
        var refusal = Should.Throw<KeyRefusedException>(() => Keys.Open(text));
        refusal.Reason.ShouldBe(KeyRefusal.NotAReference);
        refusal.Message.ShouldNotContain(Hex[..8]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"nonrecours\": \"key/1\", \"kind\": \"root\", \"id\": \"a\", \"key\": \"ZZDIGITSZZ\" }")]
    [InlineData("{ \"nonrecours\": \"key/2\", \"kind\": \"root\", \"id\": \"a\", \"key\": \"" + Hex + "\" }")]
    [InlineData("{ \"nonrecours\": \"key/1\", \"kind\": \"autre\", \"id\": \"a\", \"key\": \"" + Hex + "\" }")]
    [InlineData("{ \"nonrecours\": \"key/1\", \"kind\": \"root\", \"id\": \"a\", \"" + Hex + "\": true }")]
    [InlineData("{ \"nonrecours\": \"key/1\", \"kind\": \"root\", \"key\": \"" + Hex + "\" }")]
    [InlineData(Hex + "0")]
    public void A_malformed_key_is_refused_without_its_content(string content)
    {
        File.WriteAllText(_folder["cle.json"], content);
        var refusal = Should.Throw<KeyRefusedException>(() => Keys.Open("file:cle.json"));
        refusal.Reason.ShouldBe(KeyRefusal.Malformed);
        refusal.ToString().ShouldNotContain(Hex[..8]);
        refusal.ToString().ShouldNotContain("ZZDIGITSZZ");
    }

    [Fact]
    public void A_missing_key_is_refused() => Refusal("file:absente.json").ShouldBe(KeyRefusal.Missing);

    [Fact]
    public void An_environment_variable_holds_the_json_or_the_bare_digits()
    {
        Environment.SetEnvironmentVariable("NRM_TEST_KEY", Hex);
        using var bare = Keys.Open("env:NRM_TEST_KEY");
        bare.Kind.ShouldBeNull();
        Environment.SetEnvironmentVariable("NRM_TEST_KEY", Json("secret", test: true));
        using var file = Keys.Open("env:NRM_TEST_KEY");
        file.Kind.ShouldBe(KeyKind.Secret);
        file.Fingerprint.ShouldBe(bare.Fingerprint);
        Environment.SetEnvironmentVariable("NRM_TEST_KEY", null);
        Refusal("env:NRM_TEST_KEY").ShouldBe(KeyRefusal.Missing);
    }

    [Fact]
    public void A_root_does_not_serve_as_a_holder_secret_nor_the_reverse()
    {
        Write("racine.json", "root", test: true);
        Write("secret.json", "secret", test: true);
        Should.Throw<KeyRefusedException>(() => Keys.OpenSecret("file:racine.json")).Reason.ShouldBe(KeyRefusal.WrongKind);
        Should.Throw<KeyRefusedException>(() => Keys.OpenRoot("file:secret.json")).Reason.ShouldBe(KeyRefusal.WrongKind);
    }

    [Fact]
    public void Nothing_that_is_printed_about_a_key_helps_to_find_it()
    {
        Write("racine.json", "root", test: true);
        using var file = Keys.Open("file:racine.json");
        var facts = KeyFacts.Of(file, new CampaignDomain("essai", YearMonth.Of(2026, 10), "243500741"));
        facts.Kcv!.ShouldMatch("^[0-9a-f]{16}$");
        facts.Fingerprint.ShouldMatch("^[0-9a-f]{16}$");
        Regex.Matches(facts + file.ToString(), "[0-9a-f]{17,}").ShouldBeEmpty();
        facts.ToString().ShouldNotContain(Hex[..8]);
    }

    [Fact]
    public void A_disposed_key_is_overwritten_and_refuses_to_serve()
    {
        Write("secret.json", "secret", test: true);
        var secret = Keys.OpenSecret("file:secret.json");
        secret.ToString().ShouldBe("•••");
        var memory = secret.Bytes;
        memory.ToArray().ShouldBe(Convert.FromHexString(Hex));
        secret.Dispose();
        memory.ToArray().ShouldAllBe(value => value == 0);
        Should.Throw<ObjectDisposedException>(() => secret.Handles("caf-35", YearMonth.Of(2026, 10)));
    }

    static string Json(string kind, bool test)
        => $$"""{ "nonrecours": "key/1", "kind": "{{kind}}", "id": "essai", "test": {{(test ? "true" : "false")}}, "created": "2026-11-02", "key": "{{Hex}}" }""";

    void Write(string name, string kind, bool test) => File.WriteAllText(_folder[name], Json(kind, test));

    KeyRefusal Refusal(string reference) => Should.Throw<KeyRefusedException>(() => Keys.Open(reference)).Reason;
}
