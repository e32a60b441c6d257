using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Xlsx;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>The sheet that people call from: one row per contact, what the body's level lets it know (invariant I10), and room for what came of it.</summary>
sealed class ContactSheet
{
    readonly List<(XlsxColumn Column, Func<Contact, string> Cell)> _columns = [];

    /// <summary>Decides on the columns.</summary>
    public ContactSheet(OwnList list, ContactTexts texts, ContactWords words, bool household)
    {
        var about = list.About;
        Add("reference", 18, contact => Guarded(contact.Person.Reference));
        Add("nom", 20, contact => Guarded(contact.Person.Name));
        Add("nom_naissance", 18, contact => Guarded(contact.Person.BirthName));
        Add("prenom", 16, contact => Guarded(contact.Person.GivenName));
        Add("commune", 10, contact => Guarded(contact.Person.Commune));
        Add("courrier", 18, contact => contact.MayBeWrittenTo(words) ? "" : texts.Get(contact.Person.MayBeWrittenTo ? "Courrier.ParlerDAbord" : "Courrier.Non"));
        Add("mandataire", 18, contact => contact.Person.HasMandataire ? texts.Get("Mandataire") : contact.Person.IsMinor ? texts.Get("Parents") : "");
        if (household)
            Add("foyer", 24, contact => Guarded(contact.Person.Household));
        AddRights(about.Level);
        Add("documents", 36, contact => Once(contact.Subjects.Select(texts.Documents)));
        Add("demarche", 36, contact => Once(contact.Subjects.Select(texts.Procedure)));
        var data = texts.Month(about.Month);
        Add("donnees", 14, _ => data);
        Add("contacte_avant", 20, contact => Before(contact.Past, texts, words));
        for (var place = 1; place <= list.MostRights; place++)
            _columns.Add((new XlsxColumn(FollowUpImport.ColumnOf(place), 18, words.Choices), _ => ""));
        Add("contacte_le", 14, _ => "");
        Add("commentaire", 30, _ => "");
        Add("source", 18, contact => contact.Listed.Source);
        Add("poignee", 35, contact => contact.Listed.Handle.ToString());
        if (about.Test)
            Add("avertissement", 14, _ => "TEST");
    }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<XlsxColumn> Columns => [.. _columns.Select(column => column.Column)];

    /// <summary>The cells of a contact.</summary>
    public string[] Cells(Contact contact) => [.. _columns.Select(column => column.Cell(contact))];

    /// <summary>
    /// A cell of the body's own file, which we did not write: in this workbook it is text whatever it holds, and an apostrophe keeps it text
    /// where a person saves the sheet as CSV and opens it again.
    /// </summary>
    public static string Guarded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    void AddRights(DisclosureLevel level)
    {
        if (level == DisclosureLevel.Invitation)
            return;
        Add("prestation", 28, contact => Each(contact, right => right.Benefit));
        Add("verdict", 22, contact => Each(contact, right => right.Verdict));
        if (level == DisclosureLevel.Complet)
        {
            Add("motif", 45, contact => Each(contact, right => right.Reason));
            Add("fourchette", 14, contact => Each(contact, right => right.Band));
        }

        Add("questions", 45, contact => Once(contact.Listed.Rights.Select(right => right.Questions)));
        Add("precautions", 36, contact => Once(contact.Listed.Rights.Select(right => right.Cautions)));
    }

    void Add(string title, double width, Func<Contact, string> cell) => _columns.Add((new XlsxColumn(title, width), cell));

    /// <summary>One line for each right, in their order, so that the columns can be read across.</summary>
    static string Each(Contact contact, Func<ListedRight, string> text) => string.Join('\n', contact.Listed.Rights.Select(text)).TrimEnd('\n');

    /// <summary>What several rights may share is said once.</summary>
    static string Once(IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));

    static string Before(PastContacts? past, ContactTexts texts, ContactWords words)
        => past?.LastDay is { } day ? $"{texts.Day(day)} ({words.Outcomes.GetValueOrDefault(past.LastOutcome, past.LastOutcome)})" : "";
}
