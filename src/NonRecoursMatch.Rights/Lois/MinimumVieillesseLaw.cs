using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>The values of ASPA and ASI for one month. Amounts are €/month unless said otherwise.</summary>
public sealed record MinimumVieillesseLaw
{
    /// <summary>ASPA age.</summary>
    public required int Age { get; init; }

    /// <summary>ASPA age when unfit or disabled.</summary>
    public required int AgeAnticipe { get; init; }

    /// <summary>Incapacity rate that opens the early age.</summary>
    public required double TauxIncapacite { get; init; }

    /// <summary>Years of permit, outside the EEA.</summary>
    public required double DureeTitre { get; init; }

    /// <summary>Maximum ASPA, one served.</summary>
    public required double MaximumSeul { get; init; }

    /// <summary>Maximum ASPA, both served.</summary>
    public required double MaximumCouple { get; init; }

    /// <summary>ASPA ceiling, alone.</summary>
    public required double PlafondSeul { get; init; }

    /// <summary>ASPA ceiling, couple.</summary>
    public required double PlafondCouple { get; init; }

    /// <summary>ASI ceiling, alone.</summary>
    public required double PlafondAsiSeul { get; init; }

    /// <summary>ASI ceiling, couple.</summary>
    public required double PlafondAsiCouple { get; init; }

    /// <summary>Earnings left out, alone, € a quarter.</summary>
    public required double AbattementSeul { get; init; }

    /// <summary>Earnings left out, couple together, € a quarter.</summary>
    public required double AbattementCouple { get; init; }

    /// <summary>Estimated values among those of ASPA, but for the early age.</summary>
    public required IReadOnlyList<string> EstimatedAspa { get; init; }

    /// <summary>Estimated values among those of ASI.</summary>
    public required IReadOnlyList<string> EstimatedAsi { get; init; }

    /// <summary>The early age, where it is estimated.</summary>
    public required IReadOnlyList<string> EstimatedAge { get; init; }

    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static MinimumVieillesseLaw InForce(RightsParameters parameters, YearMonth month)
    {
        var (read, early, asi) = (new LawReader(parameters, month), new LawReader(parameters, month), new LawReader(parameters, month));
        // The allowance follows the monthly minimum wage in force on 1 January of the year, not that of the quarter (R815-29 CSS).
        var january = new LawReader(parameters, YearMonth.Of(month.Year, 1));
        var smic = january["smic.horaire"] * january["smic.heures_par_mois"];
        return new MinimumVieillesseLaw
        {
            Age = (int)read["aspa.age_minimum"],
            AgeAnticipe = (int)early["aspa.age_anticipe"],
            TauxIncapacite = read["aspa.taux_incapacite"],
            DureeTitre = read["aspa.duree_titre_sejour"],
            MaximumSeul = read["aspa.montant_maximum_personne_seule"] / 12,
            MaximumCouple = read["aspa.montant_maximum_couple"] / 12,
            PlafondSeul = read["aspa.plafond_personne_seule"] / 12,
            PlafondCouple = read["aspa.plafond_couple"] / 12,
            PlafondAsiSeul = asi["asi.plafond_personne_seule"] / 12,
            PlafondAsiCouple = asi["asi.plafond_couple"] / 12,
            AbattementSeul = read["aspa.abattement_personne_seule"] * smic,
            AbattementCouple = read["aspa.abattement_couple"] * smic,
            EstimatedAspa = [.. read.Estimated, .. january.Estimated],
            EstimatedAsi = asi.Estimated,
            EstimatedAge = early.Estimated,
        };
    }
}
