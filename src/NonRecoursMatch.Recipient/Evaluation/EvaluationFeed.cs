using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>
/// The rows of an evaluation feed: only persons whom a body met and told of the evaluation, as its follow-up says; never a person of a list whom
/// nobody met. Whoever objected is left out before any pseudonym is made.
/// </summary>
public sealed class EvaluationFeed
{
    readonly List<EvaluationRow> _rows = [];

    EvaluationFeed()
    {
    }

    /// <summary>The rows, in the order of pseudonym, list and benefit.</summary>
    public IReadOnlyList<EvaluationRow> Rows => _rows;

    /// <summary>What became of the answers.</summary>
    public EvaluationBalance Balance { get; } = new();

    /// <summary>Makes the rows.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="answers">The follow-up.</param>
    /// <param name="extracts">The body's own extracts, one for each source of the follow-up.</param>
    /// <param name="secrets">The body's secrets.</param>
    /// <param name="key">The key of <see cref="EvaluationDomain"/>.</param>
    /// <param name="library">Formats.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="RecipientException">A source has no extract, or one that cannot be read.</exception>
    public static EvaluationFeed Make(
        Agreement agreement, IReadOnlyCollection<DatedAnswer> answers, IReadOnlyList<OwnExtract> extracts, IReadOnlyList<HolderSecret> secrets, CampaignKey key, ConventionLibrary library, CancellationToken stop)
    {
        if (key.Domain.Purpose != EvaluationDomain.Purpose)
            throw new ArgumentException("the key is of another purpose", nameof(key));
        var feed = new EvaluationFeed();
        var met = feed.Met(answers);
        var persons = met.GroupBy(answer => answer.Row.Source, StringComparer.Ordinal)
            .SelectMany(source => MetPersons.Find(ExtractOf(extracts, source.Key), [.. source], secrets, library, stop)).ToList();
        feed.Balance.Drop(EvaluationDrop.AbsenteDeLExtrait, met.Count - persons.Sum(person => person.Answers.Count));
        using var tokens = key.Tokeniser(PseudonymProfile.Identite);
        foreach (var person in feed.Distinct(feed.Willing(persons)))
            feed.Add(person, tokens.Token(Encoding.UTF8.GetBytes(person.Texts[0])), agreement);
        feed._rows.Sort((one, other) => Order(one).CompareTo(Order(other)));
        return feed;
    }

    /// <summary>The answers of meetings. An objection counts even where the person is not met again.</summary>
    List<DatedAnswer> Met(IReadOnlyCollection<DatedAnswer> answers)
    {
        var met = new List<DatedAnswer>();
        foreach (var answer in answers)
        {
            Balance.Add();
            if (EvaluationRow.IsMeeting(answer.Row.Suivi) || answer.Row.Evaluation == EvaluationWords.Opposed)
                met.Add(answer);
            else
                Balance.Drop(EvaluationDrop.NonRencontree);
        }

        return met;
    }

    /// <summary>Those who did not object: an objection counts for the person wherever it is known under the same traits.</summary>
    IEnumerable<MetPerson> Willing(List<MetPerson> persons)
    {
        static bool Objects(MetPerson person) => person.Opposed || person.Answers.Any(answer => answer.Row.Evaluation == EvaluationWords.Opposed);
        var opposed = persons.Where(Objects).SelectMany(person => person.Texts).ToHashSet(StringComparer.Ordinal);
        foreach (var person in persons)
        {
            if (Objects(person) || person.Texts.Any(opposed.Contains))
                Balance.Drop(EvaluationDrop.Opposition, person.Answers.Count);
            else
                yield return person;
        }
    }

    /// <summary>Those whose traits make a pseudonym that is theirs alone in their body.</summary>
    IEnumerable<MetPerson> Distinct(IEnumerable<MetPerson> persons)
    {
        foreach (var alike in persons.GroupBy(person => (person.Source, person.Texts is [var own, ..] ? own : "")))
        {
            if (alike.Key.Item2.Length == 0)
                Balance.Drop(EvaluationDrop.TraitsIncomplets, alike.Sum(person => person.Answers.Count));
            else if (alike.Skip(1).Any())
                Balance.Drop(EvaluationDrop.Homonymes, alike.Sum(person => person.Answers.Count));
            else
                yield return alike.First();
        }
    }

    void Add(MetPerson person, Key128 pseudonym, Agreement agreement)
    {
        var body = AgreementWords.Of(agreement.Sources.First(source => source.Id == person.Source).Kind);
        // Told once is told: the person was informed before anything about it leaves, whichever row says so.
        var informed = person.Answers.Any(answer => answer.Row.Evaluation == EvaluationWords.Informed);
        foreach (var (month, day, row) in person.Answers)
        {
            if (informed)
                _rows.Add(new EvaluationRow(pseudonym, person.Commune, body, row.Prestation, month, row.Suivi, YearMonth.Of(day)));
            else
                Balance.Drop(EvaluationDrop.NonInformee);
        }
    }

    static (Key128 Person, int Month, string Body, string Benefit) Order(EvaluationRow row) => (row.Person, row.Listed.Index, row.Body, row.Benefit);

    static OwnExtract ExtractOf(IReadOnlyList<OwnExtract> extracts, string source)
        => extracts.FirstOrDefault(extract => extract.Source == source) ?? throw new RecipientException(RecipientRefusal.Mismatch, $"--with {source}=…");
}
