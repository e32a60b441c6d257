using System.Globalization;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>Speaks one language until disposed: the command line takes its texts from the current UI culture.</summary>
sealed class Spoken : IDisposable
{
    readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public Spoken(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    /// <summary>What <paramref name="said"/> gives in French, then in English.</summary>
    public static (T French, T English) Both<T>(Func<T> said)
    {
        using var french = new Spoken("fr");
        var first = said();
        using var english = new Spoken("en");
        return (first, said());
    }
}
