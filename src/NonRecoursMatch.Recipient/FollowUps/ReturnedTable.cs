using System.Text;
using System.Xml;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>A row of a returned file.</summary>
/// <param name="Line">Line of the file, or row of the sheet.</param>
/// <param name="Cells">Its cells, in the order of the file.</param>
readonly record struct ReturnedRow(long Line, IReadOnlyList<string> Cells);

/// <summary>A returned list as rows, whether a CSV or a workbook; the first row of each part names the columns.</summary>
static class ReturnedTable
{
    /// <summary>The parts of a file: one for a CSV, one for each sheet of a workbook.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static IEnumerable<IEnumerable<ReturnedRow>> Parts(string path)
        => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? Guarded(XlsxReader.Sheets(path)).Select(Guarded) : [Guarded(Csv(path))];

    static IEnumerable<ReturnedRow> Csv(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        yield return new ReturnedRow(1, [.. reader.Header]);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Text(reader.Field(i));
            yield return new ReturnedRow(reader.Line, cells);
        }
    }

    /// <summary>A spreadsheet program may save in the code page of Windows: its accents are then those of ISO 8859-1.</summary>
    static string Text(ReadOnlySpan<byte> bytes)
        => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>Turns what any of the readers may throw into one exception, wherever in the file it is.</summary>
    static IEnumerable<T> Guarded<T>(IEnumerable<T> rows)
    {
        using var row = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!row.MoveNext())
                    yield break;
            }
            catch (Exception e) when (e is TableFaultException or XmlException or FormatException)
            {
                throw new InvalidDataException("not a list that was delivered", e);
            }

            yield return row.Current;
        }
    }
}
