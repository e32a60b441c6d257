using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Vectors;

/// <summary>One published test value: <c>openssl dgst -sha256 -mac HMAC -macopt hexkey:KIND_KEY</c> of the canonical bytes starts with the token.</summary>
/// <param name="Kind">Token kind.</param>
/// <param name="KindKey">Key of that kind, hexadecimal: public, since the root is.</param>
/// <param name="Canonical">Canonical text of a synthetic identity.</param>
/// <param name="Token">Token, hexadecimal.</param>
public sealed record PublicVector(string Kind, string KindKey, string Canonical, string Token);

/// <summary>
/// Test values under a public root. Kind keys are shown here and nowhere else: this class has no way to receive another root.
/// </summary>
public static class PublicVectors
{
    /// <summary>Text whose SHA-256 is the public root.</summary>
    public const string RootText = "NonRecoursMatch public test root, never for real data";

    /// <summary>The campaign of the vectors.</summary>
    public static CampaignDomain Domain { get; } = new("vecteurs-publics", YearMonth.Of(2026, 10), "243500741");

    /// <summary>The public root, hexadecimal.</summary>
    public static string RootHex { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RootText)));

    /// <summary>Check value of the campaign key.</summary>
    public static string CheckValue
    {
        get
        {
            using var campaign = Campaign();
            return campaign.CheckValue;
        }
    }

    /// <summary>The campaign key, hexadecimal.</summary>
    public static string CampaignKeyHex
    {
        get
        {
            using var campaign = Campaign();
            return Convert.ToHexStringLower(campaign.Bytes);
        }
    }

    /// <summary>The vectors of canonical texts that come from synthetic identities.</summary>
    public static IReadOnlyList<PublicVector> Build(IEnumerable<(string Kind, string Canonical)> texts)
    {
        using var campaign = Campaign();
        return [.. texts.Select(text => One(campaign, text.Kind, text.Canonical))];
    }

    /// <summary>The vectors of traits under an anchor.</summary>
    /// <param name="anchor">Canonical text of the anchor.</param>
    /// <param name="blocks">Slots and blocks.</param>
    public static IReadOnlyList<DerivedVector> Derive(string anchor, IEnumerable<(int Slot, byte[] Block)> blocks)
    {
        using var campaign = Campaign();
        using var tokeniser = campaign.Tokeniser(PseudonymProfile.Ancre);
        using var cipher = new TraitCipher();
        var full = new byte[HMACSHA256.HashSizeInBytes];
        tokeniser.Expand(Encoding.UTF8.GetBytes(anchor), full);
        var key = full.AsSpan(TraitCipher.BlockSize).ToArray();
        cipher.Rekey(key);
        var vectors = new List<DerivedVector>();
        foreach (var (slot, block) in blocks)
        {
            var value = block.ToArray();
            cipher.Encrypt(value);
            vectors.Add(new DerivedVector(PseudonymProfile.Trait, anchor, Convert.ToHexStringLower(key), slot, Convert.ToHexStringLower(block), Convert.ToHexStringLower(value.AsSpan(0, PseudonymProfile.TraitSize))));
        }

        return vectors;
    }

    static CampaignKey Campaign()
    {
        using var root = new RootKey(Convert.FromHexString(RootHex), test: true);
        return CampaignKey.Derive(root, Domain);
    }

    static PublicVector One(CampaignKey campaign, string kind, string canonical)
    {
        var key = new byte[KeyMaterial.Size];
        campaign.ExpandKind(kind, key);
        using var tokeniser = campaign.Tokeniser(kind);
        return new PublicVector(kind, Convert.ToHexStringLower(key), canonical, tokeniser.Token(Encoding.UTF8.GetBytes(canonical)).ToString());
    }
}
