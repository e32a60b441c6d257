using System.Globalization;
using System.Resources;

namespace NonRecoursMatch.Conventions.Faults;

/// <summary>The sentences of this assembly, in French and in English (Resources/Messages.resx, English when a language has none).</summary>
static class Texts
{
    static readonly ResourceManager _messages = new("NonRecoursMatch.Conventions.Resources.Messages", typeof(Texts).Assembly);

    /// <summary>A sentence as it stands.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such sentence.</exception>
    public static string Get(string key, CultureInfo culture)
        => _messages.GetString(key, culture) ?? throw new MissingManifestResourceException(key);

    /// <summary>A sentence with its arguments.</summary>
    public static string Format(string key, CultureInfo culture, params object[] arguments)
        => string.Format(culture, Get(key, culture), arguments);
}
