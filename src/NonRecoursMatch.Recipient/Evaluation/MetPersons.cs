using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>The persons of a follow-up as the body's own extract knows them.</summary>
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
        using var rows = new ExtractTexts(extract.Persons);
        var columns = PersonColumns.Of(rows, extract.Format.Personnes);
        var identity = new CanonicalIdentity();
        foreach (var own in OwnRows.Match(rows, columns, extract.Source, answers.Select(answer => (answer.Month, Key128.ParseHex(answer.Row.Poignee), answer)), secrets, stop))
        {
            columns.Read(rows, identity);
            yield return new MetPerson(
                extract.Source,
                [.. Enumerable.Range(0, identity.WeakCount).Select(i => Encoding.UTF8.GetString(identity.Weak(i)))],
                rows.Raw(columns.Protected).SequenceEqual("O"u8) ? "" : rows.Text(columns.Commune),
                opposed.Any && opposed.ScopeOf(rows.Joined(columns.Reference), identity) != 0,
                own);
        }
    }
}
