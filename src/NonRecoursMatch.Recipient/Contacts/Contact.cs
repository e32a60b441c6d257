using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>A person of the list with what its own body knows of it.</summary>
/// <param name="Listed">The person as listed, without the rights that it opposed to.</param>
/// <param name="Subjects">Code of each right.</param>
/// <param name="Person">The body's own record.</param>
/// <param name="Past">Earlier contacts, or null.</param>
/// <param name="Hold">Why the person is not contacted this time, or null.</param>
public sealed record Contact(ListedContact Listed, IReadOnlyList<string> Subjects, OwnPerson Person, PastContacts? Past, Hold? Hold)
{
    /// <summary>Puts together what is known of a person of the list.</summary>
    public static Contact Of(ListedContact listed, OwnPerson person, PastContacts? past, ContactWords words, DateOnly today)
    {
        var rights = listed.Rights.Select(right => (Right: right, Subject: SubjectOf(right, words)))
            .Where(one => (person.Opposed & ScopeOf(one.Subject)) == 0).ToList();
        var hold = rights.Count == 0 ? new Hold(HoldCause.Opposition, null)
            : past?.Hold is { } earlier && ContactRule.Applies(earlier, today) ? earlier
            : null;
        return new Contact(listed with { Rights = [.. rights.Select(one => one.Right)] }, [.. rights.Select(one => one.Subject)], person, past, hold);
    }

    /// <summary>Whether a letter may be sent: not to a protected address, nor where the list says to talk it over first.</summary>
    public bool MayBeWrittenTo(ContactWords words)
        => Person.MayBeWrittenTo && !Listed.Rights.Any(right => words.NoLetter.Any(caution => right.Cautions.Contains(caution, StringComparison.Ordinal)));

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    static string SubjectOf(ListedRight right, ContactWords words)
        => right.Benefit.Length == 0 ? ContactTexts.Invitation : words.Vocabulary.Benefit(right.Benefit) ?? throw new RecipientException(RecipientRefusal.AlteredList, right.Benefit);

    /// <summary>The benefit that an opposition would name. Where the list names none, an opposition to any of them counts: the invitation may be about it.</summary>
    static int ScopeOf(string subject) => subject switch
    {
        "C2S" => 1 << (int)Prestation.C2s,
        "ASPA" => 1 << (int)Prestation.Aspa,
        "RSA" or "DECLARATION_RSA" => 1 << (int)Prestation.Rsa,
        "PPA" or "DECLARATION_PPA" => 1 << (int)Prestation.Ppa,
        _ => PackageTables.PorteeTotale,
    };
}
