using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>
/// The one form of JSON of envelopes and statements: one line, members in the order of the type, absent ones left out, a final newline. Reading is
/// strict: an unknown, missing or repeated member is refused.
/// </summary>
static class AttestationJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public static byte[] Bytes<T>(T document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Options), (byte)'\n'];

    /// <summary>Reads a document; null when it is not one. A JSON null is never written, and refused: nothing that is read needs to be asked whether it is there.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        try
        {
            return HoldsNull(bytes) ? null : JsonSerializer.Deserialize<T>(bytes, Options);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with bytes that are not UTF-8.
            return null;
        }
    }

    static bool HoldsNull(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
                return true;
        }

        return false;
    }
}
