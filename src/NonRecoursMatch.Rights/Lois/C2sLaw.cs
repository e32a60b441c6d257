using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>The values of C2S that the month of right decides.</summary>
public sealed record C2sLaw
{
    /// <summary>Free ceiling, one person, €/year.</summary>
    public required double Plafond { get; init; }

    /// <summary>Contributive ceiling over the free one.</summary>
    public required double Participation { get; init; }

    /// <summary>Coefficient of the second person.</summary>
    public required double Deuxieme { get; init; }

    /// <summary>Coefficient of the third and fourth.</summary>
    public required double Troisieme { get; init; }

    /// <summary>Coefficient of each further person.</summary>
    public required double Supplementaire { get; init; }

    /// <summary>Age from which a child leaves the foyer.</summary>
    public required int AgeLimite { get; init; }

    /// <summary>Increase of the ceiling overseas.</summary>
    public required double MajorationDom { get; init; }

    /// <summary>Whether C2S exists in Mayotte.</summary>
    public required bool Mayotte { get; init; }

    /// <summary>Whether ASPA presumes the right with participation.</summary>
    public required bool PresomptionAspa { get; init; }

    /// <summary>Whether the partner must not have worked either.</summary>
    public required bool PresomptionAspaConjoint { get; init; }

    /// <summary>Whether ASI in payment presumes it.</summary>
    public required bool PresomptionAsi { get; init; }

    /// <summary>Whether AAH in payment presumes it.</summary>
    public required bool PresomptionAah { get; init; }

    /// <summary>0: M-12 to M-1; 1: M-13 to M-2.</summary>
    public required int Decalage { get; init; }

    /// <summary>Part of the wages left out of account when sick, unemployed or in training.</summary>
    public required double AbattementSalaires { get; init; }

    /// <summary>Housing flat amounts of owners and those housed free: 1, 2, 3 persons, part of their RSA flat amount.</summary>
    public required double[] ForfaitSansAide { get; init; }

    /// <summary>The same with housing aid.</summary>
    public required double[] ForfaitAvecAide { get; init; }

    /// <summary>Participation by age band, €/month.</summary>
    public required double[] Grille { get; init; }

    /// <summary>The same, Alsace-Moselle scheme.</summary>
    public required double[] GrilleAlsaceMoselle { get; init; }

    /// <summary>RSA flat amounts.</summary>
    public required ForfaitLaw Rsa { get; init; }

    /// <summary>Estimated values among them.</summary>
    public required IReadOnlyList<string> Estimated { get; init; }

    static readonly string[] s_sizes = ["une_personne", "deux_personnes", "trois_personnes"];
    static readonly string[] s_ages = ["moins_30", "30_49", "50_59", "60_69", "70_plus"];

    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static C2sLaw InForce(RightsParameters parameters, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        return new C2sLaw
        {
            Plafond = read["c2s.plafond_base"],
            Participation = read["c2s.majoration_participation"],
            Deuxieme = read["c2s.coefficient_deuxieme"],
            Troisieme = read["c2s.coefficient_troisieme"],
            Supplementaire = read["c2s.coefficient_supplementaire"],
            AgeLimite = (int)read["c2s.age_limite"],
            MajorationDom = read["c2s.majoration_dom"],
            Mayotte = read["c2s.debut_mayotte"] > 0,
            PresomptionAspa = read["c2s.presomption_aspa"] > 0,
            PresomptionAspaConjoint = read["c2s.presomption_aspa_conjoint"] > 0,
            PresomptionAsi = read["c2s.presomption_asi"] > 0,
            PresomptionAah = read["c2s.presomption_aah"] > 0,
            Decalage = (int)read["c2s.decalage_fenetre"],
            AbattementSalaires = read["c2s.abattement_salaires"],
            ForfaitSansAide = [.. s_sizes.Select(size => read["c2s.forfait_logement_sans_aide_" + size])],
            ForfaitAvecAide = [.. s_sizes.Select(size => read["c2s.forfait_logement_avec_aide_" + size])],
            Grille = [.. s_ages.Select(age => read["c2s.participation_" + age])],
            GrilleAlsaceMoselle = [.. s_ages.Select(age => read["c2s.participation_alsace_moselle_" + age])],
            Rsa = ForfaitLaw.InForce(parameters, "rsa", month),
            Estimated = read.Estimated,
        };
    }
}
