using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>The values of ASPA in force for a month of right. Amounts are in €/month unless said otherwise.</summary>
public sealed record AspaLaw
{
    /// <summary>Minimum age, whole years.</summary>
    public required int AgeMinimum { get; init; }

    /// <summary>Age from which a pension is at the full rate whatever the career.</summary>
    public required int AgeTauxPlein { get; init; }

    /// <summary>Years of permit asked of nationals from outside the EEA and Switzerland.</summary>
    public required int DureeTitreSejour { get; init; }

    /// <summary>Maximum when one person is served.</summary>
    public required double MaximumSeul { get; init; }

    /// <summary>Maximum when both are served.</summary>
    public required double MaximumCouple { get; init; }

    /// <summary>Ceiling of a person alone.</summary>
    public required double PlafondSeul { get; init; }

    /// <summary>Ceiling of a couple.</summary>
    public required double PlafondCouple { get; init; }

    /// <summary>Earnings left out of account, person alone, € a quarter.</summary>
    public required double AbattementSeul { get; init; }

    /// <summary>Earnings left out of account, for the couple together, € a quarter.</summary>
    public required double AbattementCouple { get; init; }

    /// <summary>Whether any of these values is only estimated.</summary>
    public required bool Estimated { get; init; }

    /// <summary>Reads them for <paramref name="month"/>.</summary>
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public static AspaLaw InForce(RightsParameters parameters, YearMonth month)
    {
        parameters.RequireSupported(month);
        var estimated = false;
        var smic = SmicMensuel(month, Of);
        return new AspaLaw
        {
            AgeMinimum = (int)Of("aspa.age_minimum", month),
            AgeTauxPlein = (int)Of("retraite.age_taux_plein", month),
            DureeTitreSejour = (int)Of("aspa.duree_titre_sejour", month),
            MaximumSeul = Of("aspa.montant_maximum_personne_seule", month) / 12,
            MaximumCouple = Of("aspa.montant_maximum_couple", month) / 12,
            PlafondSeul = Of("aspa.plafond_personne_seule", month) / 12,
            PlafondCouple = Of("aspa.plafond_couple", month) / 12,
            AbattementSeul = Of("aspa.abattement_personne_seule", month) * smic,
            AbattementCouple = Of("aspa.abattement_couple", month) * smic,
            Estimated = estimated,
        };

        double Of(string id, YearMonth at)
        {
            var value = parameters.At(id, at);
            estimated |= value.Status == ParameterStatus.Estimated;
            return value.Value;
        }
    }

    /// <summary>The allowance follows the monthly minimum wage in force on 1 January of the year, not that of the quarter.</summary>
    [Article("R815-29 CSS")]
    static double SmicMensuel(YearMonth month, Func<string, YearMonth, double> of)
    {
        var january = YearMonth.Of(month.Year, 1);
        return of("smic.horaire", january) * of("smic.heures_par_mois", january);
    }
}
