namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>
/// The sound of a French name, part of normalisation n2: names that are commonly written for one another have one key. The rules, in order:
/// <list type="number">
/// <item>A word with another letter than A–Z is its own key, cut at eight bytes; so is a word without any sound.</item>
/// <item>PH is F. SCH, SH and CH are one sound, but CH before R, L or N is K. GH is a hard G. Any other H is silent. Two equal letters are one.</item>
/// <item>
/// Final S, T, D, X and Z are silent (but Z after E), L too when T, D or X followed AU or OU. Then a final E or ES is silent; failing that, P after M,
/// C after N and G after N or R are silent, and ER or ERS is the vowel E. At least two letters always remain.
/// </item>
/// <item>
/// A vowel with N before a consonant or the end, or with M before B or P, is nasal: AN and EN are 1; IN, YN, UN, AIN, EIN, AYN, EYN and EN after I or Y
/// are 2; ON is 3.
/// </item>
/// <item>EAU and AU are O; AI, EI, AY, EY and EU are E; OU, W and U are U; OI and OY are one vowel; Y is I. E between a soft G or J and A or O is silent.</item>
/// <item>
/// GN is N. G before E, I, Y and J are J; U between G and E, I, Y is silent. C before E, I, Y is S, as in NCOI (FRANÇOIS); C, K, Q and QU
/// are K. Z is S. X is KS. B before V and P before T are silent. Other consonants are themselves.
/// </item>
/// <item>
/// Vowels that follow one another are one. The first of the word is kept (A, E, I, O, U, or Y for OI); a later one is only o when rounded (O, U)
/// and e otherwise; a nasal one is kept, and takes the place of such a later vowel before it. Equal consonants in a row are one.
/// </item>
/// <item>The key is the first eight sounds.</item>
/// </list>
/// </summary>
public static class FrenchPhonetics
{
    /// <summary>Longest key.</summary>
    public const int LongestKey = 8;

    const int LongestWord = 64;
    const int ShortestStem = 2;
    const byte HardG = (byte)'g';
    const byte SoftCh = (byte)'C';
    const byte WrittenCh = (byte)'c';

    /// <summary>Writes the key of a normalised word, upper case and joined.</summary>
    /// <returns>Length of the key: 0 for an empty word.</returns>
    public static int Key(ReadOnlySpan<byte> word, Span<byte> key)
    {
        if (word.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0)
        {
            Span<byte> letters = stackalloc byte[LongestWord];
            var length = Sounds(letters[..Spell(word[..Math.Min(word.Length, LongestWord)], letters)], key[..LongestKey]);
            if (length > 0)
                return length;
        }

        var own = word[..Math.Min(word.Length, LongestKey)];
        own.CopyTo(key);
        return own.Length;
    }

    /// <summary>Rule 2: H and double letters.</summary>
    static int Spell(ReadOnlySpan<byte> word, Span<byte> letters)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            var rest = word[i..];
            if (rest.StartsWith("PH"u8))
                letter = (byte)'F';
            else if (rest.StartsWith("GH"u8))
                letter = HardG;
            else if (rest.StartsWith("CH"u8))
                letter = At(word, i + 2) is (byte)'R' or (byte)'L' or (byte)'N' ? (byte)'K' : WrittenCh;
            else if (rest.StartsWith("SH"u8) || rest.StartsWith("SCH"u8))
                letter = WrittenCh;
            if (letter != 'H' && (length == 0 || letters[length - 1] != letter))
                letters[length++] = letter;
            if (letter == WrittenCh && rest[0] == 'S' && rest[1] == 'C')
                i++;
        }

        return length;
    }

    /// <summary>Rule 3: how many letters are heard.</summary>
    static int HeardLength(ReadOnlySpan<byte> word)
    {
        var end = word.Length;
        while (end > ShortestStem && IsSilentFinal(word[end - 1]) && !word[..end].EndsWith("EZ"u8))
            end--;
        var cut = word[end..];
        if (end <= ShortestStem)
            return end;
        if (cut.IndexOfAny("TDX"u8) == 0 && (word[..end].EndsWith("AUL"u8) || word[..end].EndsWith("OUL"u8)))
            return end - 1;
        if (cut.IsEmpty || cut.SequenceEqual("S"u8))
        {
            if (word[end - 1] == 'E')
                return end - 1;
            if (end > ShortestStem + 1 && word[..end].EndsWith("ER"u8))
                return end - 1;
        }

        return (word[end - 2], word[end - 1]) switch
        {
            ((byte)'M', (byte)'P') or ((byte)'N', (byte)'C' or (byte)'G') or ((byte)'R', (byte)'G') => end - 1,
            _ => end,
        };
    }

    static bool IsSilentFinal(byte letter) => letter is (byte)'S' or (byte)'T' or (byte)'D' or (byte)'X' or (byte)'Z';

    static int Sounds(ReadOnlySpan<byte> word, Span<byte> key)
    {
        var skeleton = new SoundSkeleton(key);
        var heard = HeardLength(word);
        for (var i = 0; i < heard;)
            i += IsVowel(word[i]) ? Vowel(word, i, ref skeleton) : Consonant(word, i, ref skeleton);
        return skeleton.Length;
    }

    /// <summary>Rules 4 and 5.</summary>
    /// <returns>Letters read.</returns>
    static int Vowel(ReadOnlySpan<byte> word, int i, ref SoundSkeleton skeleton)
    {
        var nasal = Nasal(word, i, out var letters);
        if (nasal != 0)
        {
            skeleton.Nasal(nasal);
            return letters;
        }

        (var sound, letters) = (word[i], At(word, i + 1), At(word, i + 2)) switch
        {
            ((byte)'E', (byte)'A', (byte)'U') => ((byte)'O', 3),
            ((byte)'A', (byte)'U', _) => ((byte)'O', 2),
            ((byte)'A' or (byte)'E', (byte)'I' or (byte)'Y', _) => ((byte)'E', 2),
            ((byte)'E', (byte)'U', _) => ((byte)'E', 2),
            ((byte)'O', (byte)'U', _) => ((byte)'U', 2),
            ((byte)'O', (byte)'I' or (byte)'Y', _) => ((byte)'Y', 2),
            ((byte)'W', _, _) => ((byte)'U', 1),
            ((byte)'Y', _, _) => ((byte)'I', 1),
            var (letter, _, _) => (letter, 1),
        };
        skeleton.Vowel(sound);
        return letters;
    }

    /// <returns>The nasal vowel that starts here, or 0.</returns>
    static byte Nasal(ReadOnlySpan<byte> word, int i, out int letters)
    {
        var spelt = word[i] is (byte)'A' or (byte)'E' && At(word, i + 1) is (byte)'I' or (byte)'Y' ? 2 : 1;
        letters = spelt + 1;
        var next = At(word, i + letters);
        var closed = At(word, i + spelt) switch
        {
            (byte)'N' => !IsVowel(next),
            (byte)'M' => next is (byte)'B' or (byte)'P',
            _ => false,
        };
        if (!closed)
            return 0;
        return (spelt, word[i]) switch
        {
            (2, _) or (_, (byte)'I' or (byte)'Y' or (byte)'U') => (byte)'2',
            (_, (byte)'E') when i > 0 && word[i - 1] is (byte)'I' or (byte)'Y' => (byte)'2',
            (_, (byte)'A' or (byte)'E') => (byte)'1',
            (_, (byte)'O') => (byte)'3',
            _ => 0,
        };
    }

    /// <summary>Rule 6.</summary>
    /// <returns>Letters read.</returns>
    static int Consonant(ReadOnlySpan<byte> word, int i, ref SoundSkeleton skeleton)
    {
        var next = At(word, i + 1);
        switch (word[i])
        {
            case WrittenCh:
                skeleton.Consonant(SoftCh);
                return 1;
            case HardG:
                skeleton.Consonant((byte)'G');
                return 1;
            case (byte)'B' when next == 'V':
            case (byte)'P' when next == 'T':
                return 1;
            case (byte)'C' when IsFront(next) || (word[i..].StartsWith("COI"u8) && i > 0 && word[i - 1] == 'N'):
            case (byte)'Z':
                skeleton.Consonant((byte)'S');
                return 1;
            case (byte)'C' or (byte)'K' or (byte)'Q':
                skeleton.Consonant((byte)'K');
                return word[i] == 'Q' && next == 'U' ? 2 : 1;
            case (byte)'X':
                skeleton.Consonant((byte)'K');
                skeleton.Consonant((byte)'S');
                return 1;
            case (byte)'G' when next == 'N':
                skeleton.Consonant((byte)'N');
                return 2;
            case (byte)'G' when next == 'U' && IsFront(At(word, i + 2)):
                skeleton.Consonant((byte)'G');
                return 2;
            case (byte)'G' when IsFront(next):
            case (byte)'J':
                skeleton.Consonant((byte)'J');
                return next == 'E' && At(word, i + 2) is (byte)'A' or (byte)'O' ? 2 : 1;
            default:
                skeleton.Consonant(word[i]);
                return 1;
        }
    }

    static bool IsVowel(byte letter) => letter is (byte)'A' or (byte)'E' or (byte)'I' or (byte)'O' or (byte)'U' or (byte)'W' or (byte)'Y';

    static bool IsFront(byte letter) => letter is (byte)'E' or (byte)'I' or (byte)'Y';

    static byte At(ReadOnlySpan<byte> word, int index) => index < word.Length ? word[index] : (byte)0;
}
