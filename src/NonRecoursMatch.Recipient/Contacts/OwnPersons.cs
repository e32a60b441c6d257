using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// Finds the persons of a list in the recipient's own extract, and nobody else (invariant I2). Memory grows with the list, not with the extract.
/// </summary>
sealed class OwnPersons
{
    // A group with more names than this is a reference by default, not a household.
    const int LargestHousehold = 12;

    const int AgeOfMajority = 18;

    readonly OwnExtract _extract;
    readonly DateOnly _today;
    readonly OpposedPersons _opposed;
    readonly Dictionary<string, Key128> _wanted;
    readonly Dictionary<string, List<(string Reference, string Name)>> _households = new(StringComparer.Ordinal);
    readonly Dictionary<Key128, OwnPerson> _found = [];
    readonly Dictionary<Key128, string> _groups = [];
    readonly CanonicalIdentity _identity = new();

    OwnPersons(OwnExtract extract, Dictionary<string, Key128> wanted, OpposedPersons opposed, DateOnly today) => (_extract, _wanted, _opposed, _today) = (extract, wanted, opposed, today);

    /// <summary>The persons by handle.</summary>
    /// <param name="extract">The extract.</param>
    /// <param name="references">Reference of each handle of the list that is of this source.</param>
    /// <param name="opposed">Who opposed at this body.</param>
    /// <param name="today">The day by which ages are told.</param>
    /// <param name="household">Whether the others of the dossier or lease are wanted.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="RecipientException">The extract cannot be read, or lacks a person of the list.</exception>
    public static IReadOnlyDictionary<Key128, OwnPerson> Find(
        OwnExtract extract, IEnumerable<(Key128 Handle, string Reference)> references, OpposedPersons opposed, DateOnly today, bool household, CancellationToken stop)
    {
        var persons = new OwnPersons(extract, references.ToDictionary(one => one.Reference, one => one.Handle, StringComparer.Ordinal), opposed, today);
        persons.ReadPersons(stop);
        if (persons._found.Count < persons._wanted.Count)
            throw new RecipientException(RecipientRefusal.Extract, FormattableString.Invariant($"{extract.Persons.Path} : {persons._wanted.Count - persons._found.Count} / {persons._wanted.Count}"));
        if (household)
            persons.ReadHouseholds(stop);
        return persons._found;
    }

    void ReadPersons(CancellationToken stop)
    {
        using var rows = Open(out var columns);
        while (rows.Read())
        {
            stop.ThrowIfCancellationRequested();
            // Of two rows with one reference the earlier one stays, as in the holder's step.
            if (!_wanted.TryGetValue(rows.Joined(columns.Reference), out var handle) || _found.ContainsKey(handle))
                continue;
            _found.Add(handle, Person(rows, columns));
            if (Group(rows, columns) is { } group)
            {
                _groups.Add(handle, group);
                _households.TryAdd(group, []);
            }
        }
    }

    OwnPerson Person(ExtractTexts rows, PersonColumns columns)
    {
        var (usage, birth) = (rows.Text(columns.UsageName), rows.Text(columns.BirthName));
        return new OwnPerson(
            rows.Joined(columns.Reference),
            usage.Length > 0 ? usage : birth,
            usage.Length > 0 && birth != usage ? birth : "",
            rows.Text(columns.GivenName),
            rows.Text(columns.Commune),
            !rows.Raw(columns.Protected).SequenceEqual("O"u8),
            rows.Raw(columns.Mandataire).SequenceEqual("O"u8),
            BirthDate.TryRead(rows.Raw(columns.BirthDateColumn), out var birthDate) && birthDate.HasMonth && new DateOnly(birthDate.Year, birthDate.Month, Math.Max(1, birthDate.Day)).AddYears(AgeOfMajority) > _today,
            _opposed.Any ? _opposed.ScopeOf(rows.Joined(columns.Reference), columns.Read(rows, _identity)) : 0)
        {
            Segment = OwnSegment.Of(rows, _today),
        };
    }

    void ReadHouseholds(CancellationToken stop)
    {
        using var rows = Open(out var columns);
        while (rows.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (Group(rows, columns) is { } group && _households.TryGetValue(group, out var members) && members.Count <= LargestHousehold)
                members.Add((rows.Joined(columns.Reference), $"{rows.Text(columns.GivenName)} {Name(rows, columns)}".Trim()));
        }

        foreach (var (handle, group) in _groups)
        {
            if (_households[group] is { Count: <= LargestHousehold } members)
                _found[handle].Household = string.Join('\n', members.Where(member => member.Reference != _found[handle].Reference).Select(member => member.Name));
        }
    }

    static string Name(ExtractTexts rows, PersonColumns columns) => rows.Text(columns.UsageName) is { Length: > 0 } usage ? usage : rows.Text(columns.BirthName);

    static string? Group(ExtractTexts rows, PersonColumns columns)
    {
        foreach (var column in columns.Group)
        {
            if (!rows.Raw(column).IsEmpty)
                return rows.Joined(columns.Group);
        }

        return null;
    }

    ExtractTexts Open(out PersonColumns columns)
    {
        var rows = new ExtractTexts(_extract.Persons);
        columns = PersonColumns.Of(rows, _extract.Format.Personnes);
        return rows;
    }
}
