namespace NonRecoursMatch.Operator.Foyers;

/// <summary>
/// Gross from net, where an extract holds net amounts only and the rule reads gross ones: the factors of
/// <c>rights compute</c>. An approximation, used for wages and for the pensions of a partner who is in no pension extract.
/// </summary>
static class WageGrossing
{
    /// <summary>Gross wage per net euro.</summary>
    public const double Wages = 1.28;

    /// <summary>Gross pension per net euro.</summary>
    public const double Pensions = 1.10;
}
