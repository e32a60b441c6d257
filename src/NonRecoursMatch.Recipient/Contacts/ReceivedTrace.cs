using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>The trace of a list that was reopened: which of the body's own persons it named, and for what. Encrypted, beside the workbook, one for each source.</summary>
public static class ReceivedTrace
{
    /// <summary>Path of the trace of a source beside a workbook.</summary>
    public static string PathBeside(string workbook, string source) => Path.ChangeExtension(workbook, $".{source}{TraceFile.Extension}");

    /// <summary>Writes the traces.</summary>
    /// <param name="lists">The lists as they came.</param>
    /// <param name="tables">What opens each source.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="today">Day on which it was reopened.</param>
    internal static void Write(IReadOnlyList<DeliveredManifest> lists, IEnumerable<OwnTable> tables, string workbook, DateOnly today)
    {
        var about = lists[0];
        foreach (var table in tables)
        {
            var header = new TraceHeader(
                1, TraceHeader.Received, about.Convention, table.Source, about.Month.ToString(), today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), about.Revision, AgreementWords.Of(about.Level), new Dictionary<string, IReadOnlyList<string>>());
            using var trace = new TraceWriter(PathBeside(workbook, table.Source), table.Secret, header);
            foreach (var contact in lists.SelectMany(ListRows.Read).Where(contact => contact.Source == table.Source))
                trace.Add(contact.Handle, string.Join('\n', contact.Rights.Select(right => right.Benefit).Where(benefit => benefit.Length > 0)));
            trace.Complete();
        }
    }
}
