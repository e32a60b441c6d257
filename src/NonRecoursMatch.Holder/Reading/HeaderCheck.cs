using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Compares line 1 with the plan. A name is repeated only when it looks like a column name: line 1 may be a person.</summary>
static class HeaderCheck
{
    const string Candidates = ",;\t|";

    /// <summary>Adds what is wrong; true when rows can be read.</summary>
    public static bool Check(IReadOnlyList<string> header, DeliveredTable file, TablePlan plan, AnomalyCollector anomalies)
    {
        var table = plan.Table.Name;
        if (header.Count == 0 || (header.Count == 1 && header[0].Length == 0))
        {
            anomalies.AddFile(AnomalyCodes.FichierVide, table);
            return false;
        }

        if (header.Count == 1 && OtherSeparator(header[0], file) is { } other)
        {
            anomalies.AddFile(AnomalyCodes.EnteteSeparateur, table, null, Name(other), Name(file.Separator), line: 1);
            return false;
        }

        var known = header.Count(name => file.FieldOf(name) is not null);
        if (known * 2 < plan.Required.Count)
        {
            anomalies.AddFile(AnomalyCodes.EnteteAbsent, table, null, $"{known}/{header.Count}", $"{plan.Required.Count}", line: 1);
            return false;
        }

        return Compare(header, file, plan, anomalies);
    }

    static bool Compare(IReadOnlyList<string> header, DeliveredTable file, TablePlan plan, AnomalyCollector anomalies)
    {
        var table = plan.Table.Name;
        var before = anomalies.FileAnomalies;
        var known = header.Select(file.FieldOf).ToList();
        foreach (var field in plan.Required.Where(field => !known.Contains(field)))
            anomalies.AddFile(AnomalyCodes.ColonneManquante, table, file.ColumnOf(field), "", field.Description, line: 1);
        foreach (var group in header.GroupBy(name => name, StringComparer.Ordinal))
        {
            var field = file.FieldOf(group.Key);
            var shown = field is null ? Printable(group.Key) : group.Key;
            if (field is null)
                anomalies.AddFile(AnomalyCodes.ColonneInconnue, table, shown, line: 1);
            else if (!plan.Allowed.Contains(field))
                anomalies.AddFile(AnomalyCodes.ColonneNonAutorisee, table, shown, line: 1);
            if (group.Count() > 1)
                anomalies.AddFile(AnomalyCodes.ColonneDouble, table, shown, line: 1);
        }

        return anomalies.FileAnomalies == before;
    }

    static char? OtherSeparator(string line, DeliveredTable file)
    {
        foreach (var candidate in Candidates.Where(candidate => candidate != file.Separator))
        {
            if (line.Split(candidate).Count(name => file.FieldOf(name.Trim('"')) is not null) > 1)
                return candidate;
        }

        return null;
    }

    static string Name(char separator) => separator == '\t' ? "tabulation" : separator.ToString();

    static string Printable(string name)
        => name.Length is > 0 and <= 40 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? name
            : ValueShape.Of(System.Text.Encoding.UTF8.GetBytes(name));
}
