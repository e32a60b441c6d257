using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Lists.Revisions;

/// <summary>
/// Writes <c>delta.csv</c>: what changed in a body's list since the previous revision, by handle and benefit. Handles are those of the body for
/// the month, so the same in all revisions. What is withdrawn leaves the handle alone.
/// </summary>
static class ListDelta
{
    const string File = "delta.csv";

    /// <summary>Compares the list in <paramref name="folder"/> with <paramref name="previous"/>, which may not exist.</summary>
    /// <param name="folder">Folder of the list.</param>
    /// <param name="previous">The earlier list.</param>
    /// <param name="skipped">Whether benefits were not computed: a withdrawal may then come from that, and must not be called a correction.</param>
    /// <param name="texts">The words.</param>
    /// <returns>The file, with its number of rows.</returns>
    public static FileEntry Write(string folder, string previous, bool skipped, ListTexts texts)
    {
        var path = Path.Combine(folder, File);
        long rows = 0;
        using (var now = new ListCursor(Path.Combine(folder, "liste.csv")))
        using (var before = System.IO.File.Exists(previous) ? new ListCursor(previous) : null)
        using (var csv = new DeliveredCsv(path, now.HasBenefit ? ["source", "poignee", "prestation", "changement"] : ["source", "poignee", "changement"]))
        {
            foreach (var change in Changes(before, now))
            {
                var word = texts.Get(NameOf(change.Kind, skipped));
                if (now.HasBenefit)
                    csv.Write(change.Source, change.Handle, change.Benefit, word);
                else
                    csv.Write(change.Source, change.Handle, word);
                rows++;
            }

            csv.Complete();
        }

        return FileEntry.Of(path, File, rows);
    }

    /// <summary>One pass over both lists, which are ordered by handle.</summary>
    static IEnumerable<Change> Changes(ListCursor? before, ListCursor now)
    {
        var (old, current) = (before?.Next(), now.Next());
        while (old is not null || current is not null)
        {
            var order = old is null ? 1 : current is null ? -1 : string.CompareOrdinal(old.Handle, current.Handle);
            if (order < 0)
                yield return new Change("", old!.Handle, "", ChangeKind.Retiree);
            else
                foreach (var change in OfPerson(order == 0 ? old : null, current!))
                    yield return change;
            if (order <= 0)
                old = before!.Next();
            if (order >= 0)
                current = now.Next();
        }
    }

    static IEnumerable<Change> OfPerson(ListedPerson? old, ListedPerson current)
    {
        foreach (var row in current.Rows)
        {
            var same = old?.Rows.FirstOrDefault(candidate => candidate.SameBenefit(row));
            if (same is null)
                yield return new Change(row["source"], current.Handle, row["prestation"], ChangeKind.Ajoutee);
            else if (!same.SameContent(row))
                yield return new Change(row["source"], current.Handle, row["prestation"], ChangeKind.Modifiee);
        }

        // The person is still to be contacted, for fewer benefits: "do not contact any more" would be wrong.
        if (old?.Rows.Any(row => !current.Rows.Any(row.SameBenefit)) == true)
            yield return new Change("", current.Handle, "", ChangeKind.RetireeEnPartie);
    }

    static string NameOf(ChangeKind kind, bool skipped)
        => "Changement." + kind + (skipped && (kind is ChangeKind.Retiree or ChangeKind.RetireeEnPartie) ? "SansCalcul" : "");

    enum ChangeKind
    {
        Ajoutee,
        Modifiee,
        Retiree,
        RetireeEnPartie,
    }

    sealed record Change(string Source, string Handle, string Benefit, ChangeKind Kind);
}
