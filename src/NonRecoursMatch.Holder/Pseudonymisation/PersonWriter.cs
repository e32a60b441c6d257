using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Holder.Traces;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>Second step: writes persons in the order of (group, handle) and their identity tokens and anchors in the order of the token.</summary>
sealed class PersonWriter(HolderRun run, PersonStage stage, PackageFiles package, TraceWriter trace)
{
    readonly TokenSheet _tokens = new(run.Spools.Create("jetons"));

    /// <summary>Persons that leave, by handle: group, and whether its composition is withheld.</summary>
    public SortSpool ByHandle { get; } = run.Spools.Create("personnes");

    /// <summary>Groups of which somebody leaves: whether the composition is withheld.</summary>
    public SortSpool Groups { get; } = run.Spools.Create("presents");

    /// <summary>Writes both files.</summary>
    public void Write()
    {
        var writer = package.Create(PackageTables.PersonnesFile, PackageTables.PersonnesFields.Concat(stage.Codec.Schema));
        foreach (var rows in stage.ByGroup.LoadAll())
        {
            run.Stop.ThrowIfCancellationRequested();
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                WriteGroup(writer, rows, start, end);
                start = end;
            }
        }

        stage.Count.RowsOut = writer.Rows;
        _tokens.Write(package.Create(PackageTables.JetonsFile, PackageTables.Jetons.Fields), run.Stop);
        run.Anchors?.Write(package, run.Stop);
    }

    void WriteGroup(ColumnFileWriter writer, SortedRows rows, int start, int end)
    {
        var kept = new List<int>(end - start);
        var incomplete = false;
        for (var i = start; i < end; i++)
        {
            if (rows.Payload(i).IsEmpty)
                incomplete = true;
            else if (kept.Count > 0 && rows.Minor(kept[^1]) == rows.Minor(i))
                incomplete |= DropSecond(rows, kept, i);
            else
                kept.Add(i);
        }

        foreach (var row in kept)
            WritePerson(writer, rows.Major(row), rows.Minor(row), new PersonPayload(rows.Payload(row)), incomplete);
        if (kept.Count > 0)
            Groups.Add(rows.Major(start), default, [incomplete ? (byte)1 : (byte)0]);
    }

    /// <summary>Two rows with one reference: the earlier line stays.</summary>
    bool DropSecond(SortedRows rows, List<int> kept, int row)
    {
        var (first, second) = (new PersonPayload(rows.Payload(kept[^1])).Line, new PersonPayload(rows.Payload(row)).Line);
        PersonStage.DropDuplicate(run, stage.Count, Math.Max(first, second));
        if (second < first)
            kept[^1] = row;
        return true;
    }

    void WritePerson(ColumnFileWriter writer, Key128 group, Key128 handle, PersonPayload person, bool incomplete)
    {
        var columns = writer.Batch.Columns;
        _tokens.Add(person.Tokens(), handle, run.Tokeniser);
        trace.Add(handle);

        Span<byte> membership = stackalloc byte[Key128.Size + 1];
        group.Write(membership);
        membership[^1] = incomplete ? (byte)1 : (byte)0;
        ByHandle.Add(handle, default, membership);

        columns[0].Append(group);
        columns[1].Append(handle);
        if (person.Nir is { } nir)
            columns[2].Append(nir);
        else
            columns[2].AppendNull();
        if (person.BirthMonth >= 0)
            columns[3].Append(person.BirthMonth);
        else
            columns[3].AppendNull();
        stage.Codec.Decode(person.Attributes, writer.Batch, PackageTables.PersonnesFields.Count, incomplete);
        writer.RowDone();
    }
}
