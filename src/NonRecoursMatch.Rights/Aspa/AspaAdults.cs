using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>Personal conditions of the adults of a foyer.</summary>
static class AspaAdults
{
    /// <summary>Whether the permit is known to be too short.</summary>
    [Article("L816-1 CSS")]
    public static bool TitreTropCourt(AspaAdult adult, int row, MinimumVieillesseLaw law)
        => adult.Nationality[row] == Nationality.Other && adult.PermitYears[row] >= 0 && adult.PermitYears[row] < law.DureeTitre;

    /// <summary>Whether nationality or permit leave the condition open.</summary>
    [Article("L816-1 CSS")]
    public static bool TitreInconnu(AspaAdult adult, int row)
        => adult.Nationality[row] == Nationality.Unknown || (adult.Nationality[row] == Nationality.Other && adult.PermitYears[row] < 0);

    /// <summary>Whether the partner is served too: of age, in France, without a permit known to be too short.</summary>
    [Article("L815-1 CSS")]
    [Article("L816-1 CSS")]
    public static bool SecondServi(AspaColumns foyers, int row, MinimumVieillesseLaw law)
        => foyers.Situation[row] == Situation.Couple
            && foyers.Second.Age[row] >= law.Age
            && foyers.Second.InFrance[row] != Ternary.No
            && !TitreTropCourt(foyers.Second, row, law);
}
