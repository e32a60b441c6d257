using System.Globalization;
using System.Text.RegularExpressions;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>What an answer looks like. Forms are those of the agreement's schema; the rules that tie keys together are for <c>convention check</c>.</summary>
/// <param name="Example">An answer of that form, or the words to choose from: the same in every language, as the agreement is.</param>
/// <param name="Accepts">Whether a trimmed, non-empty text has the form.</param>
public sealed partial record AnswerForm(string Example, Func<string, bool> Accepts)
{
    /// <summary>A text of three characters or more.</summary>
    public static AnswerForm Text { get; } = Free("CAF du Morbihan", text => text.Length >= 3);

    /// <summary>Texts with <c>;</c> between them.</summary>
    public static AnswerForm TextList { get; } = Free("Redon Agglomération ; CAF 35", text => List(text).All(item => item.Length >= 3));

    /// <summary>A short name: lower case, digits, hyphens.</summary>
    public static AnswerForm Identifier { get; } = Free("caf-35", Identifiers().IsMatch);

    /// <summary>A month.</summary>
    public static AnswerForm Month { get; } = Free("2026-10", text => Columns.YearMonth.TryParse(text, out _));

    /// <summary>A day.</summary>
    public static AnswerForm Day { get; } = Free("2026-01-31", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>An e-mail address.</summary>
    public static AnswerForm Address { get; } = Free("dpo@collectivite.exemple", Addresses().IsMatch);

    /// <summary>The SHA-256 fingerprint of a certificate, as openssl shows it.</summary>
    public static AnswerForm Fingerprint { get; } = Free("3F:A1:… (32 × 2)", Fingerprints().IsMatch);

    /// <summary>A secret by reference.</summary>
    public static AnswerForm Reference { get; } = Free("file:cles/racine.json", References().IsMatch);

    /// <summary><c>toutes</c>, or codes of communes with <c>;</c> between them.</summary>
    public static AnswerForm Communes { get; } = Free("toutes | 35236 ; 35268", text => text.Equals("toutes", StringComparison.Ordinal) || List(text).All(CommuneCodes().IsMatch));

    /// <summary>A whole number between two bounds, both included.</summary>
    public static AnswerForm Number(int least, int most)
        => Free(string.Create(CultureInfo.InvariantCulture, $"{least}"), text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);

    /// <summary>One of these words.</summary>
    public static AnswerForm OneOf(params string[] words) => new(string.Join(" | ", words), text => words.Contains(text, StringComparer.Ordinal));

    /// <summary>Some of these words, with <c>;</c> between them, none twice.</summary>
    public static AnswerForm SomeOf(params string[] words)
        => new(string.Join(" ; ", words), text => List(text) is var items && items.All(item => words.Contains(item, StringComparer.Ordinal)) && items.Distinct(StringComparer.Ordinal).Count() == items.Count);

    /// <summary>Another free form.</summary>
    public static AnswerForm Free(string example, Func<string, bool> accepts) => new(example, text => !text.Any(char.IsControl) && accepts(text));

    /// <summary>The items of a list.</summary>
    public static IReadOnlyList<string> List(string text) => text.Split(';', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Identifiers();

    [GeneratedRegex(@"^[^@ ]+@[^@ ]+\z")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}\z")]
    private static partial Regex Fingerprints();

    [GeneratedRegex(@"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)\z")]
    private static partial Regex References();

    [GeneratedRegex(@"^[0-9][0-9AB][0-9]{3}\z")]
    private static partial Regex CommuneCodes();
}
