using System.Globalization;
using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>What differs between two versions of a field.</summary>
static class FieldComparison
{
    /// <summary>A field in a few words: type, where it may go.</summary>
    public static string Summary(FieldFormat field) => $"{Word(field.Type)}, {Word(field.Sensitivity)}";

    public static void Compare(FieldFormat before, FieldFormat after, DifferenceList list)
    {
        list.Compare(DifferenceCodes.ChampRenomme, before.Name, after.Name);
        list.Compare(DifferenceCodes.Type, Word(before.Type), Word(after.Type));
        CompareCodes(before.Codes, after.Codes, list);
        list.Compare(after.Pattern is null ? DifferenceCodes.FormeRetiree : DifferenceCodes.Forme, before.Pattern ?? "", after.Pattern ?? "");
        list.CompareEach(before.CustomChecks, after.CustomChecks, _ => DifferenceCodes.ControleDeChampAjoute, DifferenceCodes.ControleDeChampRetire);
        if (before.Type == after.Type)
            CompareBounds(before, after, list);
        if (before.Required != after.Required)
            list.Add(after.Required ? DifferenceCodes.ValeurExigee : DifferenceCodes.ValeurFacultative);
        if (before.Optional != after.Optional)
            list.Add(after.Optional ? DifferenceCodes.ColonneFacultative : DifferenceCodes.ColonneExigee);
        list.Compare(DifferenceCodes.Sensibilite, Word(before.Sensitivity), Word(after.Sensitivity));
        list.Compare(DifferenceCodes.Classes, Classes(before), Classes(after));
        if (before.DependsOnComposition != after.DependsOnComposition)
            list.Add(DifferenceCodes.Composition, before.DependsOnComposition ? "O" : "N", after.DependsOnComposition ? "O" : "N");
        list.Compare(DifferenceCodes.Description, before.Description, after.Description);
    }

    static void CompareCodes(IReadOnlyList<string> before, IReadOnlyList<string> after, DifferenceList list)
    {
        if (before.Count == 0 || after.Count == 0)
        {
            list.Compare(after.Count == 0 ? DifferenceCodes.NomenclatureRetiree : DifferenceCodes.NomenclatureAjoutee, string.Join(' ', before), string.Join(' ', after));
            return;
        }

        list.Compare(DifferenceCodes.CodesRetires, string.Join(' ', before.Except(after, StringComparer.Ordinal)), "");
        list.Compare(DifferenceCodes.CodesAjoutes, "", string.Join(' ', after.Except(before, StringComparer.Ordinal)));
    }

    static void CompareBounds(FieldFormat before, FieldFormat after, DifferenceList list)
    {
        var (least, oldLeast) = (after.Minimum ?? long.MinValue, before.Minimum ?? long.MinValue);
        var (most, oldMost) = (after.Maximum ?? long.MaxValue, before.Maximum ?? long.MaxValue);
        if (least > oldLeast || most < oldMost)
            list.Add(DifferenceCodes.BornesResserrees, Range(before), Range(after));
        else if (least < oldLeast || most > oldMost)
            list.Add(DifferenceCodes.BornesElargies, Range(before), Range(after));
    }

    static string Range(FieldFormat field)
    {
        var unit = field.Type == FieldType.Montant ? 100 : 1;
        return $"[{Bound(field.Minimum, unit)} ; {Bound(field.Maximum, unit)}]";
    }

    static string Bound(long? value, int unit) => value is { } bound ? (bound / unit).ToString(CultureInfo.InvariantCulture) : "…";

    static string Classes(FieldFormat field) => string.Join(", ", field.Classes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} → {pair.Value}"));

    /// <summary>The words of the descriptors are those of the enumerations, in lower case.</summary>
    static string Word<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
