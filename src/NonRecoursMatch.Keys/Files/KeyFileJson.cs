using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// The key file: <c>{ "nonrecours": "key/1", "kind": "root", "id": "…", "test": false, "created": "2026-11-02", "key": "64 hex digits" }</c>.
/// Read and written as bytes, so that the digits never become a string that the collector would keep.
/// </summary>
static class KeyFileJson
{
    const string Version = "key/1";

    public static string NameOf(KeyKind kind) => kind == KeyKind.Root ? "root" : "secret";

    /// <summary>Reads a key file, or 64 bare hexadecimal digits.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="origin">Where it was found, for messages: a file name or variable name.</param>
    public static KeyFile Read(ReadOnlySpan<byte> utf8, string origin)
    {
        var trimmed = utf8.Trim(" \t\r\n"u8);
        var key = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            if (IsHex(trimmed, key))
                return new KeyFile(null, origin, test: false, created: null, key);
            return ReadObject(trimmed, origin, key);
        }
        catch (JsonException)
        {
            throw Malformed(origin, "it is neither a key file nor 64 hexadecimal digits");
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
        }
    }

    public static void Write(KeyFile file, ReadOnlySpan<byte> key, IBufferWriter<byte> output)
    {
        Span<byte> hex = stackalloc byte[2 * KeyMaterial.Size];
        Convert.TryToHexStringLower(key, hex, out _);
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("nonrecours", Version);
            writer.WriteString("kind", NameOf(file.Kind ?? KeyKind.Root));
            writer.WriteString("id", file.Id);
            writer.WriteBoolean("test", file.Test);
            if (file.Created is { } created)
                writer.WriteString("created", created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("key", hex);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        hex.Clear();
    }

    static KeyFile ReadObject(ReadOnlySpan<byte> utf8, string origin, Span<byte> key)
    {
        string? version = null, kind = null, id = null, created = null;
        bool test = false, hasKey = false;
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Malformed(origin, "it is neither a key file nor 64 hexadecimal digits");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "nonrecours":
                    version = Text(ref reader, origin, name);
                    break;
                case "kind":
                    kind = Text(ref reader, origin, name);
                    break;
                case "id":
                    id = Text(ref reader, origin, name);
                    break;
                case "created":
                    created = Text(ref reader, origin, name);
                    break;
                case "test" when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                    test = reader.GetBoolean();
                    break;
                case "key" when reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && IsHex(reader.ValueSpan, key):
                    hasKey = true;
                    break;
                case "test" or "key":
                    throw Malformed(origin, $"\"{name}\" is not of the right form");
                default:
                    throw Malformed(origin, "it has a property that this version does not know");
            }
        }

        if (version != Version)
            throw Malformed(origin, $"\"nonrecours\": \"{Version}\" is missing");
        if (!hasKey || id is null)
            throw Malformed(origin, "\"id\" and \"key\" are needed");
        return new KeyFile(KindOf(kind, origin), id, test, DateOf(created, origin), key);
    }

    static KeyKind KindOf(string? kind, string origin) => kind switch
    {
        "root" => KeyKind.Root,
        "secret" => KeyKind.Secret,
        _ => throw Malformed(origin, "\"kind\" is root or secret"),
    };

    static DateOnly? DateOf(string? text, string origin)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Malformed(origin, "\"created\" is written AAAA-MM-JJ");
    }

    static string Text(ref Utf8JsonReader reader, string origin, string name)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Malformed(origin, $"\"{name}\" is not a text");

    static bool IsHex(ReadOnlySpan<byte> digits, Span<byte> key)
        => digits.Length == 2 * KeyMaterial.Size && Convert.FromHexString(digits, key, out _, out _) == OperationStatus.Done;

    static KeyRefusedException Malformed(string origin, string why) => new(KeyRefusal.Malformed, $"{origin} is not a key: {why}");
}
