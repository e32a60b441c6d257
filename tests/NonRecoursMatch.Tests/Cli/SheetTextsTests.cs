using System.Collections;
using System.Globalization;
using System.Resources;
using NonRecoursMatch.Cli.Auditing;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>The DPO sheet says the same in French and in English.</summary>
public class SheetTextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        var (french, english) = (Texts("fr"), Texts(""));
        french.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in french)
            Enumerable.Range(0, 4).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 4).Where(i => english[name].Contains($"{{{i}}}", StringComparison.Ordinal)), name);
    }

    static Dictionary<string, string> Texts(string language)
        => new ResourceManager("NonRecoursMatch.Cli.Auditing.SheetTexts", typeof(SheetTexts).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
