using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The safeguards of an agreement for programs; what is not stated is null.</summary>
static class SafeguardsJson
{
    public static JsonObject Of(Safeguards safeguards) => new()
    {
        ["joint_control"] = safeguards.JointControl is { } joint ? With(Document(joint.Arrangement), "contact", joint.ContactPoint) : null,
        ["processing"] = safeguards.Processing is { } processing
            ? new JsonObject { ["name"] = processing.Name, ["contract"] = processing.Contract is { } contract ? With(Document(contract), "dpo", processing.Dpo) : null }
            : null,
        ["impact_assessment"] = safeguards.ImpactAssessment is { } assessment ? Document(assessment) : null,
        ["information"] = safeguards.Information is { } information ? new JsonObject { ["how"] = information.How, ["since"] = Day(information.Since) } : null,
        ["key_domain"] = safeguards.KeyDomain is { } domain
            ? new JsonObject { ["purpose"] = domain.Purpose, ["profile"] = domain.Profile, ["normalisation"] = domain.Normalisation }
            : null,
        ["certificates"] = new JsonObject(safeguards.Certificates.Select(body => KeyValuePair.Create<string, JsonNode?>(
            body.Key, new JsonObject { ["signing"] = Texts(body.Value.Signing), ["sealing"] = Texts(body.Value.Sealing) }))),
    };

    static JsonObject Document(DatedDocument document) => new() { ["document"] = document.Reference, ["date"] = Day(document.Date) };

    static JsonObject With(JsonObject document, string name, string? value)
    {
        document[name] = value;
        return document;
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
