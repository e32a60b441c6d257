using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>
/// The keys of a month, worked out again from its key files and from what the documentation says of their derivation, with nothing of the program: what nobody
/// but their owners may hold.
/// </summary>
sealed class CampaignSecrets
{
    readonly byte[] _campaign;

    /// <summary>Works them out.</summary>
    /// <param name="root">Key file of the root, not encrypted.</param>
    /// <param name="secrets">Key file of each source's secret, by source.</param>
    /// <param name="convention">Id of the agreement.</param>
    /// <param name="territory">Code of the territory.</param>
    /// <param name="month">Reference month.</param>
    public CampaignSecrets(string root, IReadOnlyDictionary<string, string> secrets, string convention, string territory, string month)
    {
        var key = ValueOf(root);
        _campaign = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, SHA256.HashData(Encoding.UTF8.GetBytes($"{convention}|{month}")), Encoding.UTF8.GetBytes($"NonRecoursMatch/1|information_droits|{territory}|n2"));
        All = [("racine", key), ("clé de campagne", _campaign), .. new[] { "nir", "identite", "ancre", "remplissage" }.Select(kind => ($"clé {kind}", Expand(_campaign, kind)))];
        foreach (var (source, path) in secrets)
        {
            var secret = ValueOf(path);
            All = [.. All, ($"secret de {source}", secret), ($"poignées de {source}", Expand(secret, $"{source}|{month}")), .. new[] { $"table-des-poignees|{source}|{month}", $"registre-des-oppositions|{source}", $"trace|{source}" }.Select(label => ($"{label}", Expand(secret, "NonRecoursMatch/1|" + label)))];
        }
    }

    /// <summary>Each key with what it is.</summary>
    public IReadOnlyList<(string Name, byte[] Value)> All { get; }

    /// <summary>The check value that every manifest of the campaign states: if these are equal, the keys are the right ones.</summary>
    public string CheckValue => Convert.ToHexStringLower(HMACSHA256.HashData(_campaign, "kcv"u8)[..8]);

    /// <summary>The keys, to be looked for.</summary>
    public Needles Needles()
    {
        var needles = new Needles();
        foreach (var (name, value) in All)
            needles.AddBytes(name, value);
        return needles;
    }

    static byte[] Expand(byte[] key, string label) => HKDF.Expand(HashAlgorithmName.SHA256, key, 32, Encoding.UTF8.GetBytes(label));

    static byte[] ValueOf(string keyFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(keyFile));
        return Convert.FromHexString(document.RootElement.GetProperty("key").GetString()!);
    }
}
