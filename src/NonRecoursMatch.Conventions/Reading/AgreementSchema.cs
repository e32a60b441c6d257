using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>Checks the structure of an agreement against <c>convention.schema.json</c>, and says each error with its line, in words.</summary>
sealed partial class AgreementSchema
{
    readonly JsonSchema _schema;

    AgreementSchema(JsonSchema schema) => _schema = schema;

    /// <summary>Reads the schema.</summary>
    public static AgreementSchema Read(string path)
        => new(JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult());

    /// <summary>The faults of <paramref name="document"/>, in the order of its lines.</summary>
    public IReadOnlyList<Fault> Check(YamlMap document)
    {
        var places = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        Index(document, places);
        return [.. _schema.Validate(YamlJson.Of(document)).SelectMany(Innermost)
            .Select(error => Fault(error, places))
            .DistinctBy(fault => fault.Path)
            .OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
    }

    // An invalid item of a list or map is reported as such, with its own errors inside: those are what people can act on.
    static IEnumerable<ValidationError> Innermost(ValidationError error)
        => error is ChildSchemaValidationError { Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid } outer
            ? outer.Errors.SelectMany(inner => inner.Value).SelectMany(Innermost)
            : [error];

    static void Index(YamlValue value, Dictionary<string, (int Line, int Column)> places)
    {
        places[value.Path] = (value.Line, value.Column);
        foreach (var child in value switch { YamlMap map => map.Entries.Select(entry => entry.Value), YamlList list => list.Items, _ => [] })
            Index(child, places);
    }

    static Fault Fault(ValidationError error, Dictionary<string, (int Line, int Column)> places)
    {
        var path = QuotedKey().Replace((error.Path ?? "").TrimStart('#').TrimStart('/'), ".$1").TrimStart('.');
        var (line, column) = Place(path, places);
        // A key of the file is repeated in the message only when it is short enough to be a key, and not a pasted secret.
        var property = error.Property is { Length: <= 40 } name ? name : "…";
        var schema = error.Schema;
        string[] Words(params string[] words) => words;
        var (code, arguments) = error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => (FaultCodes.MissingKey, Words(property)),
            ValidationErrorKind.NoAdditionalPropertiesAllowed
                => (FaultCodes.UnknownKey, Words(property, Resemblance.Nearest(property, schema.ActualProperties.Keys) ?? string.Join(", ", schema.ActualProperties.Keys))),
            ValidationErrorKind.StringExpected => (FaultCodes.TextExpected, []),
            ValidationErrorKind.IntegerExpected => (FaultCodes.WholeNumberExpected, []),
            ValidationErrorKind.NumberExpected => (FaultCodes.NumberExpected, []),
            ValidationErrorKind.BooleanExpected => (FaultCodes.FlagExpected, []),
            ValidationErrorKind.ObjectExpected => (FaultCodes.KeysExpected, []),
            ValidationErrorKind.ArrayExpected => (FaultCodes.ListExpected, []),
            ValidationErrorKind.NotInEnumeration => (FaultCodes.NotInList, Words(string.Join(", ", schema.Enumeration))),
            ValidationErrorKind.PatternMismatch when path.EndsWith("_reference", StringComparison.Ordinal) => (FaultCodes.BareSecret, []),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.NumberTooSmall => (FaultCodes.OutOfBounds, Words(Number(schema.Minimum), Number(schema.Maximum))),
            ValidationErrorKind.StringTooShort or ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties
                => (FaultCodes.Empty, []),
            ValidationErrorKind.ItemsNotUnique => (FaultCodes.Repeated, []),
            _ => (FaultCodes.WrongForm, Words(schema.Description ?? "")),
        };
        return new Fault(code, path, line, column, arguments);
    }

    static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    // A missing key has no place of its own: its mapping's is shown.
    static (int Line, int Column) Place(string path, Dictionary<string, (int Line, int Column)> places)
    {
        while (!places.ContainsKey(path))
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return places[path];
    }

    /// <summary>The validator writes keys with unusual characters as <c>['key']</c>; faults write every key after a dot.</summary>
    [GeneratedRegex(@"\['([^']*)'\]")]
    private static partial Regex QuotedKey();
}
