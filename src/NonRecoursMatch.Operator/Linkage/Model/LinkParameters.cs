using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Operator.Linkage.Model;

/// <summary>
/// Probabilities of every level of agreement, for records of one person (m) and of two persons taken at random (u). The latter come from public
/// tables and the calendar (docs/linkage.md says which, a test recomputes them); only m is estimated, from the start given here.
/// </summary>
static class LinkParameters
{
    /// <summary>Fields, in the order of the arrays below.</summary>
    public const int Fields = 6;

    /// <summary>The level of each field of an agreement.</summary>
    public static int LevelOf(Agreement agreement, int field) => field switch
    {
        0 => (int)agreement.Surname,
        1 => (int)agreement.GivenName,
        2 => (int)agreement.Birth,
        3 => (int)agreement.BirthPlace,
        4 => (int)agreement.Residence,
        _ => (int)agreement.Sex,
    };

    /// <summary>Where the estimate of m starts: round figures, replaced by the data.</summary>
    public static double[][] StartOfM() =>
    [
        [0, 0.85, 0.05, 0.03, 0.03, 0.01, 0.03],
        [0, 0.88, 0.04, 0.03, 0.03, 0.01, 0.01],
        [0, 0.95, 0.01, 0.005, 0.02, 0.005, 0.005, 0.005],
        [0, 0.93, 0.04, 0.03],
        [0, 0.85, 0, 0.15],
        [0, 0.99, 0, 0.01],
    ];

    /// <summary>u for two sources: how concentrated they are decides for places.</summary>
    public static double[][] U(in SourcePair sources)
    {
        var (birthPlace, residence) = (Bounded(sources.BirthPlace), Bounded(sources.Residence));
        var departement = Math.Max(0.03, birthPlace);
        return
        [
            // One slip apart: 1.2 and 5 in a thousand in clear, and as much again by chance, as 20 x 20 and 10 x 10 values of sixteen bits are compared.
            [0, 5e-4, 1e-3, 2.5e-3, 7e-3, 1e-5, 0.989],
            [0, 8e-3, 2e-2, 6e-3, 6.5e-3, 7e-2, 0.8895],
            [0, 3.65e-5, 2e-5, 1.2e-5, 4.5e-3, 3e-4, 0.12, 0.875],
            [0, birthPlace, departement, 1 - birthPlace - departement],
            [0, residence, 0, 1 - residence],
            [0, 0.5, 0, 0.5],
        ];
    }

    /// <summary>Places that everybody or nobody shares say nothing, but no weight may be infinite.</summary>
    static double Bounded(double probability) => Math.Clamp(probability, 1e-4, 0.45);
}
