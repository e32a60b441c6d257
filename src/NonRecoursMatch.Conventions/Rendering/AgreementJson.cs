using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>An agreement for programs (<c>convention show --json</c>). Secret references are left out: whoever reads this needs none.</summary>
public static class AgreementJson
{
    /// <summary>The document. <c>sources[].files</c> lists the data files found now, without sidecars.</summary>
    public static JsonObject Of(Agreement agreement) => new()
    {
        ["id"] = agreement.Id,
        ["version"] = agreement.Version,
        ["test"] = agreement.Test,
        ["path"] = agreement.Path,
        ["sha256"] = agreement.Sha256,
        ["territory"] = new JsonObject
        {
            ["code"] = agreement.Territory.Code,
            ["name"] = agreement.Territory.Name,
            ["kind"] = agreement.Territory.Kind,
            ["departements"] = Texts(agreement.Territory.Departements),
        },
        ["perimeter"] = new JsonObject
        {
            ["level"] = agreement.Level,
            ["cog"] = agreement.Perimeter.CogYear,
            ["communes"] = Texts(agreement.Perimeter.Communes.Order(StringComparer.Ordinal)),
            ["quartiers"] = agreement.Perimeter.Quartiers is { } quartiers ? Quartiers(quartiers) : null,
            ["border_communes"] = Texts(agreement.Perimeter.Border.Order(StringComparer.Ordinal)),
        },
        ["fondement"] = new JsonObject
        {
            ["texte"] = agreement.Fondement.Texte,
            ["start"] = agreement.Fondement.WindowStart?.ToString(),
            ["end"] = agreement.Fondement.WindowEnd?.ToString(),
            ["end_text"] = agreement.Fondement.WindowEndText,
        },
        ["single_processor"] = agreement.SingleProcessor,
        ["controllers"] = new JsonArray([.. agreement.Controllers.Select(controller => new JsonObject { ["name"] = controller.Name, ["dpo"] = controller.Dpo })]),
        ["sources"] = new JsonArray([.. agreement.Sources.Select(source => Source(agreement, source))]),
        ["prestations"] = new JsonObject(agreement.Prestations.Select(prestation => KeyValuePair.Create<string, JsonNode?>(
            AgreementWords.Of(prestation),
            new JsonObject
            {
                ["contact_order"] = Texts(agreement.ContactOrder[prestation].Select(AgreementWords.Of)),
                ["publics"] = Texts(agreement.Publics.GetValueOrDefault(prestation, [])),
                ["columns"] = Columns(agreement.ColumnsByPrestation[prestation]),
            }))),
        ["retention"] = new JsonObject
        {
            ["packages_months"] = agreement.Retention.PackagesMonths,
            ["oppositions_months"] = agreement.Retention.OppositionsMonths,
            ["traces_months"] = agreement.Retention.TracesMonths,
        },
        ["calendar"] = new JsonObject(agreement.Sources.Select(source => KeyValuePair.Create<string, JsonNode?>(
            source.Id, agreement.Calendar.Days.TryGetValue(source.Id, out var day) ? day : agreement.Calendar.DefaultDay))),
        ["thresholds"] = new JsonObject
        {
            ["rejected_rows"] = agreement.Thresholds.RejectedRows,
            ["aspa_margin"] = agreement.Thresholds.AspaMargin,
            ["small_cell"] = agreement.Thresholds.SmallCell,
            ["source_maximum_age_days"] = agreement.Thresholds.SourceMaximumAgeDays,
            ["correction_loss"] = agreement.Thresholds.CorrectionLoss,
        },
        ["fact_order"] = new JsonObject(agreement.FactOrder.OrderBy(order => order.Key).Select(order => KeyValuePair.Create<string, JsonNode?>(AgreementWords.Of(order.Key), Texts(order.Value.Select(AgreementWords.Of))))),
        ["language"] = agreement.Language,
    };

    static JsonObject Quartiers(Quartiers quartiers) => new(
        quartiers.Codes.Select(division => KeyValuePair.Create<string, JsonNode?>(division.Key, Texts(division.Value.Order(StringComparer.Ordinal))))
            .Append(KeyValuePair.Create<string, JsonNode?>(
                "columns",
                new JsonObject(quartiers.Columns.Select(format => KeyValuePair.Create<string, JsonNode?>(format.Key, Texts(format.Value)))))));

    static JsonObject Source(Agreement agreement, Source source)
    {
        var files = SourceFiles.Find(agreement, source);
        return new JsonObject
        {
            ["id"] = source.Id,
            ["kind"] = AgreementWords.Of(source.Kind),
            ["body"] = source.Body,
            ["name"] = source.Name,
            ["format"] = source.Format.Id,
            ["filter"] = source.Format.Filter,
            ["exhaustive_for"] = new JsonArray([.. source.Format.ExhaustiveFor.Select(item => new JsonObject
            {
                ["prestation"] = item.Prestation,
                ["population"] = item.Population,
                ["communes"] = item.Communes,
            })]),
            ["folder"] = source.Folder,
            ["encoding"] = source.Encoding,
            ["legal_basis"] = source.LegalBasis,
            ["nir_basis"] = source.NirBasis,
            ["health_basis"] = source.HealthBasis,
            ["disclosure"] = AgreementWords.Of(source.Disclosure),
            ["mapping"] = MappingJson.Of(source.Mapping),
            ["files"] = Texts(files.Data.Select(file => file.Path)),
            ["missing_tables"] = Texts(files.MissingTables.Select(table => table.Name)),
            ["sidecar"] = files.Sidecar,
            ["oppositions"] = files.Oppositions,
        };
    }

    static JsonObject Columns(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> formats)
        => new(formats.Select(format => KeyValuePair.Create<string, JsonNode?>(
            format.Key,
            new JsonObject(format.Value.Select(table => KeyValuePair.Create<string, JsonNode?>(table.Key, Texts(table.Value)))))));

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
