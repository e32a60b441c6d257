using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// The key file: <c>{ "nonrecours": "key/1", "kind": "root", "id": "…", "test": false, "created": "2026-11-02", "check": "16 hex digits", "key": "64 hex digits" }</c>,
/// where stated also <c>activated</c>, <c>expires</c>, <c>rotated</c>, <c>successor</c>; for a half <c>half</c> and <c>half_check</c>; under a passphrase
/// <c>iterations</c>, <c>salt</c>, <c>nonce</c>, <c>tag</c> and <c>encrypted</c> in the place of <c>key</c>.
/// Read and written as bytes, so that the digits never become a string that the collector would keep.
/// </summary>
static class KeyFileJson
{
    const string Version = "key/1";

    public static string NameOf(KeyKind kind) => kind == KeyKind.Root ? "root" : "secret";

    /// <summary>Reads a key file, or 64 bare hexadecimal digits.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="origin">Where it was found, for messages.</param>
    /// <exception cref="KeyRefusedException">It is neither.</exception>
    public static KeyFileContent Read(ReadOnlySpan<byte> utf8, string origin)
    {
        var trimmed = utf8.Trim(" \t\r\n"u8);
        var value = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            return IsHex(trimmed, value)
                ? new KeyFileContent(new KeyHeader(null, Path.GetFileName(origin), Test: false, new KeyDates(null)), null, value)
                : new KeyFileReader(origin).Read(trimmed, value);
        }
        catch (JsonException)
        {
            throw Malformed(origin, "it is neither a key file nor 64 hexadecimal digits");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(value);
        }
    }

    public static void Write(KeyPart part, Passphrase? passphrase, IBufferWriter<byte> output)
    {
        Span<byte> value = stackalloc byte[KeyMaterial.Size];
        Span<byte> hex = stackalloc byte[2 * KeyMaterial.Size];
        PassphraseSeal? seal = null;
        if (passphrase is null)
            part.Bytes.CopyTo(value);
        else
            seal = PassphraseSeal.Make(part.Bytes, passphrase, HeaderBytes(part.Header), value);
        Convert.TryToHexStringLower(value, hex, out _);
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            WriteHeader(writer, part.Header);
            if (seal is not null)
            {
                writer.WriteNumber("iterations", seal.Iterations);
                writer.WriteString("salt", Convert.ToHexStringLower(seal.Salt));
                writer.WriteString("nonce", Convert.ToHexStringLower(seal.Nonce));
                writer.WriteString("tag", Convert.ToHexStringLower(seal.Tag));
            }

            writer.WriteString(seal is null ? "key" : "encrypted", hex);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        value.Clear();
        hex.Clear();
    }

    /// <summary>The bytes of the header that a passphrase authenticates with the key.</summary>
    public static byte[] HeaderBytes(KeyHeader header)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteHeader(writer, header);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    internal static bool IsHex(ReadOnlySpan<byte> digits, Span<byte> bytes)
        => digits.Length == 2 * bytes.Length && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;

    internal static KeyRefusedException Malformed(string origin, string why) => new(KeyRefusal.Malformed, $"{origin} is not a key: {why}");

    static void WriteHeader(Utf8JsonWriter writer, KeyHeader header)
    {
        writer.WriteString("nonrecours", Version);
        writer.WriteString("kind", NameOf(header.Kind ?? KeyKind.Root));
        writer.WriteString("id", header.Id);
        writer.WriteBoolean("test", header.Test);
        Day(writer, "created", header.Dates.Created);
        Day(writer, "activated", header.Dates.Activated);
        Day(writer, "expires", header.Dates.Expires);
        Day(writer, "rotated", header.Dates.Rotated);
        Text(writer, "successor", header.Dates.Successor);
        Text(writer, "check", header.Check);
        if (header.Half is { } half)
            writer.WriteNumber("half", half);
        Text(writer, "half_check", header.HalfCheck);
    }

    static void Day(Utf8JsonWriter writer, string name, DateOnly? day) => Text(writer, name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}
