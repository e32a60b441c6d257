using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>The amount of ASPA, step by step. All amounts are €/month, gross, unless said otherwise.</summary>
public static class AspaMontant
{
    /// <summary>Earnings of the foyer that count: those of the quarter beyond the allowance, as a monthly mean.</summary>
    /// <param name="quarterWages">Gross wages of the foyer over the quarter, €.</param>
    /// <param name="enCouple">Whether the claimant is married, in a PACS or cohabiting, the partner served or not.</param>
    [Article("R815-29 CSS")]
    public static double RevenusProfessionnels(double quarterWages, bool enCouple, MinimumVieillesseLaw law)
        => Math.Max(0, quarterWages - (enCouple ? law.AbattementCouple : law.AbattementSeul)) / 3;

    /// <summary>Resources of the foyer that count.</summary>
    [Article("L815-9 CSS")]
    [Article("L815-10 CSS")]
    public static double Ressources(double pensions, double revenusProfessionnels, double autres)
        => pensions + revenusProfessionnels + autres;

    /// <summary>One person served, alone: the maximum, less what allowance and resources together exceed of the ceiling.</summary>
    [Article("L815-9 CSS")]
    [Article("D815-1 a CSS")]
    public static double PersonneSeule(double ressources, MinimumVieillesseLaw law)
        => Reduit(law.MaximumSeul, ressources, law.PlafondSeul);

    /// <summary>One member of a couple served: the maximum of one person, under the ceiling of the couple.</summary>
    [Article("L815-9 CSS")]
    [Article("D815-1 a CSS")]
    [Article("D815-2 CSS")]
    public static double UnSeulDuCouple(double ressources, MinimumVieillesseLaw law)
        => Reduit(law.MaximumSeul, ressources, law.PlafondCouple);

    /// <summary>Both members served: the maximum and the ceiling of the couple, for both together.</summary>
    [Article("L815-9 CSS")]
    [Article("D815-1 b CSS")]
    public static double LesDeux(double ressources, MinimumVieillesseLaw law)
        => Reduit(law.MaximumCouple, ressources, law.PlafondCouple);

    /// <summary>Reduces an allowance by what it exceeds of the ceiling together with the resources; never below 0; to the cent.</summary>
    [Article("L815-9 CSS")]
    static double Reduit(double maximum, double ressources, double plafond)
        => AuCentime(Math.Max(0, maximum - Math.Max(0, ressources + maximum - plafond)));

    // The tiny term brings back a half cent that binary fractions left just below the half: 1043.595 is published as 1043.60.
    static double AuCentime(double amount) => Math.Floor((amount * 100) + 0.5 + 1e-6) / 100;
}
