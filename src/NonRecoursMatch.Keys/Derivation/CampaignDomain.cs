using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>What a campaign key belongs to. Any difference in any part gives tokens that cannot be joined (invariant I7).</summary>
/// <param name="Convention">Id of the agreement.</param>
/// <param name="Month">Reference month.</param>
/// <param name="Territory">Territory code.</param>
/// <param name="Purpose">Purpose stamp.</param>
/// <param name="Normalisation">Version of the normalisation of identities.</param>
public sealed record CampaignDomain(
    string Convention,
    YearMonth Month,
    string Territory,
    string Purpose = PseudonymProfile.Purpose,
    string Normalisation = PseudonymProfile.Normalisation)
{
    /// <summary>HKDF salt: SHA-256 of <c>convention|month</c>.</summary>
    public byte[] Salt() => SHA256.HashData(Encoding.UTF8.GetBytes($"{Convention}|{Month}"));

    /// <summary>HKDF info: <c>NonRecoursMatch/1|purpose|territory|normalisation</c>.</summary>
    public byte[] Info() => Encoding.UTF8.GetBytes($"{PseudonymProfile.DomainLabel}{Purpose}|{Territory}|{Normalisation}");
}
