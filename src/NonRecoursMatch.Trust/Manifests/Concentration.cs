namespace NonRecoursMatch.Trust.Manifests;

/// <summary>
/// How concentrated the places of an extract are: the probability that two of its persons, taken at random, share one (the sum of the squared
/// shares). One number for a whole extract: it tells what an agreement on the place is worth, and nothing of anybody.
/// </summary>
/// <param name="Naissance">Of places of birth.</param>
/// <param name="Residence">Of communes of residence.</param>
public sealed record Concentration(double Naissance, double Residence)
{
    /// <summary>Nothing is known: agreements on places are worth little.</summary>
    public static Concentration Unknown { get; } = new(0.25, 0.25);
}
