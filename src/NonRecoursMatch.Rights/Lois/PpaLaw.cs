using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>The values of PPA of one reference month. Amounts are €/month.</summary>
public sealed record PpaLaw
{
    /// <summary>Flat amounts.</summary>
    public required ForfaitLaw Forfait { get; init; }

    /// <summary>Share of earnings added.</summary>
    public required double Pente { get; init; }

    /// <summary>Earnings from which the bonus starts.</summary>
    public required double BonificationDebut { get; init; }

    /// <summary>Earnings from which it is full.</summary>
    public required double BonificationPlein { get; init; }

    /// <summary>Full bonus, to the cent.</summary>
    public required double BonificationMaximum { get; init; }

    /// <summary>Earnings from which AAH counts as earnings.</summary>
    public required double SeuilAah { get; init; }

    /// <summary>Minimum age.</summary>
    public required int AgeMinimum { get; init; }

    /// <summary>Amount under which nothing is paid.</summary>
    public required double MinimumVerse { get; init; }

    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static PpaLaw InForce(RightsParameters parameters, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        var smic = read["smic.horaire"];
        return new PpaLaw
        {
            Forfait = ForfaitLaw.InForce(parameters, "ppa", month),
            Pente = read["ppa.pente"],
            BonificationDebut = read["ppa.bonification_debut"] * smic,
            BonificationPlein = read["ppa.bonification_plein"] * smic,
            BonificationMaximum = Math.Round(read["ppa.bonification_maximum"] * read["ppa.montant_base"], 2),
            SeuilAah = read["ppa.aah_heures"] * smic,
            AgeMinimum = (int)read["ppa.age_minimum"],
            MinimumVerse = read["ppa.minimum_verse"],
        };
    }
}
