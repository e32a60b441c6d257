using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Looks for a NIR where none may be (invariant I6), whatever spaces, dots or hyphens separate its parts.</summary>
static class NirSearch
{
    /// <summary>
    /// Whether the value holds 15 characters that form a NIR with its right key, or 13 that form one of a known sex and month. A random number of
    /// 15 digits does so once in two hundred times, one of 13 once in fifty.
    /// </summary>
    public static bool Finds(ReadOnlySpan<byte> value)
    {
        if (value.Length < Nir.LengthWithoutKey || value.Length > 1024)
            return false;
        Span<byte> compact = stackalloc byte[value.Length];
        var length = 0;
        foreach (var character in value)
        {
            if (character is not ((byte)' ' or (byte)'.' or (byte)'-' or 0xA0 or 0xC2))
                compact[length++] = character;
        }

        for (var start = 0; start + Nir.LengthWithoutKey <= length; start++)
        {
            if (IsDigit(compact[start]) && (start == 0 || !IsDigit(compact[start - 1])) && StartsHere(compact[start..length]))
                return true;
        }

        return false;
    }

    /// <summary>Whether a value could be mistaken for a NIR by its length: the base of the share that <see cref="Finds"/> makes of a column.</summary>
    public static bool HasLength(ReadOnlySpan<byte> value) => value.Length is Nir.LengthWithoutKey or Nir.LengthWithKey;

    static bool StartsHere(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Nir.LengthWithKey && Ends(text, Nir.LengthWithKey) && Nir.Read(text[..Nir.LengthWithKey]).GivesToken)
            return true;
        if (!Ends(text, Nir.LengthWithoutKey))
            return false;
        var nir = Nir.Read(text[..Nir.LengthWithoutKey]);
        return nir.Class == NirClass.KeyAbsent && !nir.HasPseudoMonth;
    }

    static bool Ends(ReadOnlySpan<byte> text, int length) => text.Length == length || !IsDigit(text[length]);

    static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}
