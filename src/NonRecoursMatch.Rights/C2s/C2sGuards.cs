using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>The guards in force for a month, in days counted from its last day.</summary>
/// <param name="LastDay">Last day of the month, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="DelaiAffichage">Days in which an open right may not show elsewhere.</param>
/// <param name="FenetreEcheance">Days around the end of a right in which a renewal may be under way.</param>
/// <param name="Estimated">Whether any of them is only estimated.</param>
readonly record struct C2sGuards(int LastDay, int DelaiAffichage, int FenetreEcheance, bool Estimated)
{
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public static C2sGuards InForce(RightsParameters parameters, YearMonth month)
    {
        parameters.RequireSupported(month);
        var delai = parameters.At("c2s.delai_affichage", month);
        var fenetre = parameters.At("c2s.fenetre_echeance", month);
        return new C2sGuards(
            month.LastDay.DayNumber,
            (int)delai.Value,
            (int)fenetre.Value,
            delai.Status == ParameterStatus.Estimated || fenetre.Status == ParameterStatus.Estimated);
    }
}
