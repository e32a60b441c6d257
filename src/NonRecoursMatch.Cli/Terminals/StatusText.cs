using System.Globalization;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>status</c> for people.</summary>
sealed class StatusText(Terminal screen)
{
    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = " " };

    /// <summary>Writes it to stdout.</summary>
    public void Write(MonthStatus month)
    {
        var width = month.Sources.Max(source => source.Source.Id.Length);
        var wordWidth = month.Sources.Max(source => Word(source.Arrival).Length);
        foreach (var source in month.Sources)
        {
            Say($"{source.Source.Id.PadRight(width)}  {Word(source.Arrival).PadRight(wordWidth)}  {CliTexts.Date(source.Due),-11}  {Detail(month, source)}".TrimEnd());
            if (source.Faults.Count > 0)
                Say(FaultReport.Text(source.Faults, screen.Language).TrimEnd());
        }

        Say(month.Waiting == 0 ? CliTexts.Get("Status.Complete") : CliTexts.Format("Status.Waiting", month.Waiting));
        if (month.NextDue is { } due)
            Say(CliTexts.Format("Status.NextDue", CliTexts.Date(due)));
        if (month.CalendarPast)
            Say(CliTexts.Format("Status.CalendarPast", CliTexts.Date(month.Sources.Max(source => source.Due))));
        foreach (var revision in month.Revisions)
            Say(CliTexts.Format("Status.Revision", revision.Revision, revision.Folder));
        if (month.Revisions is [.., var last])
        {
            foreach (var absent in last.Absent)
                Say(CliTexts.Format("Status.Absent", last.Revision, absent.Id, absent.Reason));
        }

        if (month.Closed is { } day)
            Say(CliTexts.Format("Purge.Closed", day));
    }

    static string Detail(MonthStatus month, SourceStatus source)
    {
        var parts = new List<string>();
        if (source.Missing.Count > 0)
            parts.Add(string.Join(", ", source.Missing));
        if (source.DaysLate(month.Today) is > 0 and var late)
            parts.Add(CliTexts.Format("Status.DaysLate", late));
        if (source.DataDate is { } date)
            parts.Add(CliTexts.Format("Status.Data", CliTexts.Date(date), source.AgeDays(month.Month), month.Agreement.Thresholds.SourceMaximumAgeDays));
        if (source.Rows is { } rows)
            parts.Add(CliTexts.Format("Status.Rows", rows.ToString("#,0", s_spaced)));
        return string.Join(", ", parts);
    }

    static string Word(Arrival arrival) => CliTexts.Get("Status." + arrival);

    void Say(string line) => screen.Output.WriteLine(line);
}
