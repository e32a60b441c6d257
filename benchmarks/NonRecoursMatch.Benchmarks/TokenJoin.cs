using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Benchmarks;

/// <summary>The join alone: from two tables on disk to the pairs on disk, the work that a peer is given too.</summary>
static class TokenJoin
{
    const int RowSize = 36;

    static readonly TableSchema s_table = new([new("jeton", ColumnKind.Key128), new("poignee", ColumnKind.Key128)]);
    static readonly TableSchema s_pairs = new([new("gauche", ColumnKind.Key128), new("droite", ColumnKind.Key128)]);

    /// <summary>Bytes that rows take while they are spilled.</summary>
    public static long SpilledBytes(long rows) => rows * (RowSize + 1);

    /// <summary>Adds a row of the left table.</summary>
    public static void AddLeft(SortSpool spool, Key128 token, Key128 handle) => spool.Add(token, handle, "L"u8);

    /// <summary>Adds a row of the right table.</summary>
    public static void AddRight(SortSpool spool, Key128 token, Key128 handle) => spool.Add(token, handle, "R"u8);

    /// <summary>Gives every pair of a left and a right row with one token.</summary>
    /// <returns>How many there are.</returns>
    public static long Pairs(SortSpool spool, Action<Key128, Key128> pair)
    {
        var pairs = 0L;
        foreach (var rows in spool.LoadAll())
        {
            for (int start = 0, end; start < rows.Count; start = end)
            {
                end = rows.EndOfRun(start);
                for (var left = start; left < end && end - start > 1; left++)
                {
                    if (rows.Payload(left)[0] != 'L')
                        continue;
                    for (var right = start; right < end; right++)
                    {
                        if (rows.Payload(right)[0] != 'R')
                            continue;
                        pair(rows.Minor(left), rows.Minor(right));
                        pairs++;
                    }
                }
            }
        }

        return pairs;
    }

    /// <summary>Writes both tables into a folder, as column files for us and as Parquet for a peer.</summary>
    public static void Make(int rows, string folder)
    {
        Directory.CreateDirectory(folder);
        var tables = new TokenPair(rows);
        foreach (var (name, token) in ((string, Func<int, Key128>)[])[("gauche", TokenPair.Left), ("droite", tables.Right)])
        {
            using var ours = new ColumnFileWriter(Path.Combine(folder, name + ".colonnes"), s_table);
            using var peers = new ParquetWriter(Path.Combine(folder, name + ".parquet"), [.. s_table.Fields.Select(field => new ParquetColumn(field.Name, field.Kind, Nullable: false))], ParquetCodec.Uncompressed);
            for (var row = 0; row < rows; row++)
            {
                foreach (var columns in (IReadOnlyList<Column>[])[ours.Batch.Columns, peers.Batch.Columns])
                {
                    columns[0].Append(token(row));
                    columns[1].Append(TokenPair.Handle(row));
                }

                ours.RowDone();
                peers.RowDone();
            }

            ours.Complete();
            peers.Complete();
        }
    }

    /// <summary>Joins the two tables of a folder and writes the pairs of handles.</summary>
    /// <returns>How many there are.</returns>
    public static long Run(string folder)
    {
        var files = (Left: Path.Combine(folder, "gauche.colonnes"), Right: Path.Combine(folder, "droite.colonnes"));
        using var spool = new SortSpool(Path.Combine(folder, "travail"), new FileInfo(files.Left).Length + new FileInfo(files.Right).Length);
        Spill(files.Left, (token, handle) => AddLeft(spool, token, handle));
        Spill(files.Right, (token, handle) => AddRight(spool, token, handle));
        using var writer = new ColumnFileWriter(Path.Combine(folder, "paires.colonnes"), s_pairs);
        var pairs = Pairs(spool, (left, right) =>
        {
            writer.Batch.Columns[0].Append(left);
            writer.Batch.Columns[1].Append(right);
            writer.RowDone();
        });
        writer.Complete();
        return pairs;
    }

    static void Spill(string path, Action<Key128, Key128> add)
    {
        using var reader = new ColumnFileReader(path);
        while (reader.Read())
        {
            var tokens = reader.Batch.Columns[0].Keys;
            var handles = reader.Batch.Columns[1].Keys;
            for (var row = 0; row < tokens.Length; row++)
                add(tokens[row], handles[row]);
        }
    }
}
