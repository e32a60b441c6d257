using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NonRecoursMatch.Trust.Journals;

/// <summary>The bytes of one line, without its newline, and how lines are chained.</summary>
static class JournalLine
{
    /// <summary>What stands for the digest of the line before the first.</summary>
    public const string NoLine = "0000000000000000000000000000000000000000000000000000000000000000";

    // The file is read by people with a pager, never put into HTML.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(long seq, DateTimeOffset time, string name, JournalData data, string prev)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("seq", seq);
            writer.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("event", name);
            writer.WritePropertyName("data");
            data.WriteTo(writer);
            writer.WriteString("prev", prev);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static string Digest(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));

    /// <summary>What is wrong with a line, or null when it follows <paramref name="prev"/> as number <paramref name="seq"/>.</summary>
    public static JournalFault? Check(ReadOnlyMemory<byte> line, long seq, string prev)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 5
                || !Text(root, "time", out _) || !Text(root, "event", out _)
                || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            {
                return JournalFault.NotAnEntry;
            }

            if (!root.TryGetProperty("seq", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var value) || value != seq)
                return JournalFault.WrongNumber;
            return Text(root, "prev", out var chained) && chained == prev ? null : JournalFault.WrongPrevious;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: a string with bytes that are not UTF-8.
            return JournalFault.NotAnEntry;
        }
    }

    static bool Text(JsonElement root, string name, out string? text)
    {
        text = root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text is not null;
    }
}
