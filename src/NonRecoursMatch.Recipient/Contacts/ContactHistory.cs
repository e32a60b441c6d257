using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Reopening;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>What is known of earlier contacts with one person.</summary>
/// <param name="LastDay">Day of the last one; null when nobody was reached.</param>
/// <param name="LastOutcome">Code of what came of it.</param>
/// <param name="Hold">The longest hold, whether it still applies or not.</param>
public sealed record PastContacts(DateOnly? LastDay, string LastOutcome, Hold? Hold);

/// <summary>
/// The recipient's own earlier follow-ups. A handle is of one month, so an earlier one of a person is worked out again from the body's reference
/// and secret: the operator cannot do it, and no table of an earlier month is needed.
/// </summary>
public sealed class ContactHistory : IDisposable
{
    readonly Dictionary<(string Source, YearMonth Month), HandleMaker> _handles = [];
    readonly Dictionary<(string Source, YearMonth Month), Dictionary<Key128, PastContacts>> _months = [];

    /// <summary>Answers read.</summary>
    public int Count { get; private set; }

    /// <summary>Reads folders that <c>outcome import</c> made; of two answers for one row, that of the last folder counts.</summary>
    /// <exception cref="ManifestException">A folder holds no import.</exception>
    public static ContactHistory Read(IEnumerable<string> folders)
    {
        var history = new ContactHistory();
        foreach (var answer in FollowUpAnswers.Read(folders).Answers)
            history.Add(answer);
        return history;
    }

    /// <summary>What is known of a person of a table.</summary>
    /// <param name="reference">The body's own reference.</param>
    /// <param name="table">The table that holds the person.</param>
    public PastContacts? Of(string reference, OwnTable table)
    {
        PastContacts? known = null;
        foreach (var ((source, month), answers) in _months)
        {
            if (source != table.Source)
                continue;
            if (!_handles.TryGetValue((source, month), out var handles))
                _handles[(source, month)] = handles = table.Secret.Handles(source, month);
            if (answers.TryGetValue(handles.Person(Encoding.UTF8.GetBytes(reference)), out var past))
                known = known is null ? past : Merge(known, past);
        }

        return known;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var handles in _handles.Values)
            handles.Dispose();
    }

    void Add(DatedAnswer answer)
    {
        Count++;
        if (!_months.TryGetValue((answer.Row.Source, answer.Month), out var answers))
            _months[(answer.Row.Source, answer.Month)] = answers = [];
        var handle = Key128.ParseHex(answer.Row.Poignee);
        var reached = answer.Row.Suivi != FollowUpVocabulary.NotReached;
        var past = new PastContacts(reached ? answer.Day : null, reached ? answer.Row.Suivi : "", ContactRule.Of(answer.Row.Suivi, answer.Day));
        answers[handle] = answers.TryGetValue(handle, out var before) ? Merge(before, past) : past;
    }

    static PastContacts Merge(PastContacts first, PastContacts second)
    {
        var last = second.LastDay > first.LastDay || first.LastDay is null ? second : first;
        return new PastContacts(last.LastDay, last.LastOutcome, ContactRule.Longer(first.Hold, second.Hold));
    }
}
