using System.Buffers;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// First step: reads the persons, sets the opposed apart, applies the perimeter and spills the others, those with a NIR by NIR token (where
/// duplicates meet), the others by group. A row that does not leave marks its group.
/// </summary>
sealed class PersonStage
{
    readonly HolderRun _run;
    readonly TablePlan _plan;
    readonly TableScan _scan;
    readonly PersonColumns _columns;
    readonly SortSpool _byNir;
    readonly CanonicalIdentity _identity = new();
    readonly ArrayBufferWriter<byte> _payload = new(512);
    readonly PerimeterFilter _perimeter;

    public PersonStage(HolderRun run, TablePlan plan, TableScan scan)
    {
        _run = run;
        _plan = plan;
        _scan = scan;
        _columns = new PersonColumns(scan, plan.Table);
        _perimeter = new PerimeterFilter(plan, scan, run.Communes, run.Agreement.Perimeter);
        _byNir = run.Spools.Create("nir");
        ByGroup = run.Spools.Create("groupes");
        Codec = new AttributeCodec(plan, scan, run.Communes);
        Count = new TableCount(plan.Table.Name);
    }

    /// <summary>Persons by (group, handle); an empty payload marks a group of which a member does not leave.</summary>
    public SortSpool ByGroup { get; }

    /// <summary>Encodes and decodes attributes.</summary>
    public AttributeCodec Codec { get; }

    /// <summary>Counts.</summary>
    public TableCount Count { get; }

    /// <summary>Reads the table.</summary>
    /// <param name="opposed">Who opposed; known before the first row.</param>
    /// <param name="shipped">Receives the tokens of every opposed row.</param>
    /// <param name="handles">Receives handle and reference of the rows that may leave.</param>
    public void Read(OppositionSet opposed, OppositionSet shipped, HandleTableWriter handles)
    {
        while (_scan.Read())
        {
            _run.Tick(_plan.Table.Name, _scan.Rows);
            Count.RowsIn++;
            if (!_scan.HasFields)
            {
                Count.Rejected++;
                Count.Drop(_scan.Fault!.Code);
                continue;
            }

            ReadRow(opposed, shipped, handles);
        }
    }

    /// <summary>Drops later rows of a NIR and passes the others on to <see cref="ByGroup"/>.</summary>
    public void Deduplicate(OppositionSet shipped)
    {
        foreach (var rows in _byNir.LoadAll())
        {
            _run.Stop.ThrowIfCancellationRequested();
            for (var start = 0; start < rows.Count;)
            {
                var end = rows.EndOfRun(start);
                PassOn(rows, start, end, shipped);
                start = end;
            }
        }
    }

    void ReadRow(OppositionSet opposed, OppositionSet shipped, HandleTableWriter handles)
    {
        var handle = _run.Handles.Person(_columns.Reference());
        var groupText = _columns.Group();
        var hasGroup = !groupText.IsEmpty;
        var group = hasGroup ? _run.Handles.Group(groupText) : handle;
        _columns.Read(_identity);
        var tokens = _run.Tokeniser.Of(_identity);
        var scope = opposed.ScopeOf(tokens) | opposed.Handles.GetValueOrDefault(handle);
        if (scope != 0)
            shipped.AddTokens(tokens, scope);
        if (CauseOfDrop(scope) is { } cause)
        {
            Count.Drop(cause);
            Mark(group, hasGroup);
            return;
        }

        handles.Add(handle, _columns.Reference());
        _payload.Clear();
        Put(group);
        Put(handle);
        PersonPayload.Write(_payload, _scan.Line, hasGroup, tokens, _columns.Birth());
        Codec.Encode(_payload);
        if (tokens.Nir is { } nir)
            _byNir.Add(nir, default, _payload.WrittenSpan);
        else
            ByGroup.Add(group, handle, _payload.WrittenSpan[(2 * Key128.Size)..]);
    }

    string? CauseOfDrop(int scope)
    {
        if (scope == PackageTables.PorteeTotale)
            return DropCauses.Oppose;
        if (_scan.Fault is { } fault)
        {
            Count.Rejected++;
            return fault.Code;
        }

        return _perimeter.CauseOfDrop();
    }

    void PassOn(SortedRows rows, int start, int end, OppositionSet shipped)
    {
        var scope = shipped.Nir.GetValueOrDefault(rows.Major(start));
        for (var i = start; i < end; i++)
        {
            var (group, handle) = (Key128.Read(rows.Payload(i)), Key128.Read(rows.Payload(i)[Key128.Size..]));
            var person = new PersonPayload(rows.Payload(i)[(2 * Key128.Size)..]);
            if (scope == PackageTables.PorteeTotale)
            {
                shipped.AddTokens(person.Tokens(), scope);
                Count.Drop(DropCauses.Oppose);
                Mark(group, person.HasGroup);
            }
            else if (i > start)
            {
                DropDuplicate(_run, Count, person.Line);
                Mark(group, person.HasGroup);
            }
            else
            {
                ByGroup.Add(group, handle, rows.Payload(i)[(2 * Key128.Size)..]);
            }
        }
    }

    /// <summary>Counts and reports a person that the extract holds twice.</summary>
    public static void DropDuplicate(HolderRun run, TableCount count, long line)
    {
        count.Rejected++;
        count.Drop(DropCauses.Doublon);
        run.Anomalies.AddFile(Validation.AnomalyCodes.Doublon, count.Table, line: line);
    }

    void Mark(Key128 group, bool hasGroup)
    {
        if (hasGroup)
            ByGroup.Add(group, default, default);
    }

    void Put(Key128 key)
    {
        key.Write(_payload.GetSpan(Key128.Size));
        _payload.Advance(Key128.Size);
    }
}
