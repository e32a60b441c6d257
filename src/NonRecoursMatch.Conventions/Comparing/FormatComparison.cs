using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>What differs between two versions of an extract format. Order of tables and fields is none: files are read by column name.</summary>
public static class FormatComparison
{
    /// <summary>The differences, from the whole to its fields, each in the order of the new version.</summary>
    public static IReadOnlyList<Difference> Compare(ExtractFormat before, ExtractFormat after)
    {
        List<Difference> found = [];
        var list = new DifferenceList("", found);
        list.Compare(DifferenceCodes.Format, before.Id, after.Id);
        list.Compare(DifferenceCodes.Separateur, $"{before.Separator}", $"{after.Separator}");
        list.Compare(DifferenceCodes.Nir, YesNo(before.HoldsNir), YesNo(after.HoldsNir));
        list.Compare(DifferenceCodes.Organismes, Words(before.Kinds), Words(after.Kinds));
        list.Compare(DifferenceCodes.Filtre, before.Filter, after.Filter);
        list.CompareEach(Exhaustive(before), Exhaustive(after), _ => DifferenceCodes.ExhaustiviteAjoutee, DifferenceCodes.ExhaustiviteRetiree);

        var pairs = Pairing.Of(before.Tables, after.Tables, table => table.Name, Pairing.Likeness);
        foreach (var (old, here) in pairs)
        {
            if (here is null)
                list.At(old!.Name).Add(DifferenceCodes.TableRetiree);
            else if (old is null)
                list.At(here.Name).Add(DifferenceCodes.TableAjoutee);
            else
                TableComparison.Compare(old, here, list.At(here.Name));
        }

        return found;
    }

    static List<string> Exhaustive(ExtractFormat format) => [.. format.ExhaustiveFor.Select(item => $"{item.Prestation} ({item.Population}, {item.Communes})")];

    static string Words(IReadOnlyList<SourceKind> kinds) => string.Join(", ", kinds.Select(Agreements.AgreementWords.Of));

    static string YesNo(bool value) => value ? "O" : "N";
}
