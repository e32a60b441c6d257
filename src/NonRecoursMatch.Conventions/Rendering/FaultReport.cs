using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The faults of an agreement or sidecar, for people and for programs (<c>convention check</c>). Values of the file are never quoted.</summary>
public static class FaultReport
{
    /// <summary>The verdict on an agreement, with one paragraph per fault.</summary>
    public static string Text(AgreementReading reading, CultureInfo culture)
    {
        if (reading.Faults.Count == 0)
            return Texts.Format("report.valid", culture, reading.Path) + "\n";
        var count = reading.Faults.Count == 1 ? Texts.Get("report.one", culture) : Texts.Format("report.many", culture, reading.Faults.Count);
        return Texts.Format("report.invalid", culture, reading.Path, count) + "\n" + Text(reading.Faults, culture);
    }

    /// <summary>One paragraph per fault: place, what was expected, what to do.</summary>
    public static string Text(IReadOnlyList<Fault> faults, CultureInfo culture)
    {
        var text = new StringBuilder();
        foreach (var fault in faults)
        {
            List<string> place = [];
            if (fault.Line > 0)
                place.Add(Texts.Format("report.place", culture, fault.Line, fault.Column));
            if (fault.Path.Length > 0)
                place.Add(fault.Path);
            text.Append("- ").Append(string.Join(", ", [.. place, fault.Code])).Append('\n')
                .Append("  ").Append(Texts.Format("report.expected", culture, fault.Expected(culture))).Append('\n')
                .Append("  ").Append(Texts.Format("report.action", culture, fault.Action(culture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The verdict on an agreement: <c>valid</c>, <c>path</c>, <c>faults[]</c>.</summary>
    public static JsonObject Json(AgreementReading reading, CultureInfo culture) => new()
    {
        ["valid"] = reading.Faults.Count == 0,
        ["path"] = reading.Path,
        ["faults"] = Json(reading.Faults, culture),
    };

    /// <summary>The faults as <c>code</c>, <c>path</c>, <c>line</c>, <c>column</c>, <c>expected</c>, <c>action</c>.</summary>
    public static JsonArray Json(IReadOnlyList<Fault> faults, CultureInfo culture) => new([.. faults.Select(fault => new JsonObject
    {
        ["code"] = fault.Code,
        ["path"] = fault.Path,
        ["line"] = fault.Line,
        ["column"] = fault.Column,
        ["expected"] = fault.Expected(culture),
        ["action"] = fault.Action(culture),
    })]);
}
