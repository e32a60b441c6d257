using System.Globalization;
using System.Resources;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>What people read about an anomaly, in French or English (AnomalyTexts.resx, AnomalyTexts.fr.resx).</summary>
public static class AnomalyTexts
{
    static readonly ResourceManager _resources = new("NonRecoursMatch.Holder.Validation.AnomalyTexts", typeof(AnomalyTexts).Assembly);

    /// <summary>What is wrong, in one sentence.</summary>
    public static string Message(AnomalyCode code, CultureInfo culture) => Get(code.Code, culture);

    /// <summary>What to do about it, in one imperative sentence.</summary>
    public static string Action(AnomalyCode code, CultureInfo culture) => Get(code.Code + ".action", culture);

    /// <summary>A word or sentence of the reports.</summary>
    /// <exception cref="InvalidOperationException">No such text: a fault of this program.</exception>
    public static string Get(string name, CultureInfo culture)
        => _resources.GetString(name, culture) ?? throw new InvalidOperationException($"no text {name}");
}
