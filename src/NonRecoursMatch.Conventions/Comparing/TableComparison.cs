using System.Globalization;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.FixedWidth;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>What differs between two versions of a table.</summary>
static class TableComparison
{
    public static void Compare(TableFormat before, TableFormat after, DifferenceList list)
    {
        list.Compare(DifferenceCodes.TableRenommee, before.Name, after.Name);
        list.Compare(DifferenceCodes.TableRole, $"{before.Role}", $"{after.Role}");
        list.Compare(DifferenceCodes.TableReference, Key(before.Reference), Key(after.Reference));
        list.Compare(DifferenceCodes.TableGroupe, Key(before.Group), Key(after.Group));
        list.Compare(DifferenceCodes.TableCommune, before.Commune ?? "", after.Commune ?? "");
        CompareLayouts(Places(before.FixedWidth), Places(after.FixedWidth), list);
        list.CompareEach([.. before.UniqueKeys.Select(Key)], [.. after.UniqueKeys.Select(Key)], _ => DifferenceCodes.CleAjoutee, DifferenceCodes.CleRetiree);
        list.CompareEach(Links(before), Links(after), _ => DifferenceCodes.LienAjoute, DifferenceCodes.LienRetire);
        list.CompareEach(Checks(before, refusing: true), Checks(after, refusing: true), _ => DifferenceCodes.ControleAjoute, DifferenceCodes.ControleRetire);
        list.CompareEach(Checks(before, refusing: false), Checks(after, refusing: false), _ => DifferenceCodes.AlerteAjoutee, DifferenceCodes.ControleRetire);
        foreach (var (old, here) in Pairing.Of(before.Fields, after.Fields, field => field.Name, Pairing.LikenessIn(before, after)))
        {
            if (here is null)
                list.At(old!.Name).Add(DifferenceCodes.ChampRetire, FieldComparison.Summary(old));
            else if (old is null)
                list.At(here.Name).Add(here.Optional ? DifferenceCodes.ChampFacultatifAjoute : DifferenceCodes.ChampAjoute, after: FieldComparison.Summary(here));
            else
                FieldComparison.Compare(old, here, list.At(here.Name));
        }
    }

    static void CompareLayouts(List<string> before, List<string> after, DifferenceList list)
        => list.Compare(
            before.Count == 0 ? DifferenceCodes.LargeurFixeAjoutee : DifferenceCodes.LargeurFixe,
            string.Join(", ", before.Except(after, StringComparer.Ordinal)),
            string.Join(", ", after.Except(before, StringComparer.Ordinal)));

    /// <summary>The marks of a fixed-width file and where its fields are (first position + characters); nothing without such a form.</summary>
    static List<string> Places(FixedWidthLayout? layout) => layout is null ? [] :
    [
        $"{layout.Header} {layout.Detail} {layout.Trailer}",
        .. layout.Fields.Append(layout.TrailerRows).Append(layout.TrailerTotal).OfType<FixedField>()
            .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.Start}+{field.Length}")),
    ];

    static string Key(IReadOnlyList<string> columns) => string.Join(" + ", columns);

    static List<string> Links(TableFormat table) => [.. table.ForeignKeys.Select(key => $"{Key(key.Fields)} → {key.Table} ({Key(key.OtherFields)})")];

    /// <summary>Only an event before the birth refuses a row; other orders and ages are warnings.</summary>
    static List<string> Checks(TableFormat table, bool refusing)
    {
        var orders = table.DateOrders.Where(order => order.IsBirth == refusing).Select(order => $"{order.First} ≤ {order.Last}");
        return [.. refusing ? orders : orders.Concat(table.RoleAges.Select(age => $"{age.Column} {age.Role} : {age.Minimum}-{age.Maximum}"))];
    }
}
