using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Holder.Tokens;

/// <summary>One row among those that bear one NIR.</summary>
/// <param name="Reference">The row's reference, keyed.</param>
/// <param name="BirthMonth">Index of the birth month, or -1.</param>
/// <param name="Identities">The row's weak tokens.</param>
/// <param name="IsOwn">Whether the rest of the row agrees with the number.</param>
readonly record struct NumberBearer(Key128 Reference, int BirthMonth, IReadOnlyList<Key128> Identities, bool IsOwn);
