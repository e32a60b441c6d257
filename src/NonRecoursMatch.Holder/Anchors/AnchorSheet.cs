using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// The anchors of one extract on their way to <see cref="PackageTables.AncresFile"/>: spilled by anchor, then written in order. An anchor that more
/// than <see cref="MostRecords"/> records share would say how common a name is: each of its records gets a random one instead, before anything leaves.
/// Layout of a row: letter (1), line (8), NIR known (1), NIR token (16), traits and class.
/// </summary>
public sealed class AnchorSheet(SortSpool spool)
{
    /// <summary>Most records of one extract under an anchor.</summary>
    public const int MostRecords = 64;

    const int NirAt = 1 + sizeof(long);
    const int TraitsAt = NirAt + 1 + Key128.Size;
    const int RowSize = TraitsAt + TraitSlots.Size + 1;

    readonly byte[] _row = new byte[RowSize];

    /// <summary>What was made.</summary>
    public AnchorCounts Counts { get; } = new();

    /// <summary>Bytes that the anchors of a record take while they are spilled: plans the partitions.</summary>
    public static long SpilledBytes(long records) => records * AnchorTexts.Slots * (RowSize + 36);

    /// <summary>Adds the anchors of one record.</summary>
    /// <param name="made">Its anchors.</param>
    /// <param name="handle">Its handle.</param>
    /// <param name="nir">Its NIR token, or null.</param>
    /// <param name="line">Its line, by which it may be taken back.</param>
    public void Add(AnchorMaker made, Key128 handle, Key128? nir, long line)
    {
        Counts.Records++;
        BinaryPrimitives.WriteInt64LittleEndian(_row.AsSpan(1), line);
        _row[NirAt] = nir is null ? (byte)0 : (byte)1;
        nir.GetValueOrDefault().Write(_row.AsSpan(NirAt + 1));
        _row[^1] = made.NameClass;
        for (var slot = 0; slot < AnchorTexts.Slots; slot++)
        {
            _row[0] = slot < made.Real ? made.Letter(slot) : (byte)0;
            Counts.Add(_row[0]);
            made.Traits(slot).CopyTo(_row.AsSpan(TraitsAt));
            spool.Add(made.Token(slot), handle, _row);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="writer">Its columns are those of <see cref="PackageTables.Ancres"/>.</param>
    /// <param name="maker">Makes the random anchors that replace those above the cap.</param>
    /// <param name="takenBack">Lines whose record does not leave.</param>
    /// <param name="withoutNir">Lines whose record leaves without its NIR.</param>
    /// <param name="stop">Interrupts.</param>
    public void Write(ColumnFileWriter writer, AnchorMaker maker, IReadOnlySet<long> takenBack, IReadOnlySet<long> withoutNir, CancellationToken stop)
    {
        var (kept, replaced) = (new List<(Key128 Token, int Row)>(), new List<(Key128 Token, int Row)>());
        foreach (var (partition, rows) in spool.LoadAll().Index())
        {
            stop.ThrowIfCancellationRequested();
            kept.Clear();
            replaced.Clear();
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                Choose(rows, start, end, maker, takenBack, kept, replaced, partition);
                start = end;
            }

            // The kept ones are in order already: only the others need sorting.
            replaced.Sort();
            var next = 0;
            foreach (var (token, row) in kept)
            {
                for (; next < replaced.Count && replaced[next].CompareTo((token, row)) < 0; next++)
                    Put(writer, maker, rows, replaced[next], random: true, withoutNir);
                Put(writer, maker, rows, (token, row), random: false, withoutNir);
            }

            for (; next < replaced.Count; next++)
                Put(writer, maker, rows, replaced[next], random: true, withoutNir);
        }
    }

    void Choose(
        SortedRows rows, int start, int end, AnchorMaker maker, IReadOnlySet<long> takenBack, List<(Key128 Token, int Row)> kept, List<(Key128 Token, int Row)> replaced, int partition)
    {
        var aboveCap = end - start > MostRecords;
        if (aboveCap)
            Counts.AddAboveCap(rows.Payload(start)[0], end - start);
        for (var i = start; i < end; i++)
        {
            if (takenBack.Count > 0 && takenBack.Contains(LineOf(rows.Payload(i))))
                continue;
            if (aboveCap)
                replaced.Add((InPartition(maker.Random(i - start + AnchorTexts.Slots, rows.Minor(i)), partition), i));
            else
                kept.Add((rows.Major(i), i));
        }
    }

    static long LineOf(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadInt64LittleEndian(row[1..]);

    /// <summary>A random token keeps the leading bits of its partition, so that the file stays in order.</summary>
    Key128 InPartition(Key128 random, int partition)
    {
        var bits = System.Numerics.BitOperations.Log2((uint)spool.Partitions);
        return bits == 0 ? random : random with { High = ((ulong)partition << (64 - bits)) | (random.High >> bits) };
    }

    static void Put(ColumnFileWriter writer, AnchorMaker maker, SortedRows rows, (Key128 Token, int Row) anchor, bool random, IReadOnlySet<long> withoutNir)
    {
        var (token, row) = anchor;
        var payload = rows.Payload(row);
        var columns = writer.Batch.Columns;
        columns[0].Append(token);
        columns[1].Append(rows.Minor(row));
        if (payload[NirAt] != 0 && !(withoutNir.Count > 0 && withoutNir.Contains(LineOf(payload))))
            columns[2].Append(Key128.Read(payload[(NirAt + 1)..]));
        else
            columns[2].AppendNull();
        if (random)
            columns[3].Append(maker.RandomTraits(payload[TraitsAt..], token));
        else
            columns[3].Append(payload[TraitsAt..]);
        writer.RowDone();
    }
}
