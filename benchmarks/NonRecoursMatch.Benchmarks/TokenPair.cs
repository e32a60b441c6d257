using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Benchmarks;

/// <summary>Two tables of as many tokens, uniformly random as HMACs are, in no order: seven in ten of the left ones are in the right one.</summary>
/// <param name="rows">Rows of each.</param>
sealed class TokenPair(int rows)
{
    const ulong LeftSalt = 0x9E3779B97F4A7C15;
    const ulong RightSalt = 0xD1B54A32D192ED03;

    /// <summary>How many tokens both have.</summary>
    public int Shared { get; } = rows / 10 * 7;

    /// <summary>Token of a left row.</summary>
    public static Key128 Left(int row) => Token((ulong)row, LeftSalt);

    /// <summary>Token of a right row: the left ones backwards, then its own.</summary>
    public Key128 Right(int row) => row < Shared ? Left(Shared - 1 - row) : Token((ulong)row, RightSalt);

    /// <summary>Handle of a row.</summary>
    public static Key128 Handle(int row) => new(0, (ulong)row);

    static Key128 Token(ulong row, ulong salt) => new(Mix(row + salt), Mix(row ^ salt));

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): one to one, and uniform.</summary>
    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
