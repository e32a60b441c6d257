using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>What <c>resolve</c> made, for people: counts and paths only.</summary>
static class ContactText
{
    /// <summary>Says whom a new revision takes back: a number and a path.</summary>
    public static void WriteRecall(Terminal screen, RecalledPersons recalled, string path)
    {
        if (recalled.Persons.Count > 0)
            screen.Output.WriteLine(CliTexts.Format("Resolve.Recalled", recalled.Persons.Count, path));
        if (recalled.Unknown > 0)
            screen.Note(CliTexts.Format("Resolve.RecalledUnknown", recalled.Unknown));
    }

    /// <summary>Says it.</summary>
    public static void Write(Terminal screen, DeliveredManifest about, ContactCounts counts, int history, string workbook, string letter)
    {
        var output = screen.Output;
        if (about.Test)
            output.WriteLine("TEST");
        output.WriteLine(CliTexts.Format("Resolve.Title", about.Body, CliTexts.Month(about.Month)));
        output.WriteLine(CliTexts.Format("Resolve.Contacts", counts.Contacts));
        output.WriteLine("  " + CliTexts.Format("Resolve.Letters", counts.Letters, counts.NotToWrite));
        foreach (var (cause, count) in counts.Held)
            output.WriteLine("  " + CliTexts.Format("Resolve.Held." + cause, count));
        if (history > 0)
            output.WriteLine(CliTexts.Format("Resolve.History", history, counts.Known));
        output.WriteLine(CliTexts.Format("Resolve.Workbook", workbook));
        output.WriteLine(CliTexts.Format("Resolve.Letter", letter));
        if (history > 0 && counts.Known == 0)
            screen.Note(CliTexts.Get("Resolve.HistoryUnknown"));
    }
}
