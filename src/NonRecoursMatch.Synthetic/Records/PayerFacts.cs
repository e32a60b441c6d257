using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>C2S as the CPAM or MSA knows it.</summary>
/// <param name="State">N, G, P, or null where another body pays (a pension-only record of the MSA).</param>
internal sealed record C2sFacts(char? State, DateOnly? Start = null, DateOnly? End = null, DateOnly? Claim = null, DateOnly? Refusal = null, DateOnly? UnpaidUntil = null)
{
    /// <summary>Whether a right is in force on a day.</summary>
    public bool InForce(DateOnly day) => State is 'G' or 'P' && (End is null || End >= day);
}

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

    /// <summary>A net pension: ten elevenths of the gross one, to the cent.</summary>
    public static long NetOf(long grossCents) => ((grossCents * 20) + 11) / 22;
}

/// <summary>A daily allowance as its payer knows it.</summary>
internal readonly record struct AllowanceRow(YearMonth Month, string Nature, long Cents);

/// <summary>A farmer as the MSA knows them.</summary>
/// <param name="Active">Farmer in activity.</param>
/// <param name="Profits">Profit of each known year.</param>
internal sealed record FarmFacts(bool Active, IReadOnlyList<(int Year, long Cents)> Profits);

/// <summary>A person of a lease.</summary>
/// <param name="Role">TIT COT OCC.</param>
/// <param name="AidCents">Housing aid received as third-party payment.</param>
internal sealed record LeaseFacts(string Role, long RentCents, long? AidCents);
