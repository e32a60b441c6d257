using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// What normalisation n2 knows of names: the words that are none. The letters are those of <see cref="NameWords"/>, the forms those of
/// <see cref="SurnameForms"/> and <see cref="GivenNameForms"/>, the sounds those of <see cref="FrenchPhonetics"/>, the places those of
/// <see cref="PlaceForms"/>; conventions/pseudonymisation states them all. Its version is part of the key derivation.
/// </summary>
public static class NameNormaliser
{
    /// <summary>Longest name in bytes; a longer cell is no name.</summary>
    public const int LongestName = 256;

    static readonly WordList _absent = new(
        "SNP", "SP", "SN", "NC", "ND", "INCONNU", "INCONNUE", "NEANT", "NONRENSEIGNE", "NONRENSEIGNEE",
        "M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "SANSNOM", "SANSPRENOM");

    static readonly WordList _titles = new("M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "VVE", "VEUVE", "ME", "DR", "PR");
    static readonly WordList _separators = new("NEE", "NE", "EPOUSE", "EPSE", "EP", "VEUVE", "VVE");
    static readonly WordList _nicknames = new("DIT", "DITE");

    static readonly WordList _particles = new(
        "DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "EL", "AL", "ED", "EZ", "BEN", "BENT", "AIT", "OULD", "ABOU",
        "DA", "DOS", "DAS", "DAL", "DALLA", "DEL", "DELLA", "DI", "VAN", "VON", "DEN", "DER", "TEN", "ZU");

    static readonly WordList _conjunctions = new("Y", "E");

    /// <summary>Joined words that stand for the absence of a name, as does any run of X.</summary>
    public static IReadOnlyList<string> AbsentWords => _absent.Words;

    /// <summary>Titles dropped before a name.</summary>
    public static IReadOnlyList<string> Titles => _titles.Words;

    /// <summary>Words between two surnames in one cell: <c>DUPONT NEE MARTIN</c>.</summary>
    public static IReadOnlyList<string> Separators => _separators.Words;

    /// <summary>Words that start a nickname, dropped with all that follows.</summary>
    public static IReadOnlyList<string> Nicknames => _nicknames.Words;

    /// <summary>
    /// Particles of surnames. M, C and MAC are none: <c>M BAYE</c> and <c>MAC DONALD</c> are one name each. IBN, BOU, ABD and O neither: what
    /// follows them is rarely written alone.
    /// </summary>
    public static IReadOnlyList<string> Particles => _particles.Words;

    /// <summary>Particles only between two words: alone or first, Y and E are names or initials.</summary>
    public static IReadOnlyList<string> Conjunctions => _conjunctions.Words;

    internal static bool IsAbsent(ReadOnlySpan<byte> joined) => _absent.Contains(joined) || joined.IndexOfAnyExcept((byte)'X') < 0;

    internal static bool IsParticle(ReadOnlySpan<byte> word) => _particles.Contains(word);

    internal static bool IsConjunction(ReadOnlySpan<byte> word) => _conjunctions.Contains(word);

    /// <summary>
    /// Index of the first word that is no title. A title is followed by a space and a word; M by a full stop too, because <c>M COLO</c> is a surname.
    /// </summary>
    internal static int AfterTitles(NameWords words)
    {
        var first = 0;
        while (first + 1 < words.Count && _titles.Contains(words.Word(first)) && words.SpaceBefore(first + 1)
            && (words.Word(first).Length > 1 || words.DotBefore(first + 1)))
        {
            first++;
        }

        return first;
    }

    internal static bool IsSeparator(NameWords words, int index) => StandsAlone(words, index) && _separators.Contains(words.Word(index));

    internal static bool IsNickname(NameWords words, int index) => StandsAlone(words, index) && _nicknames.Contains(words.Word(index));

    static bool StandsAlone(NameWords words, int index) => !Bound(words, index) && !(index + 1 < words.Count && Bound(words, index + 1));

    static bool Bound(NameWords words, int index) => words.HyphenBefore(index) || words.ApostropheBefore(index);
}
