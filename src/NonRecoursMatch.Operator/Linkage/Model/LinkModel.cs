using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Operator.Linkage.Model;

/// <summary>
/// Weights of Fellegi and Sunter (JASA 1969): the base-2 logarithm of the odds that two records are of one person, given their agreement. Rounded
/// to 1/64 before use, so that machines that sum in another order still decide alike.
/// </summary>
sealed class LinkModel
{
    const double Step = 64;

    readonly double _usualBits;
    readonly Dictionary<(int, int), PairWeights> _pairs;

    LinkModel(double[][] m, IReadOnlyDictionary<(int Left, int Right), SourcePair> sources)
    {
        M = m;
        Sources = sources;
        var u = LinkParameters.U(default);
        _usualBits = Rounded(-Math.Log2(u[0][(int)FamilyNameLevel.Exact] * u[1][(int)FirstNameLevel.Exact]));
        _pairs = sources.ToDictionary(pair => pair.Key, pair => new PairWeights(Rounded(Math.Log2(pair.Value.Prior / (1 - pair.Value.Prior))), Weights(m, LinkParameters.U(pair.Value))));
    }

    /// <summary>Estimated probabilities of the levels for records of one person.</summary>
    public double[][] M { get; }

    /// <summary>What is known of each two sources, their prior included.</summary>
    public IReadOnlyDictionary<(int Left, int Right), SourcePair> Sources { get; }

    /// <summary>A model.</summary>
    /// <param name="m">Probabilities of the levels for one person.</param>
    /// <param name="sources">What is known of each two sources.</param>
    public static LinkModel Of(double[][] m, IReadOnlyDictionary<(int Left, int Right), SourcePair> sources)
        => new(m, new Dictionary<(int Left, int Right), SourcePair>(sources));

    /// <summary>Weight of a pair of two sources, in bits: 0 is even odds.</summary>
    public double Weight(Agreement agreement, int left, int right)
    {
        var pair = _pairs[KeyOf(left, right)];
        var weight = pair.Prior;
        for (var field = 0; field < LinkParameters.Fields; field++)
            weight += pair.Fields[field][LinkParameters.LevelOf(agreement, field)];
        return Agreement.HasNameClass(agreement.Surname, agreement.GivenName) ? weight + NameClasses.Bits(agreement.NameClass) - _usualBits : weight;
    }

    /// <summary>Probability of a weight.</summary>
    public static double Probability(double weight) => 1 / (1 + Math.Pow(2, -weight));

    /// <summary>The two sources of a pair, whatever its direction.</summary>
    public static (int Left, int Right) KeyOf(int left, int right) => left < right ? (left, right) : (right, left);

    static double[][] Weights(double[][] m, double[][] u)
        => [.. m.Select((levels, field) => levels.Select((p, level) => level == 0 || p <= 0 ? 0 : Rounded(Math.Log2(p / u[field][level]))).ToArray())];

    static double Rounded(double weight) => Math.Round(weight * Step, MidpointRounding.ToEven) / Step;

    readonly record struct PairWeights(double Prior, double[][] Fields);
}
