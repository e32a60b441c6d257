namespace NonRecoursMatch.Synthetic.Records;

/// <summary>C2S as the CPAM or MSA knows it.</summary>
/// <param name="State">N, G, P, or null where another body pays (a pension-only record of the MSA).</param>
internal sealed record C2sFacts(char? State, DateOnly? Start = null, DateOnly? End = null, DateOnly? Claim = null, DateOnly? Refusal = null, DateOnly? UnpaidUntil = null);

/// <summary>Pension as a CARSAT or the MSA knows it.</summary>
/// <param name="Country">ISO country of residence.</param>
/// <param name="Situation">Family situation as this body knows it: it may be out of date.</param>
/// <param name="OwnCents">Gross monthly pension of this scheme.</param>
/// <param name="TotalCents">Gross monthly pension of all schemes, where complete.</param>
/// <param name="Aspa">O in payment, N none, D claim pending, R refused.</param>
internal sealed record PensionFacts(string Country, string Situation, bool? PartnerKnown, long OwnCents, long? TotalCents, char Aspa, bool? FullRate, bool? ForeignCareer)
{
    /// <summary>COMPLET or PARTIEL.</summary>
    public string InterSchemes => TotalCents is null ? "PARTIEL" : "COMPLET";
}
