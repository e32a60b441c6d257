using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>One file of <c>parameters/</c>: shape of the YAML and its checks.</summary>
static class ParameterFile
{
    /// <exception cref="RightsDataException">A key is missing, a month twice or out of order, a code unknown.</exception>
    public static Parameter Read(string path, string id, string name)
    {
        var document = YamlFile.Read<Document>(path, name);
        var values = (document.Values ?? []).Select(entry => Value(entry, name)).ToList();
        var validTo = YamlFile.RequiredMonth(document.ValidTo, "valid_to", name);
        CheckOrder(values, validTo, name);
        return new Parameter
        {
            Id = id,
            Fr = YamlFile.Required(document.Fr, "fr", name),
            En = YamlFile.Required(document.En, "en", name),
            Unit = YamlFile.Required(document.Unit, "unit", name),
            Article = YamlFile.Required(document.Article, "article", name),
            Axis = Axis(document.Axis, name),
            ValidTo = validTo,
            Values = values,
        };
    }

    static DatedValue Value(Entry entry, string name) => new(
        YamlFile.RequiredMonth(entry.From, "from", name),
        entry.Value is { } value && double.IsFinite(value) ? value : throw new RightsDataException($"{name}: `value` is missing in an entry"),
        YamlFile.Required(entry.Reference, "reference", name),
        Status(entry.Status, name));

    static ParameterAxis Axis(string? code, string name) => code switch
    {
        "right_month" => ParameterAxis.RightMonth,
        "reference_month" => ParameterAxis.ReferenceMonth,
        _ => throw new RightsDataException($"{name}: `axis` must be right_month or reference_month"),
    };

    static ParameterStatus Status(string? code, string name) => code switch
    {
        "published" => ParameterStatus.Published,
        "estimated" => ParameterStatus.Estimated,
        _ => throw new RightsDataException($"{name}: `status` must be published or estimated"),
    };

    static void CheckOrder(List<DatedValue> values, YearMonth validTo, string name)
    {
        if (values.Count == 0)
            throw new RightsDataException($"{name}: no values");
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i].From <= values[i - 1].From)
                throw new RightsDataException($"{name}: the value of {values[i].From} must come after that of {values[i - 1].From}, each month once");
        }

        if (validTo < values[^1].From)
            throw new RightsDataException($"{name}: `valid_to` is before the latest value");
    }

    sealed class Document
    {
        public string? Fr { get; set; }

        public string? En { get; set; }

        public string? Unit { get; set; }

        public string? Article { get; set; }

        public string? Axis { get; set; }

        public string? ValidTo { get; set; }

        public List<Entry>? Values { get; set; }
    }

    sealed class Entry
    {
        public string? From { get; set; }

        public double? Value { get; set; }

        public string? Reference { get; set; }

        public string? Status { get; set; }
    }
}
