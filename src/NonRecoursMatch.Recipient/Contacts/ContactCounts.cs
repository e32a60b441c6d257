namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>What became of the persons of a list: contacts + held back = persons listed.</summary>
public sealed class ContactCounts
{
    readonly SortedDictionary<HoldCause, long> _held = [];

    /// <summary>Persons to contact.</summary>
    public long Contacts { get; private set; }

    /// <summary>Letters that may be sent.</summary>
    public long Letters { get; private set; }

    /// <summary>Persons who must not be written to.</summary>
    public long NotToWrite { get; private set; }

    /// <summary>Persons of whom the history knows something.</summary>
    public long Known { get; private set; }

    /// <summary>Persons not contacted this time, by cause.</summary>
    public IReadOnlyDictionary<HoldCause, long> Held => _held;

    /// <summary>Counts a person.</summary>
    internal void Add(Contact contact, bool mayBeWrittenTo)
    {
        Known += contact.Past is null ? 0 : 1;
        if (contact.Hold is { } hold)
        {
            _held[hold.Cause] = _held.GetValueOrDefault(hold.Cause) + 1;
            return;
        }

        Contacts++;
        Letters += mayBeWrittenTo ? 1 : 0;
        NotToWrite += mayBeWrittenTo ? 0 : 1;
    }
}
