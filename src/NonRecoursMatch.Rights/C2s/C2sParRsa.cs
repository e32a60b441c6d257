using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>C2S without participation of the beneficiaries of a paid RSA.</summary>
public static class C2sParRsa
{
    /// <summary>Fills the results of <paramref name="persons"/> for a reference month.</summary>
    public static void Compute(C2sParRsaColumns persons, YearMonth month, RightsParameters parameters)
        => throw new NotSupportedException();
}
