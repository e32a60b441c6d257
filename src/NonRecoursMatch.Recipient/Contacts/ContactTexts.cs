using System.Globalization;
using System.Resources;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// What the people who call read, in the language of the list (ContactTexts.resx). Kind and plain: no debt, no promise, no word of suspicion; the tests hold the texts to it.
/// </summary>
public sealed class ContactTexts(CultureInfo language)
{
    /// <summary>The subject of a list that names no benefit.</summary>
    public const string Invitation = "INVITATION";

    static readonly ResourceManager s_resources = new("NonRecoursMatch.Recipient.Contacts.ContactTexts", typeof(ContactTexts).Assembly);

    /// <summary>Codes of what a contact may be about.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["C2S", "ASPA", "RSA", "PPA", "DECLARATION_RSA", "DECLARATION_PPA", "INCONNU_DES_CAISSES", Invitation];

    /// <summary>What to have at hand for a benefit.</summary>
    public string Documents(string subject) => Get("Documents." + subject);

    /// <summary>Where and how to claim it.</summary>
    public string Procedure(string subject) => Get("Demarche." + subject);

    /// <summary>The letter to a person, or to the mandataire or parents, about one right or several.</summary>
    public string Letter(IReadOnlyList<string> subjects, string name, bool aboutAnother)
        => Format(aboutAnother ? "Lettre.Proche" : "Lettre", name, string.Join("\n", subjects.Select(subject => Get("Lettre." + subject)))).Trim();

    /// <summary>What a letter is about, said inside it and never on the envelope.</summary>
    public string LetterSubject(IReadOnlyList<string> subjects) => Get("Objet." + (subjects.Count == 1 ? subjects[0] : Invitation));

    /// <summary>A day as people write it.</summary>
    public string Day(DateOnly day) => day.ToString(Get("Jour"), language);

    /// <summary>A month as people write it.</summary>
    public string Month(Columns.YearMonth month) => month.FirstDay.ToString("MMMM yyyy", language);

    /// <summary>A text with its values.</summary>
    public string Format(string name, params object[] values) => string.Format(language, Get(name), values);

    /// <summary>A text.</summary>
    /// <exception cref="MissingManifestResourceException">There is none of that name.</exception>
    public string Get(string name) => s_resources.GetString(name, language) ?? throw new MissingManifestResourceException($"no text {name}");
}
