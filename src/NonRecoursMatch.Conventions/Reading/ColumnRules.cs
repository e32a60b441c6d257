using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Territories;
using FormatColumns = System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyList<string>>>;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>The columns that leave, per format and table: all of them, and benefit by benefit.</summary>
sealed record ListedColumns(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> All,
    IReadOnlyDictionary<Prestation, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>> ByPrestation);

/// <summary>Which attributes may leave a holder (invariant I6): only known ones, never identities, and health only under its ground.</summary>
static class ColumnRules
{
    public static ListedColumns Columns(AgreementDraft draft, IReadOnlyList<DraftPrestation> prestations, IReadOnlyList<DraftSource> sources, Quartiers? quartiers)
    {
        var byPrestation = new Dictionary<Prestation, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>>();
        foreach (var (prestation, place) in prestations)
        {
            var formats = new FormatColumns(StringComparer.Ordinal);
            foreach (var (id, tables) in place.Map("colonnes").Entries)
            {
                if (!draft.Library.Formats.TryGetValue(id, out var format))
                    draft.Refuse(tables, FaultCodes.UnknownFormat, string.Join(", ", draft.Library.Formats.Keys));
                else
                    formats[id] = Tables(draft, format, (YamlMap)tables, sources);
            }

            byPrestation[prestation] = formats;
        }

        var all = Union(byPrestation.Values);
        CheckPerimeter(draft, sources, all, quartiers);
        return new ListedColumns(all, byPrestation);
    }

    static Dictionary<string, IReadOnlyList<string>> Tables(AgreementDraft draft, ExtractFormat format, YamlMap tables, IReadOnlyList<DraftSource> sources)
    {
        var listed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in tables.Entries)
        {
            var table = format.Tables.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.Ordinal));
            if (table is null)
            {
                draft.Refuse(value, FaultCodes.UnknownTable, format.Id, string.Join(", ", format.Tables.Select(known => known.Name)));
                continue;
            }

            foreach (var column in ((YamlList)value).Scalars)
                Check(draft, format, table, column, sources);
            listed[name] = [.. ((YamlList)value).Scalars.Select(column => column.Text)];
        }

        return listed;
    }

    static void Check(AgreementDraft draft, ExtractFormat format, TableFormat table, YamlScalar column, IReadOnlyList<DraftSource> sources)
    {
        if (Resemblance.Fold(column.Text).StartsWith("nir", StringComparison.Ordinal))
        {
            draft.Refuse(column, FaultCodes.NirColumn, format.Id);
            return;
        }

        var field = table.Find(column.Text);
        var attributes = table.Fields.Where(candidate => candidate.Sensitivity is Sensitivity.Attribut or Sensitivity.Classe).Select(candidate => candidate.Name).ToList();
        switch (field?.Sensitivity)
        {
            case null:
                draft.Refuse(column, FaultCodes.UnknownColumn, format.Id, table.Name, Resemblance.Nearest(column.Text, attributes) ?? string.Join(", ", attributes));
                break;
            case Sensitivity.Identifiant or Sensitivity.Reference:
                draft.Refuse(column, FaultCodes.IdentityColumn, field.Name);
                break;
            case Sensitivity.Detenteur:
                draft.Refuse(column, FaultCodes.HeldColumn, field.Name);
                break;
            case Sensitivity.Classe when field.Classes.Count == 0:
                foreach (var source in sources.Where(source => source.Source.Format.Id.Equals(format.Id, StringComparison.Ordinal) && source.Source.HealthBasis is null))
                    draft.Refuse(column, FaultCodes.HealthColumn, field.Name, source.Source.Id);
                break;
        }
    }

    // The holder keeps the rows of the perimeter only: without the columns that decide it would have to send everybody, or nobody. The commune
    // serves benefits and leaves; the code of a quartier serves none, so it is named with the perimeter instead.
    static void CheckPerimeter(AgreementDraft draft, IReadOnlyList<DraftSource> sources, FormatColumns all, Quartiers? quartiers)
    {
        foreach (var (source, place) in sources)
        {
            var table = source.Format.Personnes;
            var listed = all.TryGetValue(source.Format.Id, out var tables) && tables.TryGetValue(table.Name, out var columns) ? columns : [];
            if (table.Commune is { } commune && !listed.Contains(commune))
                draft.Refuse(place, FaultCodes.PerimeterColumnMissing, source.Format.Id, table.Name, commune, "prestations.*.colonnes");
            if (quartiers?.ColumnsOf(source.Format).Count == 0)
                draft.Refuse(place, FaultCodes.PerimeterColumnMissing, source.Format.Id, table.Name, string.Join(", ", quartiers.Codes.Keys), "perimetre.quartiers.colonnes");
        }
    }

    static FormatColumns Union(IEnumerable<IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>> all)
        => all.SelectMany(formats => formats)
            .GroupBy(format => format.Key, StringComparer.Ordinal)
            .ToDictionary(
                format => format.Key,
                format => (IReadOnlyDictionary<string, IReadOnlyList<string>>)format.SelectMany(tables => tables.Value)
                    .GroupBy(table => table.Key, StringComparer.Ordinal)
                    .ToDictionary(table => table.Key, table => (IReadOnlyList<string>)[.. table.SelectMany(columns => columns.Value).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal),
                StringComparer.Ordinal);
}
