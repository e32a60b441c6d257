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

    /// <summary>The health words, so that a test can compare them with names.</summary>
    public static IReadOnlyList<string> HealthWords => _health.Words;

    /// <summary>Whether the cells of a field are looked at: texts, but not references, in which anything may be.</summary>
    public static bool Concerns(FieldFormat field, bool isNir) => field.Type == FieldType.Texte && !isNir && field.Sensitivity != Sensitivity.Reference;

    /// <summary>What a text holds that it may not, or null.</summary>
    /// <param name="utf8">The text.</param>
    public static AnomalyCode? Find(ReadOnlySpan<byte> utf8)
    {
        Span<byte> word = stackalloc byte[LongestWord];
        int words = 0, grammar = 0;
        for (var at = 0; at < utf8.Length;)
        {
            var length = FoldedWord.Read(utf8[at..], word, out var read);
            if (length == 0)
            {
                at++;
                continue;
            }

            if (length == 1 && IsDiseaseCode(utf8[at..]))
                return AnomalyCodes.SanteCode;
            var found = word[..Math.Min(length, LongestWord)];
            if (length <= LongestWord && _health.Contains(found))
                return AnomalyCodes.SanteMot;

            // Codes joined by + or _ are no sentence, however many.
            words += at == 0 || utf8[at - 1] == ' ' ? 1 : 0;
            grammar += length <= LongestWord && _grammar.Contains(found) ? 1 : 0;
            at += read;
        }

        return words >= LongSentence || (words >= ShortSentence && grammar > 1) ? AnomalyCodes.TextePhrase : null;
    }

    /// <summary>A letter alone followed by two digits, a dot, and one or two digits: F32.1. Without its dot a code is like any reference.</summary>
    static bool IsDiseaseCode(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || !IsDigit(text[1]) || !IsDigit(text[2]) || text[3] != '.' || !IsDigit(text[4]))
            return false;
        var end = text.Length > 5 && IsDigit(text[5]) ? 6 : 5;
        return text.Length == end || !(IsDigit(text[end]) || text[end] == '.');
    }

    static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
