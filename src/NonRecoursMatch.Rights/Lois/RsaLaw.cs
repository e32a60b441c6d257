using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>The values of RSA that the month of right decides.</summary>
public sealed record RsaLaw
{
    /// <summary>Flat amounts.</summary>
    public required ForfaitLaw Forfait { get; init; }

    /// <summary>Minimum age.</summary>
    public required int AgeMinimum { get; init; }

    /// <summary>Minimum age with the hours of the young.</summary>
    public required int AgeMinimumJeune { get; init; }

    /// <summary>Amount under which nothing is paid, €/month.</summary>
    public required double MinimumVerse { get; init; }

    /// <summary>0: quarter M-3 to M-1; 1: M-4 to M-2.</summary>
    public required int Decalage { get; init; }

    /// <summary>Reads them.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static RsaLaw InForce(RightsParameters parameters, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        return new RsaLaw
        {
            Forfait = ForfaitLaw.InForce(parameters, "rsa", month),
            AgeMinimum = (int)read["rsa.age_minimum"],
            AgeMinimumJeune = (int)read["rsa.age_minimum_jeune"],
            MinimumVerse = read["rsa.minimum_verse"],
            Decalage = (int)read["rsa.decalage_trimestre"],
        };
    }
}
