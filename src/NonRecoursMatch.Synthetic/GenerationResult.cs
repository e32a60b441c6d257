namespace NonRecoursMatch.Synthetic;

/// <summary>What was generated.</summary>
/// <param name="Convention">Identifier of the agreement.</param>
/// <param name="Territory">Name of the territory.</param>
/// <param name="Rows">Rows of each extract file, by <c>source/table</c>, in name order.</param>
/// <param name="Expected">Rows of each expected list, by body, in name order.</param>
public sealed record GenerationResult(
    string Convention,
    string Territory,
    long Persons,
    long Households,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyDictionary<string, long> Expected);
