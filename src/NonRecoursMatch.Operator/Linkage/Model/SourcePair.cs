namespace NonRecoursMatch.Operator.Linkage.Model;

/// <summary>What is known of two sources before their records are compared.</summary>
/// <param name="Pairs">All pairs of their records.</param>
/// <param name="Smaller">Records of the smaller one: at most that many pairs are one person.</param>
/// <param name="BirthPlace">Probability, at most, that two persons of the two are born in one place.</param>
/// <param name="Residence">Probability, at most, that they live in one commune.</param>
/// <param name="Prior">Share of the pairs that are one person.</param>
readonly record struct SourcePair(double Pairs, double Smaller, double BirthPlace, double Residence, double Prior);
