using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;

namespace NonRecoursMatch.Recipient.Measures;

/// <summary>What a later extract says of a row of a list.</summary>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Months">Months from the list to the opening; null while the right is not seen open.</param>
public sealed record SeenOpening(string Benefit, int? Months);

/// <summary>
/// Rights of a list that the payer's own later extract shows open, whether or not anybody filled a follow-up sheet. The payer looks up its own people in
/// its own file: nobody learns anything, and nothing but counts is to leave. A body that does not pay a benefit cannot see it, nor is it counted here.
/// </summary>
public static class SeenOpenings
{
    const string Paid = "2";

    /// <summary>The rows of lists of months before the extract, whose person is still in it and whose benefit its format tells.</summary>
    /// <exception cref="RecipientException">The extract cannot be read.</exception>
    public static IReadOnlyList<SeenOpening> Of(OwnExtract extract, IEnumerable<ListedBenefit> listed, IReadOnlyList<HolderSecret> secrets, CancellationToken stop)
    {
        var sidecar = SidecarReader.Read(Path.Combine(extract.Folder, SourceFiles.SidecarName)).Sidecar ?? throw new RecipientException(RecipientRefusal.Extract, extract.Folder);
        var wanted = listed.Where(row => row.Source == extract.Source && row.Month < sidecar.Month).Select(row => (row.Month, row.Handle, row));
        using var rows = new ExtractTexts(extract.Persons);
        var columns = PersonColumns.Of(rows, extract.Format.Personnes);
        var (c2s, c2sSince, aspa) = (rows.IndexOf("c2s"), rows.IndexOf("c2s_debut"), rows.IndexOf("aspa"));
        var dossiers = Dossiers(extract);
        var seen = new List<SeenOpening>();
        foreach (var row in OwnRows.Match(rows, columns, extract.Source, wanted, secrets, stop).SelectMany(own => own))
        {
            switch (row.Benefit)
            {
                case "C2S" when c2s >= 0:
                    Add(row, rows.Text(c2s) is "G" or "P", Day(rows.Text(c2sSince)));
                    break;
                case "ASPA" when aspa >= 0:
                    Add(row, rows.Text(aspa) == "O", null);
                    break;
                case "RSA" or "PPA" when dossiers is not null:
                    var open = dossiers.TryGetValue((rows.Joined(columns.Group), row.Benefit), out var since);
                    Add(row, open, since);
                    break;
            }
        }

        return seen;

        // What was open before the list was no opening, only unknown to it.
        void Add(ListedBenefit row, bool open, DateOnly? since)
        {
            if (open && since < row.Month.FirstDay)
                return;
            seen.Add(new SeenOpening(row.Benefit, open ? (since is { } day ? YearMonth.Of(day) : sidecar.Month) - row.Month : null));
        }
    }

    /// <summary>Family benefits in payment by dossier, with the day since when; null where the format has no such table.</summary>
    static Dictionary<(string Dossier, string Benefit), DateOnly?>? Dossiers(OwnExtract extract)
    {
        if (extract.Format.Tables.FirstOrDefault(table => table.Name == "prestations") is not { } table || !extract.Has(table))
            return null;
        using var rows = new ExtractTexts(extract.TableOf(table));
        int[] dossier = [.. extract.Format.Personnes.Group.Select(rows.IndexOf)];
        var (benefit, state, since) = (rows.IndexOf("prestation"), rows.IndexOf("etat"), rows.IndexOf("date_debut"));
        var paid = new Dictionary<(string, string), DateOnly?>();
        while (rows.Read())
        {
            if (rows.Text(state) == Paid && rows.Text(benefit) is "RSA" or "PPA")
                paid[(rows.Joined(dossier), rows.Text(benefit))] = Day(rows.Text(since));
        }

        return paid;
    }

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
