using NonRecoursMatch.Formats.Xlsx;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// The workbook of a recipient: contacts, a mail merge, the letters, those who wait, and what to know first. Text cells only: no formula, no macro.
/// </summary>
public sealed class ContactWorkbook(OwnList list, ContactTexts texts, ContactWords words, bool household, int capacity = int.MaxValue)
{
    const double Wide = 130;

    readonly string? _banner = list.About.Test ? texts.Get("Test") : null;

    /// <summary>Writes the workbook, under its final name only once it is complete.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ContactCounts Write(string path, CancellationToken stop)
    {
        using var xlsx = new XlsxWriter(path);
        var counts = WriteContacts(xlsx, stop);
        WriteMailMerge(xlsx, stop);
        WriteLetters(xlsx);
        WriteHeld(xlsx, stop);
        WriteReadMe(xlsx, counts);
        xlsx.Complete();
        return counts;
    }

    ContactCounts WriteContacts(XlsxWriter xlsx, CancellationToken stop)
    {
        var counts = new ContactCounts();
        var sheet = new ContactSheet(list, texts, words, household);
        xlsx.StartSheet(new XlsxSheet(texts.Get("Feuille.Liste"), sheet.Columns, Banner: _banner, Table: "Contacts") { FitsRows = true, KeptColumns = ContactSheet.WhoColumns });
        foreach (var contact in Contacts(stop))
        {
            counts.Add(contact, contact.MayBeWrittenTo(words));
            if (contact.Hold is null)
                xlsx.Write(sheet.Cells(contact));
        }

        return counts;
    }

    /// <summary>Flat titles without accents, which Word takes as merge fields; one letter per contact, and none to whom must not be written.</summary>
    void WriteMailMerge(XlsxWriter xlsx, CancellationToken stop)
    {
        xlsx.StartSheet(new XlsxSheet(
            texts.Get("Feuille.Publipostage"), [new("enveloppe", 30), new("nom_complet", 30), new("reference", 18), new("commune", 10), new("objet", 30), new("lettre", Wide)], Banner: _banner, Table: "Publipostage"));
        foreach (var contact in Contacts(stop).Where(contact => contact.Hold is null && contact.MayBeWrittenTo(words)))
        {
            var name = ContactSheet.Guarded(contact.Person.FullName);
            xlsx.Write(
                contact.Person.HasMandataire ? texts.Format("Enveloppe.Mandataire", name) : contact.Person.IsMinor ? texts.Format("Enveloppe.Parents", name) : name,
                name,
                ContactSheet.Guarded(contact.Person.Reference),
                ContactSheet.Guarded(contact.Person.Commune),
                texts.LetterSubject(contact.Subjects),
                texts.Letter(contact.Subjects, name, aboutAnother: contact.Person.HasMandataire || contact.Person.IsMinor));
        }
    }

    /// <summary>The letter for each benefit, to be laid out by whoever writes: the name of a merge field stands where the name goes.</summary>
    void WriteLetters(XlsxWriter xlsx)
    {
        xlsx.StartSheet(new XlsxSheet(texts.Get("Feuille.Lettres"), [new("objet", 40), new("lettre", Wide)], Banner: _banner) { FitsRows = true });
        IEnumerable<string> subjects = list.About.Level == Conventions.Agreements.DisclosureLevel.Invitation ? [ContactTexts.Invitation] : ContactTexts.Subjects.Except([ContactTexts.Invitation]);
        foreach (var subject in subjects)
            xlsx.Write(texts.LetterSubject([subject]), texts.Letter([subject], "«nom_complet»", aboutAnother: false));
    }

    /// <summary>Those who are left in peace, without names: nobody is to call from this sheet. Who opposed is only counted.</summary>
    void WriteHeld(XlsxWriter xlsx, CancellationToken stop)
    {
        xlsx.StartSheet(new XlsxSheet(texts.Get("Feuille.EnAttente"), [new("reference", 18), new("cause", 60), new("jusqu_au", 14), new("source", 18), new("poignee", 35)], Banner: _banner));
        foreach (var contact in Contacts(stop))
        {
            if (contact.Hold is { Cause: not HoldCause.Opposition } hold)
                xlsx.Write(ContactSheet.Guarded(contact.Person.Reference), texts.Get("Attente." + hold.Cause), hold.Until is { } until ? texts.Day(until) : "", contact.Listed.Source, contact.Listed.Handle.ToString());
        }
    }

    void WriteReadMe(XlsxWriter xlsx, ContactCounts counts)
    {
        var about = list.About;
        var text = texts.Format(
            "LisezMoi", about.Body, texts.Month(about.Month), about.Convention, about.Ground, counts.Contacts, counts.Held.Values.Sum(), ContactRule.MonthsAfterContact, ContactRule.MonthsAfterRefusal, texts.Day(about.Expiry));
        xlsx.StartSheet(new XlsxSheet(texts.Get("Feuille.LisezMoi"), [new XlsxColumn("", Wide)], HasHeader: false, Banner: _banner) { FitsRows = true });
        if (_banner is not null)
            xlsx.Write(_banner);
        foreach (var line in text.Trim().EnumerateLines())
            xlsx.Write(line.ToString());
    }

    /// <summary>
    /// The contacts in the order of the list, which says nothing (invariant I10). Whoever comes after the capacity waits: a handle changes every
    /// month, so the next list is in another order, and nobody waits for ever.
    /// </summary>
    IEnumerable<Contact> Contacts(CancellationToken stop)
    {
        var places = capacity;
        foreach (var contact in list.Contacts)
        {
            stop.ThrowIfCancellationRequested();
            yield return contact.Hold is null && places-- <= 0 ? contact with { Hold = new Hold(HoldCause.Capacite, null) } : contact;
        }
    }
}
