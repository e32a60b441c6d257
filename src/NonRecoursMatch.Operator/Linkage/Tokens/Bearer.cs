using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>One record that bears a token.</summary>
/// <param name="Source">Index of its source.</param>
/// <param name="Handle">Its handle.</param>
/// <param name="Nir">Its NIR token, or null.</param>
readonly record struct Bearer(int Source, Key128 Handle, Key128? Nir);
