using System.Buffers;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>A table attached to persons or to groups: read into a spool, then joined with those that leave.</summary>
sealed class AttachedStage
{
    readonly HolderRun _run;
    readonly TablePlan _plan;
    readonly TableScan _scan;
    readonly AttributeCodec _codec;
    readonly SortSpool _spool;
    readonly ArrayBufferWriter<byte> _lastReference = new(64);
    Key128 _lastKey;

    public AttachedStage(HolderRun run, TablePlan plan, TableScan scan)
    {
        _run = run;
        _plan = plan;
        _scan = scan;
        _codec = new AttributeCodec(plan, scan, run.Communes);
        _spool = run.Spools.Create("table-" + plan.Table.Name);
        Count = new TableCount(plan.Table.Name);
    }

    /// <summary>Counts.</summary>
    public TableCount Count { get; }

    bool PerGroup => _plan.Table.Role == TableRole.ParGroupe;

    /// <summary>Reads the table.</summary>
    public void Read()
    {
        var columns = new PersonColumns(_scan, _plan.Table);
        var payload = new ArrayBufferWriter<byte>(256);
        while (_scan.Read())
        {
            _run.Tick(_plan.Table.Name, _scan.Rows);
            Count.RowsIn++;
            if (_scan.Fault is { } fault)
            {
                Count.Rejected++;
                Count.Drop(fault.Code);
                continue;
            }

            payload.Clear();
            _codec.Encode(payload);
            _spool.Add(KeyOf(PerGroup ? columns.Group() : columns.Reference()), default, payload.WrittenSpan);
        }
    }

    /// <summary>The rows of a person, or group, follow each other: what was worked out for one serves the next.</summary>
    Key128 KeyOf(ReadOnlySpan<byte> reference)
    {
        if (_lastReference.WrittenCount > 0 && reference.SequenceEqual(_lastReference.WrittenSpan))
            return _lastKey;
        _lastReference.Clear();
        _lastReference.Write(reference);
        return _lastKey = PerGroup ? _run.Handles.Group(reference) : _run.Handles.Person(reference);
    }

    /// <summary>Writes the rows of persons, or groups, that leave.</summary>
    public void Write(PersonWriter persons, PackageFiles package)
    {
        var fixedFields = PackageTables.RattachementFields.Take(PerGroup ? 1 : 2).ToList();
        var writer = package.Create(PackageTables.FileOf(_plan.Table.Name), fixedFields.Concat(_codec.Schema));
        if (PerGroup)
            Join(persons.Groups, DropCauses.SansGroupe, (group, incomplete, row) => Put(writer, group, null, row, incomplete[0] != 0));
        else
            WritePerPerson(persons.ByHandle, writer);
        Count.RowsOut = writer.Rows;
    }

    void WritePerPerson(SortSpool byHandle, ColumnFileWriter writer)
    {
        var ordered = _run.Spools.Create("ordre-" + _plan.Table.Name);
        var payload = new ArrayBufferWriter<byte>(256);
        Join(byHandle, DropCauses.SansPersonne, (handle, membership, row) =>
        {
            payload.Clear();
            payload.Write(membership[Key128.Size..]);
            payload.Write(row);
            ordered.Add(Key128.Read(membership), handle, payload.WrittenSpan);
        });
        foreach (var rows in ordered.LoadAll())
        {
            for (var i = 0; i < rows.Count; i++)
                Put(writer, rows.Major(i), rows.Minor(i), rows.Payload(i)[1..], rows.Payload(i)[0] != 0);
        }
    }

    /// <summary>Joins the rows with those that leave, partition by partition; both have the same number of them.</summary>
    void Join(SortSpool leaving, string cause, Joined each)
    {
        for (var partition = 0; partition < _spool.Partitions; partition++)
        {
            _run.Stop.ThrowIfCancellationRequested();
            var (rows, present) = (_spool.Load(partition), leaving.Load(partition));
            var at = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                while (at < present.Count && present.Major(at) < rows.Major(i))
                    at++;
                if (at < present.Count && present.Major(at) == rows.Major(i))
                    each(rows.Major(i), present.Payload(at), rows.Payload(i));
                else
                    Count.Drop(cause);
            }
        }
    }

    void Put(ColumnFileWriter writer, Key128 group, Key128? handle, ReadOnlySpan<byte> attributes, bool incomplete)
    {
        writer.Batch.Columns[0].Append(group);
        if (handle is { } person)
            writer.Batch.Columns[1].Append(person);
        _codec.Decode(attributes, writer.Batch, handle is null ? 1 : 2, incomplete);
        writer.RowDone();
    }

    delegate void Joined(Key128 key, ReadOnlySpan<byte> present, ReadOnlySpan<byte> row);
}
