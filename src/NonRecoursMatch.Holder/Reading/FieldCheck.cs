using System.Text;
using System.Text.RegularExpressions;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>The checks of one field, compiled once per file.</summary>
sealed class FieldCheck
{
    const int LongestText = 1024;

    readonly byte[][] _codes;
    readonly Regex? _pattern;
    readonly CommuneTable? _communes;

    /// <param name="field">The field.</param>
    /// <param name="communes">The COG.</param>
    /// <param name="written">How the partner writes it; empty when as the format does.</param>
    public FieldCheck(FieldFormat field, CommuneTable communes, string written = "")
    {
        Field = field;
        var example = written.Length > 0 ? "Écrit : " + written : field.Example.Length > 0 ? "Exemple : " + field.Example : "";
        Expected = string.Join(' ', ((string[])[field.Description, BoundsOf(field), example]).Where(part => part.Length > 0));
        IsNir = field.CustomChecks.Contains("french-nir-value");
        HoldsText = ForbiddenContent.Concerns(field, IsNir) && !field.CustomChecks.Contains("french-commune-insee-value");
        IsFree = HoldsText && field.Codes.Count == 0;
        _communes = field.CustomChecks.Contains("french-commune-insee-value") ? communes : null;
        _codes = [.. field.Codes.Select(Encoding.UTF8.GetBytes)];

        // The NIR and commune checks are stricter than the pattern, which is there for other tools.
        _pattern = field.Pattern is null || IsNir || _communes is not null ? null : new Regex(field.Pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    public FieldFormat Field { get; }

    public string Expected { get; }

    public bool IsNir { get; }

    /// <summary>Whether a cell may hold something that no cell may: a text or a code.</summary>
    public bool HoldsText { get; }

    /// <summary>Whether such a cell may hold it and be well formed: there is no list of codes.</summary>
    public bool IsFree { get; }

    /// <summary>What is wrong with a value, or null. Warnings are returned like errors: the code says which it is.</summary>
    public AnomalyCode? Check(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return Field.Required ? AnomalyCodes.ObligatoireVide : null;
        if (IsNir)
            return OfNir(value);
        if (_communes is not null)
            return CommuneCode.IsKnown(value, _communes) ? null : AnomalyCodes.CommuneInconnue;
        return Field.Type switch
        {
            FieldType.Date => OfDate(value),
            FieldType.Mois => FieldText.TryMonth(value, out _) ? null : AnomalyCodes.MoisForme,
            FieldType.Montant => FieldText.TryAmount(value, out var cents) ? OfNumber(cents) : AnomalyCodes.MontantForme,
            FieldType.Entier => FieldText.TryInteger(value, out var number) ? OfNumber(number) : AnomalyCodes.EntierForme,
            FieldType.OuiNon => value.Length == 1 && value[0] is (byte)'O' or (byte)'N' ? null : AnomalyCodes.OuiNonValeur,
            _ => OfText(value),
        };
    }

    /// <summary>What is wrong with a value that is not written as the file declares.</summary>
    public AnomalyCode Foreign => Field.Type switch
    {
        FieldType.Date => AnomalyCodes.DateForme,
        FieldType.Mois => AnomalyCodes.MoisForme,
        FieldType.Montant => AnomalyCodes.MontantForme,
        FieldType.Entier => AnomalyCodes.EntierForme,
        FieldType.OuiNon => AnomalyCodes.OuiNonValeur,
        _ => AnomalyCodes.CodeInconnu,
    };

    static string BoundsOf(FieldFormat field)
    {
        var unit = field.Type == FieldType.Montant ? 100 : 1;
        return (field.Minimum / unit, field.Maximum / unit) switch
        {
            (null, null) => "",
            ({ } least, null) => $"≥ {least}.",
            (null, { } most) => $"≤ {most}.",
            ({ } least, { } most) => $"{least} à {most}.",
        };
    }

    static AnomalyCode? OfNir(ReadOnlySpan<byte> value)
    {
        var nir = Nir.Read(value);
        return nir.Class switch
        {
            NirClass.Malformed => AnomalyCodes.NirForme,
            NirClass.KeyWrong => AnomalyCodes.NirCle,
            NirClass.KeyAbsent => AnomalyCodes.NirCleAbsente,
            NirClass.Provisional => nir.HasKey ? AnomalyCodes.NirProvisoire : AnomalyCodes.NirCleAbsente,
            _ => null,
        };
    }

    static AnomalyCode? OfDate(ReadOnlySpan<byte> value)
    {
        if (BirthDate.TryRead(value, out _))
            return null;
        return value.Length == 10 && value[2] == '/' && value[5] == '/' && value.IndexOfAnyExceptInRange((byte)'/', (byte)'9') < 0
            ? AnomalyCodes.DateImpossible
            : AnomalyCodes.DateForme;
    }

    AnomalyCode? OfNumber(long number) => number < Field.Minimum || number > Field.Maximum ? AnomalyCodes.NombreHorsBornes : null;

    AnomalyCode? OfText(ReadOnlySpan<byte> value)
    {
        if (value.Length > (Field.Sensitivity == Sensitivity.Identifiant ? NameNormaliser.LongestName : LongestText))
            return AnomalyCodes.TexteLongueur;
        if (_codes.Length > 0)
            return IsCode(value) ? null : AnomalyCodes.CodeInconnu;
        return _pattern is null || Matches(value) ? null : AnomalyCodes.TexteForme;
    }

    bool IsCode(ReadOnlySpan<byte> value)
    {
        foreach (var code in _codes)
        {
            if (value.SequenceEqual(code))
                return true;
        }

        return false;
    }

    bool Matches(ReadOnlySpan<byte> value)
    {
        Span<char> characters = stackalloc char[value.Length];
        return _pattern!.IsMatch(characters[..Encoding.UTF8.GetChars(value, characters)]);
    }
}
