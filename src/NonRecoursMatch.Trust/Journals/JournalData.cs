using System.Text.Json;
using System.Text.RegularExpressions;

namespace NonRecoursMatch.Trust.Journals;

/// <summary>
/// The facts of an event: counts, digests and short codes, in the order given. Free text has no way in, so that no identity can slip into
/// a file kept for 36 months.
/// </summary>
public sealed partial class JournalData
{
    const int LongestCode = 120;

    readonly List<(string Name, object Value)> _facts = [];

    /// <summary>A number of rows, persons, bytes or milliseconds.</summary>
    public JournalData Count(string name, long value) => Add(name, value);

    /// <summary>A SHA-256, lower-case hexadecimal.</summary>
    /// <exception cref="ArgumentException">It is not 64 lower-case hexadecimal digits.</exception>
    public JournalData Digest(string name, string sha256)
        => DigestPattern().IsMatch(sha256) ? Add(name, sha256) : throw new ArgumentException($"`{name}` is not a SHA-256 in lower-case hexadecimal", nameof(sha256));

    /// <summary>A short code: source, stage, month, date, version, file name. Letters, digits and <c>. _ : / @ + -</c>, no space, 120 at most.</summary>
    /// <exception cref="ArgumentException">Any other character, or too long.</exception>
    public JournalData Code(string name, string code)
        => CodePattern().IsMatch(code) ? Add(name, code) : throw new ArgumentException($"`{name}` is not a short code", nameof(code));

    /// <summary>A short reason that is published anyway, as one code: its letters and digits, a hyphen for everything else, 120 characters at most.</summary>
    /// <exception cref="ArgumentException">It has no letter or digit.</exception>
    public JournalData Words(string name, string words)
    {
        var code = OtherPattern().Replace(words, "-").Trim('-');
        return Code(name, code.Length > LongestCode ? code[..LongestCode] : code);
    }

    /// <summary>A yes or no.</summary>
    public JournalData Flag(string name, bool value) => Add(name, value);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _facts)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case long count:
                    writer.WriteNumberValue(count);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                default:
                    writer.WriteStringValue((string)value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    internal static bool IsCode(string text) => CodePattern().IsMatch(text);

    JournalData Add(string name, object value)
    {
        if (!CodePattern().IsMatch(name) || _facts.Exists(fact => fact.Name == name))
            throw new ArgumentException($"`{name}` is no usable name, or is there twice", nameof(name));
        _facts.Add((name, value));
        return this;
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DigestPattern();

    [GeneratedRegex(@"\A[\p{L}0-9][\p{L}0-9._:/@+-]{0,119}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"[^\p{L}0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPattern();
}
