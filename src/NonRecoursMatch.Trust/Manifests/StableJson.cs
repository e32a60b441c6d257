using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>
/// JSON documents whose bytes depend on their content alone: members in the order of the type, snake_case names, two spaces, LF, a final newline,
/// UTF-8 without byte order mark. (Order the dictionaries first.) Reading is strict: an unknown or missing member is refused.
/// </summary>
public static class StableJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The bytes of a document.</summary>
    public static byte[] Bytes<T>(T document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Options), (byte)'\n'];

    /// <summary>Writes a document under its name only once it is complete and on disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write<T>(string path, T document) => DurableFile.Write(path, Bytes(document));

    /// <summary>Reads a document.</summary>
    /// <exception cref="ManifestException">The file is missing or is not such a document.</exception>
    public static T Read<T>(string path)
        where T : class
    {
        var name = Path.GetFileName(path);
        try
        {
            return Parse<T>(File.ReadAllBytes(path), name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ManifestException($"{name}: the file is missing", e);
        }
    }

    /// <summary>Reads a document from its bytes.</summary>
    /// <exception cref="ManifestException">They are not such a document.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> bytes, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new ManifestException($"{name}: the document is empty");
        }
        catch (JsonException e)
        {
            // The library's message can quote the content: only the place is kept.
            throw new ManifestException($"{name}: not the expected document, line {e.LineNumber + 1}, at {e.Path}", e);
        }
    }
}
