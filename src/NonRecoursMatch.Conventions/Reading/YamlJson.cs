using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>The JSON value of a YAML tree (YAML 1.2 core schema: <c>no</c> and <c>2023-07</c> are texts), for the JSON Schema validator.</summary>
static partial class YamlJson
{
    public static JToken Of(YamlValue value) => value switch
    {
        YamlMap map => new JObject(map.Entries.Select(entry => new JProperty(entry.Key, Of(entry.Value)))),
        YamlList list => new JArray(list.Items.Select(Of)),
        YamlScalar { Plain: false } scalar => new JValue(scalar.Text),
        YamlScalar scalar => Plain(scalar.Text),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    static JValue Plain(string text) => text switch
    {
        "" or "~" or "null" => JValue.CreateNull(),
        "true" => new JValue(true),
        "false" => new JValue(false),
        _ when Whole().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ when Real().IsMatch(text) => new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => new JValue(text),
    };

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?([0-9]+\.[0-9]*|\.?[0-9]+)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Real();
}
