namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// A NIR as read from a cell: sex (1), year (2), month (2), département or country and commune (5), order (3), and the key (2).
/// Corsica is 2A or 2B, counted as 19 and 18 in the key.
/// </summary>
public readonly ref struct Nir
{
    /// <summary>Characters without the key: the canonical text of the strong token.</summary>
    public const int LengthWithoutKey = 13;

    /// <summary>Characters with the key.</summary>
    public const int LengthWithKey = 15;

    readonly ReadOnlySpan<byte> _cell;

    Nir(ReadOnlySpan<byte> cell, NirClass quality)
    {
        _cell = cell;
        Class = quality;
    }

    /// <summary>What the cell is worth.</summary>
    public NirClass Class { get; }

    /// <summary>Whether the cell holds a right key.</summary>
    public bool HasKey => GivesToken && _cell.Length == LengthWithKey;

    /// <summary>Whether the number gives a strong token.</summary>
    public bool GivesToken => Class is NirClass.Valid or NirClass.KeyAbsent or NirClass.Provisional;

    /// <summary>Whether the sex is male: 1, or 3 or 7 while it is provisional. For a number that gives a token.</summary>
    public bool IsMan => _cell[0] is (byte)'1' or (byte)'3' or (byte)'7';

    /// <summary>Last two digits of the year of birth. For a number that gives a token.</summary>
    public int Year => Pair(_cell, 1);

    /// <summary>Month of birth, or 0 when the number has a pseudo-month. For a number that gives a token.</summary>
    public int Month => HasPseudoMonth ? 0 : Pair(_cell, 3);

    /// <summary>
    /// Whether the month is one of those that stand for no month, 20–42 and 50–99: the civil status did not give it, or the numbers of the month
    /// were used up. Such a number is certified like another. For a number that gives a token.
    /// </summary>
    public bool HasPseudoMonth => Pair(_cell, 3) > 12;

    /// <summary>The five characters of the place of birth, as it was coded at birth. For a number that gives a token.</summary>
    public ReadOnlySpan<byte> Place => _cell[5..10];

    /// <summary>The canonical text: the 13 characters without key. Empty when the number gives no token.</summary>
    public ReadOnlySpan<byte> Canonical => GivesToken ? _cell[..LengthWithoutKey] : default;

    /// <summary>Reads a cell; spaces are not part of a NIR in an extract.</summary>
    public static Nir Read(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return new Nir(cell, NirClass.Absent);
        if (!TryNumber(cell, out var number))
            return new Nir(cell, NirClass.Malformed);
        if (cell.Length == LengthWithKey && Pair(cell, LengthWithoutKey) != KeyOf(number))
            return new Nir(cell, NirClass.KeyWrong);
        if (IsProvisional(cell))
            return new Nir(cell, NirClass.Provisional);
        return new Nir(cell, cell.Length == LengthWithKey ? NirClass.Valid : NirClass.KeyAbsent);
    }

    /// <summary>The key of 13 characters, 1 to 97; 0 when they have not the form of a NIR.</summary>
    public static int Key(ReadOnlySpan<byte> thirteen)
        => thirteen.Length == LengthWithoutKey && TryNumber(thirteen, out var number) ? KeyOf(number) : 0;

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    static int KeyOf(long number) => 97 - (int)(number % 97);

    static bool TryNumber(ReadOnlySpan<byte> cell, out long number)
    {
        number = 0;
        if (cell.Length is not (LengthWithoutKey or LengthWithKey) || cell[0] is not ((>= (byte)'1' and <= (byte)'4') or (byte)'7' or (byte)'8'))
            return false;
        for (var i = 0; i < cell.Length; i++)
        {
            if (i == 6 && cell[i] is (byte)'A' or (byte)'B' && cell[5] == '2')
            {
                // 2A counts as 19 and 2B as 18: the "2" already read becomes "1".
                number = (((number / 10 * 10) + 1) * 10) + (cell[i] == 'A' ? 9 : 8);
                continue;
            }

            if (cell[i] is < (byte)'0' or > (byte)'9')
                return false;
            if (i < LengthWithoutKey)
                number = (number * 10) + cell[i] - '0';
        }

        return Pair(cell, 3) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50;
    }

    // A number in waiting (NIA) begins where no certified one does: the two can never give the same token.
    static bool IsProvisional(ReadOnlySpan<byte> cell) => cell[0] is not ((byte)'1' or (byte)'2');

    static int Pair(ReadOnlySpan<byte> cell, int start) => ((cell[start] - '0') * 10) + cell[start + 1] - '0';
}
