using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Xlsx;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>The sheet that people call from: one row per contact, what the body's level lets it know (invariant I10), and room for what came of it.</summary>
sealed class ContactSheet
{
    /// <summary>How many columns at the left say whom a row is about.</summary>
    public const int WhoColumns = 4;

    // Widths are narrow, and cells wrap: a sheet is to be legible on paper, on few pages beside each other.
    readonly List<(XlsxColumn Column, Func<Contact, string> Cell)> _columns = [];

    /// <summary>Decides on the columns.</summary>
    public ContactSheet(OwnList list, ContactTexts texts, ContactWords words, bool household)
    {
        var about = list.About;
        Add("reference", 18, contact => Guarded(contact.Person.Reference));
        Add("nom", 14, contact => Guarded(contact.Person.Name));
        Add("nom_naissance", 14, contact => Guarded(contact.Person.BirthName));
        Add("prenom", 12, contact => Guarded(contact.Person.GivenName));
        // Not even the commune of a protected address: sheets are printed and passed on.
        Add("commune", 9, contact => contact.Person.MayBeWrittenTo ? Guarded(contact.Person.Commune) : "");
        AddSegments(list, texts);
        Add("courrier", 12, contact => contact.MayBeWrittenTo(words) ? "" : texts.Get(contact.Person.MayBeWrittenTo ? "Courrier.ParlerDAbord" : "Courrier.Non"));
        Add("mandataire", 12, contact => contact.Person.HasMandataire ? texts.Get("Mandataire") : contact.Person.IsMinor ? texts.Get("Parents") : "");
        if (household)
            Add("foyer", 18, contact => Guarded(contact.Person.Household));
        AddRights(about.Level);
        Add("documents", 26, contact => Once(contact.Subjects.Select(texts.Documents)));
        Add("demarche", 26, contact => Once(contact.Subjects.Select(texts.Procedure)));
        var data = texts.Month(about.Month);
        Add("donnees", 10, _ => data);
        Add("contacte_avant", 15, contact => Before(contact.Past, texts, words));
        for (var place = 1; place <= list.MostRights; place++)
            _columns.Add((new XlsxColumn(FollowUpImport.ColumnOf(place), 13, words.Choices), _ => ""));
        Add("contacte_le", 11, _ => "");
        if (list.About.IsExperiment)
            _columns.Add((new XlsxColumn(EvaluationWords.Column, 11, EvaluationWords.Choices(texts)), _ => ""));
        Add("commentaire", 20, _ => "");
        Add("source", 11, contact => contact.Listed.Source);
        Add("poignee", 12, contact => contact.Listed.Handle.ToString());
        if (about.Test)
            Add("avertissement", 13, _ => "TEST");
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

    /// <summary>What to filter by, from the own extract; a column that nobody of the list has is left out, for the sake of paper.</summary>
    void AddSegments(OwnList list, ContactTexts texts)
    {
        // A protected address is not told by its neighbourhood either.
        AddSegment("iris", 11, contact => contact.Person.MayBeWrittenTo ? Guarded(contact.Person.Segment.Iris) : "");
        AddSegment("qpv", 11, contact => contact.Person.MayBeWrittenTo ? Guarded(contact.Person.Segment.Qpv) : "");
        AddSegment("logement", 12, contact => contact.Person.Segment.Housing is { Length: > 0 } housing ? texts.Get("Logement." + housing) : "");
        AddSegment("publics", 13, contact => string.Join(", ", contact.Person.Segment.Publics.Select(one => texts.Get("Public." + one))));

        void AddSegment(string title, double width, Func<Contact, string> cell)
        {
            if (list.Contacts.Any(contact => contact.Hold is null && cell(contact).Length > 0))
                Add(title, width, cell);
        }
    }

    void AddRights(DisclosureLevel level)
    {
        if (level == DisclosureLevel.Invitation)
            return;
        Add("prestation", 20, contact => Each(contact, right => right.Benefit));
        Add("verdict", 14, contact => Each(contact, right => right.Verdict));
        if (level == DisclosureLevel.Complet)
        {
            Add("motif", 26, contact => Each(contact, right => right.Reason));
            Add("fourchette", 10, contact => Each(contact, right => right.Band));
        }

        Add("questions", 30, contact => Once(contact.Listed.Rights.Select(right => right.Questions)));
        Add("precautions", 22, contact => Once(contact.Listed.Rights.Select(right => right.Cautions)));
    }

    void Add(string title, double width, Func<Contact, string> cell) => _columns.Add((new XlsxColumn(title, width), cell));

    /// <summary>One line for each right, in their order, so that the columns can be read across.</summary>
    static string Each(Contact contact, Func<ListedRight, string> text) => string.Join('\n', contact.Listed.Rights.Select(text)).TrimEnd('\n');

    /// <summary>What several rights may share is said once.</summary>
    static string Once(IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));

    static string Before(PastContacts? past, ContactTexts texts, ContactWords words)
        => past?.LastDay is { } day ? $"{texts.Day(day)} ({words.Outcomes.GetValueOrDefault(past.LastOutcome, past.LastOutcome)})" : "";
}
