using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>The text of the e-mail that goes with the workbook inside the body: it names no person, and the workbook is not to be attached to it.</summary>
public static class HandOver
{
    /// <summary>Path of the text beside a workbook.</summary>
    public static string PathBeside(string workbook) => Path.ChangeExtension(workbook, ".courriel.txt");

    /// <summary>The text.</summary>
    public static string Text(DeliveredManifest about, ContactTexts texts, ContactCounts counts, string workbook)
        => (about.Test ? texts.Get("Test") + "\n\n" : "")
            + texts.Format("Courriel", texts.Month(about.Month), about.Body, counts.Contacts, counts.Held.Values.Sum(), Path.GetFileName(workbook), texts.Day(about.Expiry)).Trim() + "\n";
}
