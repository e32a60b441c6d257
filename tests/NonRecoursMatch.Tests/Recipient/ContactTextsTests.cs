using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NonRecoursMatch.Recipient.Contacts;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>What people read in the workbook and in letters: kind, plain, no debt, no promise, no suspicion.</summary>
public partial class ContactTextsTests
{
    static readonly string[] s_never =
    [
        "certain", "signalé", "non-recours", "anomalie", "fraude", "dette", "trop-perçu", "indu", "vous avez droit", "obligat", "contrôle", "rembours", "flagged", "fraud", "debt", "overpaid", "you are entitled", "anomaly",
    ];

    public static TheoryData<string> Languages => ["fr", ""];

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_values()
    {
        var (french, english) = (Texts("fr"), Texts(""));
        french.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in french)
            Values(text).ShouldBe(Values(english[name]), name);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_subject_has_its_documents_its_procedure_and_a_letter_with_what_every_letter_says(string language)
    {
        var texts = new ContactTexts(CultureInfo.GetCultureInfo(language));
        foreach (var subject in ContactTexts.Subjects)
        {
            texts.Documents(subject).ShouldNotBeEmpty();
            texts.Procedure(subject).ShouldNotBeEmpty();
            texts.LetterSubject([subject]).ShouldNotBeEmpty();
            foreach (var aboutAnother in new[] { false, true })
            {
                var letter = texts.Letter([subject], "Camille EXEMPLE", aboutAnother);
                letter.ShouldContain("Camille EXEMPLE");
                letter.ShouldContain(language == "fr" ? "coordonnées bancaires" : "bank details");
                letter.ShouldContain(language == "fr" ? "numéro habituel" : "usual number");
                letter.ShouldContain(language == "fr" ? "opposer" : "object");
                // Plain language: short sentences.
                letter.Split('.', '?', '\n').ShouldAllBe(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 26);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_accuses_promises_or_speaks_of_debt(string language)
    {
        // "contrôlé ou sanctionné" of the read-me sheet says what may not be done.
        foreach (var (name, text) in Texts(language).Where(text => text.Key != "LisezMoi"))
            s_never.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_on_an_envelope_speaks_of_a_benefit(string language)
        => Texts(language).Where(text => text.Key.StartsWith("Enveloppe.", StringComparison.Ordinal)).Select(text => Values(text.Value).Single()).ShouldAllBe(value => value == "{0}");

    static Dictionary<string, string> Texts(string language)
        => new ResourceManager("NonRecoursMatch.Recipient.Contacts.ContactTexts", typeof(ContactTexts).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    static IEnumerable<string> Values(string text) => Value().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
