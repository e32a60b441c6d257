using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>ASPA of persons of 65 and over, single or in a couple.</summary>
public static class AspaRule
{
    /// <summary>Fills the results of <paramref name="foyers"/> for a reference month.</summary>
    /// <param name="margin">€/month under which a computed amount is only <c>a_verifier</c> (threshold of the agreement).</param>
    public static void Compute(AspaColumns foyers, YearMonth month, RightsParameters parameters, double margin)
        => throw new NotSupportedException();
}
