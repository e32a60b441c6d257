using System.Text.Encodings.Web;
using System.Text.Json;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>The document of <c>key show --vectors --json</c> and of conventions/pseudonymisation/vectors.json.</summary>
public static class VectorsJson
{
    static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, ending with a line feed.</summary>
    public static string Text() => JsonSerializer.Serialize(new
    {
        Profile = PseudonymProfile.Number,
        Root = PublicVectors.RootHex,
        PublicVectors.Domain.Convention,
        Month = PublicVectors.Domain.Month.ToString(),
        PublicVectors.Domain.Purpose,
        PublicVectors.Domain.Territory,
        PublicVectors.Domain.Normalisation,
        CampaignKey = PublicVectors.CampaignKeyHex,
        Kcv = PublicVectors.CheckValue,
        Vectors = SyntheticIdentities.Vectors(),
        Derived = SyntheticIdentities.DerivedVectors(),
    }, _options) + "\n";
}
