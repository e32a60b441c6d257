using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Suggestions;

/// <summary>
/// A first draft of the mapping of a partner, from sample files: names by their resemblance, forms by the shapes of the values. It says what it could not
/// recognise, and shows no value: codes are for the partner to fill in.
/// </summary>
/// <param name="agreement">Which columns must be there.</param>
/// <param name="source">The source.</param>
/// <param name="culture">Language of the comments.</param>
public sealed class MappingSuggestion(Agreement agreement, Source source, CultureInfo culture)
{
    /// <summary>The YAML to put under the source in the agreement.</summary>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="Formats.Tables.TableFaultException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The first line of a file does not look like column names.</exception>
    public string Of(IReadOnlyList<string> files)
    {
        var samples = files.Select(file => SampleTable.Read(source, file)).ToList();
        var text = new StringBuilder();
        text.Append("# ").Append(Word("titre")).Append('\n').Append("correspondance:\n");
        AppendForms(text, samples);
        text.Append("  tables:\n");
        foreach (var sample in samples)
            AppendTable(text, sample);
        return text.ToString();
    }

    void AppendForms(StringBuilder text, List<SampleTable> samples)
    {
        var columns = samples.SelectMany(sample => sample.Columns).Where(column => column.Field is not null).ToList();
        if (samples[0].Separator != source.Format.Separator)
            text.Append(CultureInfo.InvariantCulture, $"  separateur: {Quoted(samples[0].Separator == '\t' ? "\\t" : samples[0].Separator.ToString(), escaped: true)}\n");
        AppendPattern(text, "dates", [.. columns.Where(column => column.Field!.Type == FieldType.Date && column.Shape.Dates is not null).Select(column => column.Shape.Dates!).Distinct()], ColumnShape.DatePatterns[0]);
        AppendPattern(text, "mois", [.. columns.Where(column => column.Field!.Type == FieldType.Mois && column.Shape.Months is not null).Select(column => column.Shape.Months!).Distinct()], ColumnShape.MonthPatterns[0]);
        if (columns.Exists(column => column.Field!.Type == FieldType.Montant && column.Shape.HasPoints))
            text.Append("  decimales: point\n");
    }

    /// <summary>Several patterns in one extract cannot be declared: the partner must choose.</summary>
    void AppendPattern(StringBuilder text, string key, List<string> found, string usual)
    {
        if (found is [var only])
            text.Append(only == usual ? "" : $"  {key}: {only}\n");
        else if (found.Count > 1)
            text.Append(CultureInfo.InvariantCulture, $"  # {key}: {Format("plusieurs", string.Join(", ", found))}\n");
    }

    void AppendTable(StringBuilder text, SampleTable sample)
    {
        var plan = TablePlan.Of(agreement, source).FirstOrDefault(candidate => candidate.Table == sample.Table) ?? new TablePlan(sample.Table, []);
        text.Append(CultureInfo.InvariantCulture, $"    {sample.Table.Name}:\n");
        if (!TableFiles.IsOf(sample.Table, sample.File))
            text.Append(CultureInfo.InvariantCulture, $"      fichier: {Quoted(sample.File)}\n");
        text.Append("      colonnes:\n");
        foreach (var field in sample.Table.Fields.Where(plan.Allowed.Contains))
        {
            if (sample.Columns.FirstOrDefault(column => column.Field == field) is not { } column)
            {
                if (plan.Required.Contains(field))
                    text.Append(CultureInfo.InvariantCulture, $"        # {field.Name}: {Format("manque", field.Description)}\n");
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"        {field.Name}: {Quoted(column.Name)}{(column.Shape.MayBe(field) ? "" : "   # " + Format("forme", string.Join(" ", column.Shape.Shapes)))}\n");
        }

        AppendCodes(text, [.. sample.Columns.Where(column => column.Field is { } field && plan.Allowed.Contains(field) && NeedsCodes(column))]);
        foreach (var column in sample.Columns.Where(column => column.Field is null || !plan.Allowed.Contains(column.Field)))
            text.Append(CultureInfo.InvariantCulture, $"      # {Quoted(column.Name)}: {Word(column.Field is null ? "inconnue" : "non_autorisee")}\n");
    }

    void AppendCodes(StringBuilder text, List<SampleColumn> columns)
    {
        if (columns.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"      # codes: {Word("codes")}\n");
        foreach (var column in columns)
        {
            var codes = column.Field!.AcceptedCodes;
            text.Append(CultureInfo.InvariantCulture, $"      #   {column.Field.Name}: {{ \"…\": {string.Join(", \"…\": ", codes)} }}   # {Format("valeurs", column.Shape.Different, string.Join(" ", column.Shape.Shapes))}\n");
        }
    }

    static bool NeedsCodes(SampleColumn column) => column.Shape.Filled > 0 && column.Field!.AcceptedCodes.Count > 0 && !column.Shape.AreCodes;

    static string Quoted(string text, bool escaped = false) => "\"" + (escaped ? text : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)) + "\"";

    string Word(string name) => AnomalyTexts.Get("suggestion." + name, culture);

    string Format(string name, params object[] arguments) => string.Format(culture, Word(name), arguments);
}
