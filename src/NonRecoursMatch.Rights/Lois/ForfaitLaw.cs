using System.Numerics;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>The flat amounts of RSA, or of PPA, whose scales have the same shape. €/month; rates are parts of the base.</summary>
public sealed record ForfaitLaw
{
    /// <summary>Base, one person.</summary>
    public required double Base { get; init; }

    /// <summary>Increase for the second person.</summary>
    public required double Deuxieme { get; init; }

    /// <summary>Increase for the third person, and the fourth in a couple.</summary>
    public required double Troisieme { get; init; }

    /// <summary>Increase for each further person.</summary>
    public required double Supplementaire { get; init; }

    /// <summary>Isolated parent.</summary>
    public required double IsolementParent { get; init; }

    /// <summary>Isolated parent, each child.</summary>
    public required double IsolementEnfant { get; init; }

    /// <summary>Housing flat amount of one person, as a part of their flat amount.</summary>
    public required double Logement1 { get; init; }

    /// <summary>Of two.</summary>
    public required double Logement2 { get; init; }

    /// <summary>Of three or more.</summary>
    public required double Logement3 { get; init; }

    /// <summary>Reads those of <paramref name="benefit"/>, <c>rsa</c> or <c>ppa</c>, for a month.</summary>
    /// <exception cref="RightsDataException">A value is missing.</exception>
    public static ForfaitLaw InForce(RightsParameters parameters, string benefit, YearMonth month)
    {
        var read = new LawReader(parameters, month);
        return new ForfaitLaw
        {
            Base = read[benefit + ".montant_base"],
            Deuxieme = read[benefit + ".majoration_deuxieme"],
            Troisieme = read[benefit + ".majoration_troisieme"],
            Supplementaire = read[benefit + ".majoration_supplementaire"],
            IsolementParent = read[benefit + ".isolement_parent"],
            IsolementEnfant = read[benefit + ".isolement_enfant"],
            Logement1 = read[benefit + ".forfait_logement_une_personne"],
            Logement2 = read[benefit + ".forfait_logement_deux_personnes"],
            Logement3 = read[benefit + ".forfait_logement_trois_personnes"],
        };
    }

    /// <summary>Scale of a foyer: 1, +0.5, +0.3, then +0.4 each (the fourth person of a couple counts as the third).</summary>
    public Bloc Echelle(Bloc adultes, Bloc enfants)
    {
        var n = adultes + enfants;
        var quatrieme = Si(Vector.Equals(adultes, Bloc.One), Partout(Supplementaire), Partout(Troisieme));
        return Bloc.One
            + Si(AuMoins(n, 2), Partout(Deuxieme), Bloc.Zero)
            + Si(AuMoins(n, 3), Partout(Troisieme), Bloc.Zero)
            + Si(AuMoins(n, 4), quatrieme, Bloc.Zero)
            + (Vector.Max(n - Partout(4), Bloc.Zero) * Supplementaire);
    }

    /// <summary>Housing flat amount of a foyer of <paramref name="n"/> persons, three at most, €/month.</summary>
    public Bloc Logement(Bloc n)
    {
        var deux = Partout(Base * (Logement2 * (1 + Deuxieme)));
        var trois = Partout(Base * (Logement3 * (1 + Deuxieme + Troisieme)));
        return Si(AuMoins(n, 3), trois, Si(AuMoins(n, 2), deux, Partout(Base * Logement1)));
    }
}
