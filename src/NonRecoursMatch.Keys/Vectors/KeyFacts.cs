using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Vectors;

/// <summary>What <c>key show</c> may print about a key.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind"><c>root</c> or <c>secret</c>; null for bare digits.</param>
/// <param name="Test">Whether it is a test key.</param>
/// <param name="Dates">Its life.</param>
/// <param name="Fingerprint">Tells two keys apart.</param>
/// <param name="Kcv">Check value of the campaign, when agreement and month are known and the key may be a root.</param>
public sealed record KeyFacts(string Id, string? Kind, bool Test, KeyDates Dates, string Fingerprint, string? Kcv)
{
    /// <summary>The facts of a key.</summary>
    /// <param name="file">The key.</param>
    /// <param name="domain">The campaign, when known.</param>
    public static KeyFacts Of(KeyFile file, CampaignDomain? domain = null)
        => new(file.Id, file.Kind is { } kind ? KeyFileJson.NameOf(kind) : null, file.Test, file.Dates, file.Fingerprint, CheckValue(file, domain));

    static string? CheckValue(KeyFile file, CampaignDomain? domain)
    {
        if (domain is null || file.Kind == KeyKind.Secret)
            return null;
        using var root = file.OpenRoot();
        using var campaign = CampaignKey.Derive(root, domain);
        return campaign.CheckValue;
    }
}
