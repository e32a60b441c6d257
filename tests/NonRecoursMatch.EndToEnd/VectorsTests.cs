using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>openssl recomputes what the program publishes: every token, and the chain from the public root to the keys and the check value.</summary>
public class VectorsTests
{
    static readonly Lazy<JsonElement> s_document = new(() => JsonDocument.Parse(NonRecours.Ok("key", "show", "--vectors", "--json").Output).RootElement);

    static IReadOnlyList<JsonElement> Derived => [.. s_document.Value.GetProperty("derived").EnumerateArray()];

    static IReadOnlyList<JsonElement> Vectors => [.. s_document.Value.GetProperty("vectors").EnumerateArray()];

    [OutsideJudge("openssl")]
    public void Every_published_token_is_recomputed()
    {
        Vectors.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var vector in Vectors)
            Hmac(Text(vector, "kind_key"), Text(vector, "canonical")).ShouldStartWith(Text(vector, "token"));
    }

    [OutsideJudge("openssl")]
    public void Campaign_key_kind_keys_and_check_value_are_recomputed_from_the_public_root()
    {
        var document = s_document.Value;
        var salt = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text(document, "convention")}|{Text(document, "month")}")));
        var info = Hex($"NonRecoursMatch/1|{Text(document, "purpose")}|{Text(document, "territory")}|{Text(document, "normalisation")}");
        var campaign = Kdf("hexkey:" + Text(document, "root"), "hexsalt:" + salt, "hexinfo:" + info);
        campaign.ShouldBe(Text(document, "campaign_key"));
        Hmac(campaign, "kcv").ShouldStartWith(Text(document, "kcv"));
        Text(document, "kcv").Length.ShouldBe(16);
        foreach (var vector in Vectors)
            Kdf("mode:EXPAND_ONLY", "hexkey:" + campaign, "hexinfo:" + Hex(Text(vector, "kind"))).ShouldBe(Text(vector, "kind_key"));
    }

    [Fact]
    public void Every_kind_is_published_and_tokens_are_sixteen_bytes()
    {
        Vectors.Select(vector => Text(vector, "kind")).Distinct().ShouldBe(["nir", "identite", "ancre"], ignoreOrder: true);
        Vectors.ShouldAllBe(vector => Text(vector, "token").Length == 32);
        Derived.Count.ShouldBeGreaterThanOrEqualTo(8);
    }

    [OutsideJudge("openssl")]
    public void Every_published_trait_is_recomputed_from_the_hmac_of_its_anchor()
    {
        var kindKey = Text(Vectors.First(vector => Text(vector, "kind") == "ancre"), "kind_key");
        foreach (var trait in Derived)
        {
            Hmac(kindKey, Text(trait, "anchor")).ShouldEndWith(Text(trait, "key"));
            var cipher = OutsideJudge.Ask("openssl", ["enc", "-aes-128-ecb", "-nopad", "-a", "-K", Text(trait, "key")], Convert.FromHexString(Text(trait, "block")));
            Convert.ToHexStringLower(Convert.FromBase64String(cipher)).ShouldStartWith(Text(trait, "value"));
        }
    }

    static string Hmac(string key, string message)
        => OutsideJudge.Ask("openssl", ["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:" + key], Encoding.UTF8.GetBytes(message)).Split(' ')[^1];

    static string Kdf(params string[] options)
        => OutsideJudge.Ask("openssl", ["kdf", "-keylen", "32", "-kdfopt", "digest:SHA256", .. options.SelectMany(option => new[] { "-kdfopt", option }), "HKDF"], [])
            .Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
