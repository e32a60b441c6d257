using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Holder.Tokens;

/// <summary>The tokens of one person.</summary>
/// <param name="Nir">Strong token, or null.</param>
/// <param name="Weak">Weak tokens, 0 to 2.</param>
public readonly record struct PersonTokens(Key128? Nir, IReadOnlyList<Key128> Weak);
