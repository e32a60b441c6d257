using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Holder.Tokens;

/// <summary>
/// The identity tokens of one extract on their way to <see cref="PackageTables.JetonsFile"/>: spilled by token, then written in order. A token that
/// more than <see cref="MostRecords"/> records of one extract bear is nobody's: it does not leave.
/// </summary>
public sealed class TokenSheet(SortSpool spool)
{
    /// <summary>Most records of one extract under a token.</summary>
    public const int MostRecords = 64;

    readonly byte[] _row = new byte[1 + Key128.Size];

    /// <summary>Tokens that did not leave.</summary>
    public long AboveCap { get; private set; }

    /// <summary>Adds the identity tokens of a record: two, or none where it has none.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="handle">Its handle.</param>
    /// <param name="tokeniser">Makes the second one where it has a single name.</param>
    public void Add(PersonTokens tokens, Key128 handle, PersonTokeniser tokeniser)
    {
        _row[0] = tokens.Nir is null ? (byte)0 : (byte)1;
        tokens.Nir.GetValueOrDefault().Write(_row.AsSpan(1));
        foreach (var token in tokens.Weak)
            spool.Add(token, handle, _row);
        if (tokens.Weak.Count == 1)
            spool.Add(tokeniser.Padding(handle), handle, _row);
    }

    /// <summary>Writes the file, whose columns are those of <see cref="PackageTables.Jetons"/>.</summary>
    public void Write(ColumnFileWriter writer, CancellationToken stop)
    {
        var columns = writer.Batch.Columns;
        foreach (var rows in spool.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                if (end - start > MostRecords)
                    AboveCap += end - start;
                for (var i = start; i < end && end - start <= MostRecords; i++)
                {
                    columns[0].Append(rows.Major(i));
                    columns[1].Append(rows.Minor(i));
                    if (rows.Payload(i)[0] != 0)
                        columns[2].Append(Key128.Read(rows.Payload(i)[1..]));
                    else
                        columns[2].AppendNull();
                    writer.RowDone();
                }

                start = end;
            }
        }
    }
}
