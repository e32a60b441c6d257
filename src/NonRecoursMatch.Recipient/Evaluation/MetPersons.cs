using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>
/// Finds the persons of a follow-up in the body's own extract, of that month or of another one: their handles are worked out again from the body's
/// references and secret. Nobody else is looked at, and nobody without the secret can do it.
/// </summary>
static class MetPersons
{
    /// <summary>The persons of one source.</summary>
    /// <param name="extract">The extract.</param>
    /// <param name="answers">The answers of this source.</param>
    /// <param name="secrets">The body's secrets: one, or one for each source.</param>
    /// <param name="library">Formats.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="RecipientException">The extract or its oppositions cannot be read.</exception>
    public static IEnumerable<MetPerson> Find(OwnExtract extract, IReadOnlyCollection<DatedAnswer> answers, IReadOnlyList<HolderSecret> secrets, ConventionLibrary library, CancellationToken stop)
    {
        var opposed = OpposedPersons.Read(extract, library);
        var byMonth = answers.GroupBy(answer => answer.Month).ToDictionary(month => month.Key, month => month.ToLookup(answer => Key128.ParseHex(answer.Row.Poignee)));
        List<(ILookup<Key128, DatedAnswer> Answers, HandleMaker Handles)> makers = [.. byMonth.SelectMany(month => secrets.Select(secret => (month.Value, secret.Handles(extract.Source, month.Key))))];
        try
        {
            using var rows = new ExtractTexts(extract.PersonsPath, extract.Format.Separator, extract.Encoding);
            var columns = PersonColumns.Of(rows, extract.Format.Personnes);
            var identity = new CanonicalIdentity();
            var seen = new HashSet<Key128>();
            while (rows.Read())
            {
                stop.ThrowIfCancellationRequested();
                var reference = rows.Joined(columns.Reference);
                var bytes = Encoding.UTF8.GetBytes(reference);
                // Of two rows with one reference the earlier one stays, as in the holder's step.
                var own = makers.SelectMany(maker => Of(maker.Handles.Person(bytes), maker.Answers, seen)).ToList();
                if (own.Count == 0)
                    continue;
                columns.Read(rows, identity);
                yield return new MetPerson(
                    extract.Source,
                    [.. Enumerable.Range(0, identity.WeakCount).Select(i => Encoding.UTF8.GetString(identity.Weak(i)))],
                    rows.Raw(columns.Protected).SequenceEqual("O"u8) ? "" : rows.Text(columns.Commune),
                    opposed.Any && opposed.ScopeOf(reference, identity) != 0,
                    own);
            }
        }
        finally
        {
            makers.ForEach(maker => maker.Handles.Dispose());
        }
    }

    static IEnumerable<DatedAnswer> Of(Key128 handle, ILookup<Key128, DatedAnswer> answers, HashSet<Key128> seen)
        => answers.Contains(handle) && seen.Add(handle) ? answers[handle] : [];
}
