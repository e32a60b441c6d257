using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NonRecoursMatch.Cli;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Recipient;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>The command line says the same in French and in English.</summary>
public partial class CliTextsTests
{
    static readonly IReadOnlyDictionary<string, string> s_english = Texts(CultureInfo.InvariantCulture);
    static readonly IReadOnlyDictionary<string, string> s_french = Texts(CultureInfo.GetCultureInfo("fr"));

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        s_english.Count.ShouldBeGreaterThan(100);
        s_french.Keys.Order(StringComparer.Ordinal).ShouldBe(s_english.Keys.Order(StringComparer.Ordinal));
        s_english.Concat(s_french).ShouldAllBe(text => text.Value.Length > 0);
    }

    [Fact]
    public void Both_languages_put_the_same_values_into_a_text()
    {
        foreach (var (name, english) in s_english)
            Values(s_french[name]).ShouldBe(Values(english), name);
    }

    [Fact]
    public void Every_kind_of_refusal_has_its_sentence_and_keeps_its_detail()
    {
        Exception[] failures =
        [
            .. Enum.GetValues<Refusal>().Select(refusal => new OperatorException(refusal, "caf-35, line 3")),
            .. Enum.GetValues<RecipientRefusal>().Select(refusal => new RecipientException(refusal, "caf-35, line 3")),
            .. Enum.GetValues<KeyRefusal>().Select(refusal => new KeyRefusedException(refusal, "caf-35, line 3")),
            .. Enum.GetValues<SigningRefusal>().Select(refusal => new SigningRefusedException(refusal, "caf-35, line 3")),
            .. Enum.GetValues<SealRefusal>().Select(refusal => new SealRefusedException(refusal, "caf-35, line 3")),
            new FileNotFoundException("caf-35, line 3"),
            new UnauthorizedAccessException("caf-35, line 3"),
            new IOException("caf-35, line 3"),
        ];
        foreach (var failure in failures)
        {
            var (french, english) = Spoken.Both(() => Failure.Of(failure));
            french.Message.ShouldEndWith("caf-35, line 3");
            english.Message.ShouldEndWith("caf-35, line 3");
            french.Message.ShouldNotBe(english.Message);
            french.Code.ShouldBe(english.Code);
        }
    }

    [Fact]
    public void Every_state_of_a_source_has_its_word()
    {
        foreach (var arrival in Enum.GetValues<Arrival>())
            Spoken.Both(() => CliTexts.Get("Status." + arrival)).ShouldSatisfyAllConditions(word => word.French.ShouldNotBe(word.English));
    }

    [Fact]
    public void Days_and_months_are_written_as_each_language_writes_them()
    {
        Spoken.Both(() => CliTexts.Date(new DateOnly(2026, 11, 2))).ShouldBe(("02/11/2026", "2 Nov 2026"));
        Spoken.Both(() => CliTexts.Month(YearMonth.Of(2026, 10))).ShouldBe(("octobre 2026", "October 2026"));
    }

    static Dictionary<string, string> Texts(CultureInfo language)
        => new ResourceManager("NonRecoursMatch.Cli.Texts.CliTexts", typeof(CliTexts).Assembly)
            .GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    static IEnumerable<string> Values(string text) => Value().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
