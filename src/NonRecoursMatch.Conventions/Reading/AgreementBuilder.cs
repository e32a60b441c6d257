using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;
using Calendar = NonRecoursMatch.Conventions.Agreements.Calendar;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>Turns a structurally valid document into an <see cref="Agreement"/>, one group of rules after another; faults gather in the draft.</summary>
static class AgreementBuilder
{
    /// <summary>Builds the agreement.</summary>
    /// <returns>Meaningless when the draft holds a fault afterwards.</returns>
    public static Agreement? Build(AgreementDraft draft, string sha256)
    {
        var document = draft.Document;
        var territory = PerimeterRules.Territory(draft);
        var perimeter = PerimeterRules.Perimeter(draft, territory);
        var fondement = FondementRules.Fondement(draft);
        var processor = FondementRules.SingleProcessor(draft);
        var sources = SourceRules.Sources(draft);
        var prestations = PrestationRules.Prestations(draft);
        var contactOrder = PrestationRules.ContactOrder(draft, prestations, sources);
        var columns = ColumnRules.Columns(draft, prestations, sources, perimeter?.Quartiers);
        MappingRules.CheckRequired(draft, sources, columns);
        var calendar = Calendar(draft, sources);
        if (territory is null || perimeter is null || draft.Faults.Count > 0)
            return null;

        return new Agreement(
            document.Text("convention"), Flag(document, "test"), draft.Path, territory, perimeter, fondement, processor,
            [.. sources.Select(source => source.Source)], [.. prestations.Select(prestation => prestation.Prestation)], contactOrder, columns.All,
            draft.Reference(document.TextOrNull("key_reference")), Retention(document.Map("conservation")), calendar,
            Thresholds(document.Find("seuils") as YamlMap), document.TextOrNull("langue") ?? "fr")
        {
            Version = Whole(document, "version", 1),
            FactOrder = PrestationRules.FactOrder(draft),
            Publics = PrestationRules.Publics(prestations),
            Sha256 = sha256,
            Level = document.Map("perimetre").Text("niveau"),
            ColumnsByPrestation = columns.ByPrestation,
            Controllers = [.. document.List("responsables").Items.Cast<YamlMap>().Select(item => new Controller(item.Text("nom"), item.Text("dpo")))],
        };
    }

    static Retention Retention(YamlMap map) => new(Whole(map, "paquets_mois", 12), Whole(map, "oppositions_mois", 24), Whole(map, "traces_mois", 36));

    static Thresholds Thresholds(YamlMap? map) => new(
        Real(map, "lignes_rejetees", 0.01),
        Real(map, "marge_aspa", 15),
        Whole(map, "petite_cellule", 11),
        Whole(map, "age_maximal_source_jours", 62),
        Real(map, "perte_correction", 0.5));

    static Calendar Calendar(AgreementDraft draft, IReadOnlyList<DraftSource> sources)
    {
        var map = draft.Document.Find("calendrier") as YamlMap;
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, day) in (map?.Find("jours") as YamlMap)?.Entries ?? [])
        {
            if (sources.Any(source => source.Source.Id.Equals(id, StringComparison.Ordinal)))
                days[id] = int.Parse(((YamlScalar)day).Text, CultureInfo.InvariantCulture);
            else
                draft.Refuse(day, FaultCodes.CalendarOfUnknownSource, id);
        }

        return new Calendar(Whole(map, "jour_par_defaut", 10), days);
    }

    static bool Flag(YamlMap map, string key) => "true".Equals(map.TextOrNull(key), StringComparison.Ordinal);

    static int Whole(YamlMap? map, string key, int absent)
        => map?.TextOrNull(key) is { } text ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : absent;

    static double Real(YamlMap? map, string key, double absent)
        => map?.TextOrNull(key) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : absent;
}
