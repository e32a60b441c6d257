using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>What a recipient gives to reopen its list.</summary>
/// <param name="Lists">Lists, or their folders.</param>
/// <param name="Extracts">Own extracts, each as a path or as <c>SOURCE=PATH</c>.</param>
/// <param name="Tables">Handle tables.</param>
/// <param name="Secrets">Own secrets: one, or one for each source.</param>
/// <param name="History">Folders of earlier follow-ups.</param>
/// <param name="Encoding">Encoding of the extracts.</param>
/// <param name="Household">Whether the others of a dossier or lease are wanted.</param>
public sealed record OwnFiles(
    IReadOnlyList<string> Lists, IReadOnlyList<string> Extracts, IReadOnlyList<string> Tables, IReadOnlyList<HolderSecret> Secrets, IReadOnlyList<string> History, string Encoding, bool Household)
{
    /// <summary>The agreement of the lists, which says how the body writes its extracts; null when it writes them as the formats do.</summary>
    public Agreement? Agreement { get; init; }
}

/// <summary>A recipient's list, reopened: its own people, with what it knows of them. Everything is checked before the first contact is given out.</summary>
public sealed class OwnList : IDisposable
{
    readonly IReadOnlyList<DeliveredManifest> _lists;
    readonly Dictionary<string, OwnTable> _tables;
    readonly Dictionary<string, IReadOnlyDictionary<Key128, OwnPerson>> _persons;
    readonly ContactHistory _history;
    readonly ContactWords _words;
    readonly DateOnly _today;

    OwnList(IReadOnlyList<DeliveredManifest> lists, Dictionary<string, OwnTable> tables, Dictionary<string, IReadOnlyDictionary<Key128, OwnPerson>> persons, ContactHistory history, ContactWords words, DateOnly today, int mostRights)
        => (_lists, _tables, _persons, _history, _words, _today, MostRights) = (lists, tables, persons, history, words, today, mostRights);

    /// <summary>What the lists say of themselves.</summary>
    public DeliveredManifest About => _lists[0];

    /// <summary>Most rights of one person of the list, at least 1.</summary>
    public int MostRights { get; }

    /// <summary>Whom this revision takes back.</summary>
    public RecalledPersons Recalled { get; private init; } = new([], 0);

    /// <summary>Answers of the history that were read.</summary>
    public int HistoryCount => _history.Count;

    /// <summary>The contacts, in the order of the lists; those not to be contacted this time are among them, with the reason.</summary>
    public IEnumerable<Contact> Contacts => _lists.SelectMany(ListRows.Read).Select(Open);

    /// <summary>The manifests of lists, which must be of one body, month, agreement and revision.</summary>
    /// <exception cref="RecipientException">They are not, or one was altered.</exception>
    public static IReadOnlyList<DeliveredManifest> Manifests(IEnumerable<string> lists)
    {
        List<DeliveredManifest> manifests = [.. lists.Select(DeliveredManifest.Read).DistinctBy(list => Path.GetFullPath(list.ListPath))];
        foreach (var other in manifests.Skip(1).Where(other => other with { ListPath = manifests[0].ListPath } != manifests[0]))
            throw new RecipientException(RecipientRefusal.Mismatch, $"{other.ListPath} : {other.Body}, {other.Convention}, {other.Month}, r{other.Revision} ≠ {manifests[0].Body}, {manifests[0].Convention}, {manifests[0].Month}, r{manifests[0].Revision}");
        return manifests;
    }

    /// <summary>Reopens lists.</summary>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="RecipientException">Something is not the recipient's own, or not as it was made.</exception>
    public static OwnList Open(OwnFiles files, IReadOnlyList<DeliveredManifest> lists, ConventionLibrary library, ContactWords words, DateOnly today, CancellationToken stop)
    {
        var about = lists[0];
        if (today > about.Expiry)
            throw new RecipientException(RecipientRefusal.Expired, FormattableString.Invariant($"{about.ListPath} : {about.Expiry:yyyy-MM-dd}"));
        var (handles, mostRights) = Handles(lists, stop);
        var extracts = OwnExtract.Open(files.Extracts, [.. handles.Keys], about, library, files.Encoding, files.Agreement);
        var history = ContactHistory.Read(files.History);
        var tables = OwnTables.Open(files.Tables, files.Secrets, Sources(files, handles.Keys, about), about.Month);
        var persons = new Dictionary<string, IReadOnlyDictionary<Key128, OwnPerson>>(StringComparer.Ordinal);
        foreach (var extract in extracts)
        {
            var opened = Reopen(handles[extract.Source], tables, extract.Source, about);
            persons[extract.Source] = OwnPersons.Find(extract, handles[extract.Source].Keys.Select(handle => (handle, opened.ReferenceOf(handle)!)), OpposedPersons.Read(extract, library), today, files.Household, stop);
        }

        var recalled = lists.SelectMany(list => RecallOrder.Read(list, handle => handles.Values.Any(known => known.ContainsKey(handle)))).ToHashSet();
        return new OwnList(lists, tables.DistinctBy(table => table.Source).ToDictionary(table => table.Source, StringComparer.Ordinal), persons, history, words, today, mostRights) { Recalled = RecalledPersons.Of(recalled, tables, extracts, about.Month) };
    }

    /// <summary>Leaves, beside a workbook, the trace of what was received.</summary>
    public void WriteTrace(string workbook, DateOnly today) => ReceivedTrace.Write(_lists, _tables.Values.Where(table => _persons.ContainsKey(table.Source)), workbook, today);

    /// <inheritdoc/>
    public void Dispose() => _history.Dispose();

    /// <summary>Always masked: it holds persons.</summary>
    public override string ToString() => "•••";

    Contact Open(ListedContact listed)
    {
        var person = _persons[listed.Source][listed.Handle];
        return Contact.Of(listed, person, _history.Of(person.Reference, _tables[listed.Source]), _words, _today);
    }

    /// <summary>The handles of the lists by source, each with its first line.</summary>
    static (SortedDictionary<string, Dictionary<Key128, long>> Handles, int MostRights) Handles(IReadOnlyList<DeliveredManifest> lists, CancellationToken stop)
    {
        var handles = new SortedDictionary<string, Dictionary<Key128, long>>(StringComparer.Ordinal);
        var most = 1;
        foreach (var contact in lists.SelectMany(ListRows.Read))
        {
            stop.ThrowIfCancellationRequested();
            if (!handles.TryGetValue(contact.Source, out var known))
                handles[contact.Source] = known = [];
            if (!known.TryAdd(contact.Handle, contact.Line))
                throw new RecipientException(RecipientRefusal.AlteredList, FormattableString.Invariant($"{contact.Line}"));
            most = Math.Max(most, contact.Rights.Count);
        }

        return (handles, most);
    }

    static ReopenedList Reopen(Dictionary<Key128, long> handles, IReadOnlyList<OwnTable> tables, string source, DeliveredManifest about)
    {
        var own = tables.Where(table => table.Source == source).ToList();
        if (own.Count == 0)
            throw new RecipientException(RecipientRefusal.HandleTable, $"--handles : {source}, {about.Month}");
        try
        {
            var opened = ReopenedList.Open(handles.Keys, own.Select(table => (table.Path, table.Secret, table.Source)), about.Month);
            return opened.Unknown.Count == 0 ? opened
                : throw new RecipientException(RecipientRefusal.ForeignHandle, FormattableString.Invariant($"{about.ListPath}, {handles[opened.Unknown[0]]}, {opened.Unknown[0]} ({opened.Unknown.Count})"));
        }
        catch (Exception e) when (e is KeyRefusedException or InvalidDataException)
        {
            throw new RecipientException(RecipientRefusal.HandleTable, string.Join(", ", own.Select(table => table.Path)));
        }
    }

    /// <summary>The sources that a table may be of: those of the list, and those that the given folders are called after, for a body whose list names only some of them.</summary>
    static List<string> Sources(OwnFiles files, IEnumerable<string> listed, DeliveredManifest about)
    {
        var named = files.Extracts.Select(OwnExtract.Parse).Select(extract => extract.Source ?? Path.GetFileName(extract.Folder))
            .Concat(files.Tables.Select(table => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(table)) ?? "")));
        return [.. listed.Concat(named).Append(about.Body).Where(source => source.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
