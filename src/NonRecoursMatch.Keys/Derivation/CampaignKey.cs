using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>
/// The key of one campaign (agreement and month): HKDF-SHA-256 of the root, with the <see cref="CampaignDomain"/> as salt and info.
/// </summary>
public sealed class CampaignKey : KeyMaterial
{
    CampaignKey(ReadOnlySpan<byte> bytes, CampaignDomain domain, bool test)
        : base(bytes)
    {
        Domain = domain;
        Test = test;
        Span<byte> check = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes(PseudonymProfile.CheckValueLabel), check);
        CheckValue = Convert.ToHexStringLower(check[..PseudonymProfile.CheckValueSize]);
    }

    /// <summary>What the key belongs to.</summary>
    public CampaignDomain Domain { get; }

    /// <summary>Whether the root is a test key.</summary>
    public bool Test { get; }

    /// <summary>Eight bytes in hexadecimal: equal in every manifest of a campaign, or two holders used two keys.</summary>
    public string CheckValue { get; }

    /// <summary>Derives the key.</summary>
    public static CampaignKey Derive(RootKey root, CampaignDomain domain)
    {
        var bytes = GC.AllocateArray<byte>(Size, pinned: true);
        try
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, root.Bytes, bytes, domain.Salt(), domain.Info());
            return new CampaignKey(bytes, domain, root.Test);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The maker of tokens of one kind of <see cref="PseudonymProfile.Kinds"/>. Not for two threads at a time.</summary>
    public Tokeniser Tokeniser(string kind)
    {
        var bytes = GC.AllocateArray<byte>(Size, pinned: true);
        try
        {
            ExpandKind(kind, bytes);
            return new Tokeniser(kind, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    internal void ExpandKind(string kind, Span<byte> output)
    {
        if (!PseudonymProfile.Kinds.Contains(kind))
            throw new ArgumentException("the profile has no such token kind", nameof(kind));
        HKDF.Expand(HashAlgorithmName.SHA256, Bytes, output, Encoding.UTF8.GetBytes(kind));
    }
}
