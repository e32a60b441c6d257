using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// Looks for what no format has a place for: health words, codes of the ICD, sentences. Made to be wrong hardly ever, because the row is left
/// out: no health word is a family or given name, a code needs its dot, a sentence its little words.
/// </summary>
static class ForbiddenContent
{
    const int LongestWord = 24;
    const int ShortSentence = 5;
    const int LongSentence = 12;

    /// <summary>Little words of sentences that are in no name: articles and particles are left out on purpose.</summary>
    static readonly WordSet _grammar = new(
        "AUX", "AVEC", "CAR", "CHEZ", "DANS", "DEPUIS", "DONC", "ELLE", "EST", "ETAIT", "MAIS", "NE", "NON", "ONT", "PAR", "PAS", "PLUS", "POUR", "QUE", "QUI", "SANS", "SES",
        "SONT", "SUITE", "SUR", "UNE", "VERS");

    static readonly WordSet _health = new(
        "ADDICTION", "ADDICTOLOGIE", "ALCOOLIQUE", "ALCOOLISME", "ALCOOLODEPENDANCE", "ANOREXIE", "ANTIDEPRESSEUR", "ARTHROSE", "ASTHME", "AUTISME", "AUTISTE", "AVORTEMENT",
        "BIPOLAIRE", "BOULIMIE", "CANCEREUSE", "CANCEREUX", "CARDIAQUE", "CARDIOPATHIE", "CHIMIOTHERAPIE", "CIRRHOSE", "DEMENCE", "DEPRESSIF", "DEPRESSION", "DEPRESSIVE",
        "DIABETE", "DIABETIQUE", "DIALYSE", "DYSLEXIE", "EPILEPSIE", "EPILEPTIQUE", "FIBROMYALGIE", "GROSSESSE", "HANDICAP", "HANDICAPE", "HANDICAPEE", "HEPATITE",
        "HOSPITALISATION", "HOSPITALISE", "HOSPITALISEE", "INFARCTUS", "INSULINE", "LEUCEMIE", "MELANOME", "METASTASE", "METHADONE", "OBESITE",
        "ONCOLOGIE", "PARAPLEGIE", "PATHOLOGIE", "PSYCHIATRIE", "PSYCHIATRIQUE", "PSYCHOSE", "SCHIZOPHRENE", "SCHIZOPHRENIE", "SCLEROSE", "SEROPOSITIF", "SEROPOSITIVE",
        "SUICIDAIRE", "SUICIDE", "TETRAPLEGIE", "TOXICOMANE", "TOXICOMANIE", "TRISOMIE", "TUBERCULOSE", "TUMEUR");

    /// <summary>Whether the cells of a field are looked at: texts, but not references, in which anything may be.</summary>
    public static bool Concerns(FieldFormat field, bool isNir) => field.Type == FieldType.Texte && !isNir && field.Sensitivity != Sensitivity.Reference;

    /// <summary>What a text holds that it may not, or null. Names pass through here by the million: one look at each byte decides nearly all of them.</summary>
    /// <param name="utf8">The text.</param>
    public static AnomalyCode? Find(ReadOnlySpan<byte> utf8)
    {
        var (spaces, inWord) = (0, false);
        for (var at = 0; at < utf8.Length; at++)
        {
            var letter = FoldedWord.IsLetter(utf8[at]);
            if (letter && !inWord && _health.MayStart(utf8[at..]) && IsHealthWord(utf8[at..]))
                return AnomalyCodes.SanteMot;
            if (utf8[at] == '.' && IsDiseaseCode(utf8, at))
                return AnomalyCodes.SanteCode;
            spaces += utf8[at] == ' ' ? 1 : 0;
            inWord = letter;
        }

        return spaces + 1 >= ShortSentence && IsSentence(utf8) ? AnomalyCodes.TextePhrase : null;
    }

    static bool IsHealthWord(ReadOnlySpan<byte> utf8)
    {
        Span<byte> word = stackalloc byte[LongestWord];
        var length = FoldedWord.Read(utf8, word, out _);
        return length <= LongestWord && _health.Contains(word[..length]);
    }

    /// <summary>Words are what spaces separate: codes joined by + or _ are no sentence, however many.</summary>
    static bool IsSentence(ReadOnlySpan<byte> utf8)
    {
        Span<byte> word = stackalloc byte[LongestWord];
        int words = 0, grammar = 0;
        foreach (var part in utf8.Split((byte)' '))
        {
            var length = FoldedWord.Read(utf8[part], word, out _);
            words += length > 0 ? 1 : 0;
            grammar += length is > 0 and <= LongestWord && _grammar.Contains(word[..length]) ? 1 : 0;
        }

        return words >= LongSentence || (words >= ShortSentence && grammar > 1);
    }

    /// <summary>A letter alone, two digits, a dot, and one or two digits: F32.1. Without its dot a code is like any reference.</summary>
    static bool IsDiseaseCode(ReadOnlySpan<byte> text, int dot)
    {
        var start = dot - 3;
        if (start < 0 || !FoldedWord.IsLetter(text[start]) || !IsDigit(text[start + 1]) || !IsDigit(text[start + 2]) || (start > 0 && IsPartOfWord(text[start - 1])))
            return false;
        var end = dot + 1;
        while (end < text.Length && IsDigit(text[end]))
            end++;
        return end - dot is 2 or 3 && (end == text.Length || !(IsPartOfWord(text[end]) || text[end] == '.'));
    }

    static bool IsPartOfWord(byte value) => FoldedWord.IsLetter(value) || IsDigit(value);

    static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
