namespace NonRecoursMatch.Rights.Articles;

/// <summary>Names a step of a rule for those who read an explanation.</summary>
/// <param name="fr">In French.</param>
/// <param name="en">In English.</param>
/// <param name="unit">Unit of its result: <c>€/mois</c>, <c>€/an</c>, <c>personnes</c>, <c>oui/non</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EtapeAttribute(string fr, string en, string unit = "€/mois") : Attribute
{
    /// <summary>In French.</summary>
    public string Fr { get; } = fr;

    /// <summary>In English.</summary>
    public string En { get; } = en;

    /// <summary>Unit of the result.</summary>
    public string Unit { get; } = unit;
}
