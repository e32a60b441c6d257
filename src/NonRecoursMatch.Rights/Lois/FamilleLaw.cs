using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>What RSA and PPA read of family law and of the condition of persons, for the month read.</summary>
public sealed record FamilleLaw
{
    /// <summary>RSA base, €/month: the measure of a child's own resources and of neutralisation.</summary>
    public required double BaseRsa { get; init; }

    /// <summary>Part of the base above which a child's resources exclude it from the foyer.</summary>
    public required double RessourcesEnfant { get; init; }

    /// <summary>The same part when the child opens the isolated-parent amount.</summary>
    public required double RessourcesEnfantIsolement { get; init; }

    /// <summary>Ceiling on interrupted other resources left out, € over the quarter.</summary>
    public required double Neutralisation { get; init; }

    /// <summary>Net wage, €/month over six months, from which a child is autonomous.</summary>
    public required double SalaireAutonomie { get; init; }

    /// <summary>Age from which a child is no dependant for RSA.</summary>
    public required int AgeLimiteEnfant { get; init; }

    /// <summary>Age under which a child opens the isolated-parent amount.</summary>
    public required int AgeLimiteIsolement { get; init; }

    /// <summary>Years of permit, outside the EEA.</summary>
    public required double DureeTitre { get; init; }

    /// <summary>Years of residence, EEA and Switzerland.</summary>
    public required double DureeEee { get; init; }

    /// <summary>BMAF, €/month.</summary>
    public required double Bmaf { get; init; }

    /// <summary>AF for two children, €/month.</summary>
    public required double AfDeux { get; init; }

    /// <summary>AF for each further child, €/month.</summary>
    public required double AfSupplementaire { get; init; }

    /// <summary>Age limit for AF and ASF.</summary>
    public required int AgeLimiteAf { get; init; }

    /// <summary>CF not increased, €/month.</summary>
    public required double Cf { get; init; }

    /// <summary>Increase of AF for the age of a child, €/month.</summary>
    public required double MajorationAge { get; init; }

    /// <summary>Age from which a child opens it.</summary>
    public required int AgeMajoration { get; init; }

    /// <summary>Increase of CF for low incomes, €/month.</summary>
    public required double MajorationCf { get; init; }

    /// <summary>ASF counted at most for each child, €/month.</summary>
    public required double AsfForfait { get; init; }

    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static FamilleLaw InForce(RightsParameters parameters, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        var (rsa, bmaf) = (read["rsa.montant_base"], read["famille.bmaf"]);
        return new FamilleLaw
        {
            BaseRsa = rsa,
            RessourcesEnfant = read["rsa.majoration_supplementaire"],
            RessourcesEnfantIsolement = read["rsa.isolement_parent"] - 1 + read["rsa.isolement_enfant"],
            Neutralisation = read["rsa.neutralisation"] * rsa,
            SalaireAutonomie = read["famille.autonomie_part_smic"] * read["famille.autonomie_heures"] * read["smic.horaire"],
            AgeLimiteEnfant = (int)read["rsa.age_limite_enfant"],
            AgeLimiteIsolement = (int)read["rsa.age_limite_isolement"],
            DureeTitre = read["rsa.duree_titre_sejour"],
            DureeEee = read["rsa.duree_residence_eee"],
            Bmaf = bmaf,
            AfDeux = read["famille.af_deux_enfants"] * bmaf,
            AfSupplementaire = read["famille.af_enfant_supplementaire"] * bmaf,
            AgeLimiteAf = (int)read["famille.age_limite"],
            Cf = read["famille.complement_familial"] * bmaf,
            MajorationAge = read["famille.af_majoration_age"] * bmaf,
            AgeMajoration = (int)read["famille.af_age_majoration"],
            MajorationCf = read["famille.complement_familial_majoration"] * bmaf,
            AsfForfait = read["rsa.asf_forfait"] * bmaf,
        };
    }
}
