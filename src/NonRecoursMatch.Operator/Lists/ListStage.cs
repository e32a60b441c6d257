using System.Globalization;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Foyers;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Lists.Forms;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Partitions;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>Stage <c>lists</c>: one list per recipient body in three forms, cut down to its disclosure level, ordered by handle so that the order says nothing more.</summary>
sealed class ListStage(
    Agreement agreement, YearMonth month, MonthCircumstances circumstances, FinishedStep rights, string workFolder, string listsFolder, bool test, DateOnly expiry)
{
    readonly ListTexts _texts = new(CultureInfo.GetCultureInfo(agreement.Language));

    /// <summary>Writes the lists and returns the balance of each: rows in = rows written + rows folded into one invitation.</summary>
    public IReadOnlyDictionary<string, Balance> Run(CancellationToken stop)
    {
        var bodies = agreement.Sources.Select(source => source.Body).Distinct(StringComparer.Ordinal)
            .Where(body => !circumstances.Absences.ContainsBody(agreement, body)).Order(StringComparer.Ordinal).ToList();
        var spools = bodies.ToDictionary(body => body, body => new SortSpool(Path.Combine(workFolder, "liste-" + body), 0), StringComparer.Ordinal);
        try
        {
            Distribute(spools);
            var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal);
            foreach (var body in bodies)
            {
                stop.ThrowIfCancellationRequested();
                balances[body] = WriteList(body, spools[body]);
            }

            return balances;
        }
        finally
        {
            foreach (var spool in spools.Values)
                spool.Dispose();
        }
    }

    void Distribute(Dictionary<string, SortSpool> spools)
    {
        foreach (var table in rights.Tables(RightsFile.Name))
        {
            while (table.Read())
            {
                for (var i = 0; i < table.Batch.Length; i++)
                {
                    var row = RightsFile.Read(table.Batch, i);
                    spools[agreement.Sources[row.Source].Body]
                        .Add(row.Poignee, new Key128(0, (ulong)row.Sujet), MemoryMarshal.AsBytes(new ReadOnlySpan<RightRow>(in row)));
                }
            }
        }
    }

    Balance WriteList(string body, SortSpool spool)
    {
        var sources = agreement.Sources.Where(source => source.Body == body).ToList();
        // A body with several sources is told what the most reserved of them may be told.
        var level = sources.Min(source => source.Disclosure);
        var columns = new DisclosedColumns(level, _texts, test);
        var folder = Path.Combine(listsFolder, body);
        IListForm[] forms = [new CsvForm(folder, columns.Names), new ParquetForm(folder, columns.Names), new XlsxForm(folder, columns.Names, _texts, test)];
        try
        {
            var written = WriteRows(spool, level, columns, forms);
            var readMe = ReadMe(sources[0].Name, written);
            foreach (var form in forms)
                form.Complete(readMe);
            AtomicFile.WriteText(Path.Combine(folder, "LISEZMOI.txt"), readMe.ReplaceLineEndings("\r\n"));
            var files = forms.Select(form => FileEntry.Of(Path.Combine(folder, form.Name), form.Name, written)).ToList();
            if (circumstances.Previous is { } previous)
                files.Add(ListDelta.Write(folder, previous.ListOf(body), circumstances.Absences.Sources.Count > 0, _texts));
            ListManifest.Write(folder, agreement, month, circumstances, body, level, test, expiry, files);
            return new Balance(spool.Rows, written, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["meme_invitation"] = spool.Rows - written });
        }
        finally
        {
            foreach (var form in forms)
                form.Dispose();
        }
    }

    /// <summary>One pass over the ordered rows, whatever the number of forms.</summary>
    /// <returns>Number of rows written.</returns>
    long WriteRows(SortSpool spool, DisclosureLevel level, DisclosedColumns columns, IListForm[] forms)
    {
        long written = 0;
        foreach (var partition in spool.LoadAll())
        {
            for (var i = 0; i < partition.Count; i++)
            {
                // One invitation per person, whatever the number of rights: a second row would tell something.
                if (level == DisclosureLevel.Invitation && i > 0 && partition.Major(i) == partition.Major(i - 1))
                    continue;
                var row = MemoryMarshal.Read<RightRow>(partition.Payload(i));
                var cells = columns.Cells(row, agreement.Sources[row.Source]);
                foreach (var form in forms)
                    form.Write(cells);
                written++;
            }
        }

        return written;
    }

    string ReadMe(string name, long rows) => _texts.Format("LisezMoi.Titre", name, month) + "\n\n"
        + (test ? _texts.Get("LisezMoi.Test") + "\n\n" : "")
        + Particulars()
        + _texts.Format("LisezMoi.Corps", agreement.Id, agreement.Fondement.Texte, rows, month, expiry.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

    /// <summary>What a reader must know of this list and not of others: an earlier one that it replaces, sources that were missing.</summary>
    string Particulars()
    {
        var text = circumstances.Previous is { } previous ? _texts.Format("LisezMoi.Revision", circumstances.Revision, previous.Revision) + "\n\n" : "";
        var absences = circumstances.Absences;
        if (absences.Sources.Count == 0)
            return text;
        text += _texts.Format("LisezMoi.Absences", string.Join(" ; ", absences.Sources.Select(absent => $"{NameOf(absent)} ({absent.Reason})"))) + "\n";
        var unknown = absences.Sources.Where(absent => !circumstances.KnownOppositions.Contains(absent.Id)).Select(NameOf).ToList();
        if (unknown.Count > 0)
            text += _texts.Format("LisezMoi.OppositionsInconnues", string.Join(" ; ", unknown)) + "\n";
        if (absences.Skipped.Count > 0)
            text += _texts.Format("LisezMoi.NonCalcule", string.Join(", ", absences.Skipped.Select(benefit => benefit.Name))) + "\n";
        return text + "\n";
    }

    string NameOf(AbsentSource absent) => agreement.Sources.First(source => source.Id == absent.Id).Name;
}
