using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Tests.Keys;

public class DerivationTests
{
    static readonly byte[] _key = SHA256.HashData("a test key"u8);

    static readonly CampaignDomain _domain = new("essai-2026", YearMonth.Of(2026, 10), "243500741");

    [OpenSslFact]
    public void Openssl_recomputes_every_published_token()
    {
        var vectors = SyntheticIdentities.Vectors();
        vectors.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var vector in vectors)
            OpenSsl.Hmac(vector.KindKey, Encoding.UTF8.GetBytes(vector.Canonical)).ShouldStartWith(vector.Token);
    }

    [OpenSslFact]
    public void Openssl_recomputes_campaign_key_kind_keys_and_check_value()
    {
        var domain = PublicVectors.Domain;
        var salt = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{domain.Convention}|{domain.Month}")));
        var campaign = OpenSsl.Hkdf("EXTRACT_AND_EXPAND", PublicVectors.RootHex, salt, Hex($"NonRecoursMatch/1|information_droits|{domain.Territory}|n2"));
        campaign.ShouldBe(PublicVectors.CampaignKeyHex);
        OpenSsl.Hmac(campaign, "kcv"u8.ToArray()).ShouldStartWith(PublicVectors.CheckValue);
        foreach (var vector in SyntheticIdentities.Vectors())
            OpenSsl.Hkdf("EXPAND_ONLY", campaign, null, Hex(vector.Kind)).ShouldBe(vector.KindKey);
    }

    [OpenSslFact]
    public void Openssl_recomputes_handles_and_groups()
    {
        using var secret = new HolderSecret(_key, test: true);
        using var handles = secret.Handles("caf-35", _domain.Month);
        var key = OpenSsl.Hkdf("EXPAND_ONLY", Convert.ToHexStringLower(_key), null, Hex("caf-35|2026-10"));
        OpenSsl.Hmac(key, "p|0012345|1"u8.ToArray()).ShouldStartWith(handles.Person("0012345|1"u8).ToString());
        OpenSsl.Hmac(key, "g|0012345"u8.ToArray()).ShouldStartWith(handles.Group("0012345"u8).ToString());
    }

    [Fact]
    public void Tokens_of_two_agreements_months_purposes_territories_normalisations_or_kinds_never_meet()
    {
        var texts = ArbMap.Default.ArbFor<NonEmptyString>();
        Prop.ForAll(texts, text =>
        {
            var canonical = Encoding.UTF8.GetBytes(text.Get);
            CampaignDomain[] domains =
            [
                _domain,
                _domain with { Convention = "essai-2027" },
                _domain with { Month = _domain.Month.AddMonths(1) },
                _domain with { Territory = "35238" },
                _domain with { Purpose = "evaluation" },
                _domain with { Normalisation = "n3" },
            ];
            var tokens = domains.SelectMany(domain => PseudonymProfile.Kinds.Select(kind => Token(domain, kind, canonical))).ToList();
            return tokens.Distinct().Count() == tokens.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void Parts_of_the_domain_cannot_slide_into_one_another()
        => Token(_domain with { Convention = "a", Territory = "b" }, "nir", "x"u8).ShouldNotBe(Token(_domain with { Convention = "ab", Territory = "" }, "nir", "x"u8));

    [Fact]
    public void Handles_of_another_secret_source_or_month_never_meet()
    {
        using var secret = new HolderSecret(_key, test: true);
        using var other = new HolderSecret(SHA256.HashData(_key), test: true);
        Key128[] handles =
        [
            Handle(secret, "caf-35", _domain.Month), Handle(other, "caf-35", _domain.Month), Handle(secret, "caf-44", _domain.Month), Handle(secret, "caf-35", _domain.Month.AddMonths(1)),
        ];
        handles.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_person_and_a_group_with_the_same_reference_differ()
    {
        using var secret = new HolderSecret(_key, test: true);
        using var handles = secret.Handles("ccas", _domain.Month);
        handles.Person("12"u8).ShouldNotBe(handles.Group("12"u8));
    }

    [Fact]
    public void A_token_kind_that_the_profile_does_not_have_is_refused()
    {
        using var root = new RootKey(_key, test: true);
        using var campaign = CampaignKey.Derive(root, _domain);
        Should.Throw<ArgumentException>(() => campaign.Tokeniser("nom"));
    }

    static Key128 Handle(HolderSecret secret, string source, YearMonth month)
    {
        using var handles = secret.Handles(source, month);
        return handles.Person("1"u8);
    }

    static Key128 Token(CampaignDomain domain, string kind, ReadOnlySpan<byte> canonical)
    {
        using var root = new RootKey(_key, test: true);
        using var campaign = CampaignKey.Derive(root, domain);
        using var tokeniser = campaign.Tokeniser(kind);
        return tokeniser.Token(canonical);
    }

    static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
