using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>What C2S leaves out of minimum incomes in one month of resources, €/month.</summary>
/// <param name="Aah">Of AAH.</param>
/// <param name="AsiSeul">Of ASI, one beneficiary.</param>
/// <param name="AsiCouple">Of ASI, for two beneficiaries together.</param>
/// <param name="AspaSeul">Of ASPA, alone.</param>
/// <param name="AspaCouple">Of ASPA, couple.</param>
public sealed record AbattementsC2s(double Aah, double AsiSeul, double AsiCouple, double AspaSeul, double AspaCouple)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static AbattementsC2s InForce(RightsParameters parameters, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        return new AbattementsC2s(
            read["c2s.abattement_aah"], read["c2s.abattement_asi_seul"], read["c2s.abattement_asi_couple"],
            read["c2s.abattement_aspa_seul"], read["c2s.abattement_aspa_couple"]);
    }
}
