using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Oppositions;

namespace NonRecoursMatch.Cli.Texts;

/// <summary>The letter that acknowledges an opposition, in the language of the agreement. It holds no name: the body adds it, with the address.</summary>
static class OppositionLetter
{
    /// <summary>The text.</summary>
    public static string Text(Agreement agreement, Source source, string scope, DateOnly received)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(agreement.Language);
        try
        {
            var about = scope == OppositionScope.All ? CliTexts.Get("Opposition.Letter.All") : string.Join(", ", scope.Split('+').Select(code => CliTexts.Get("Benefit." + code)));
            var effect = CliTexts.Get(scope == OppositionScope.All ? "Opposition.Letter.EffectAll" : "Opposition.Letter.EffectSome");
            var lastDay = received.AddMonths(agreement.Retention.OppositionsMonths).AddDays(-1);
            return CliTexts.Format("Opposition.Letter", CliTexts.Date(received), about, CliTexts.Date(lastDay), source.Name, effect) + "\n";
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
