using System.Buffers;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// First step: reads the persons, sets the opposed apart, applies the perimeter and spills the others, those with a NIR by NIR token (where
/// duplicates and collisions meet), the others by group. A row that does not leave marks its group.
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
    readonly NirCheck _numbers;

    public PersonStage(HolderRun run, TablePlan plan, TableScan scan)
    {
        _run = run;
        _plan = plan;
        _scan = scan;
        _columns = new PersonColumns(scan, plan.Table);
        _perimeter = new PerimeterFilter(plan, scan, run.Communes, run.Agreement.Perimeter);
        _numbers = new NirCheck(scan, plan.Table.Name, run.Communes, run.Anomalies);
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

    /// <summary>What the NIR are worth; null when the extract has none.</summary>
    public NirQuality? Numbers => _numbers.Quality;

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

    /// <summary>Drops later rows of a person, withholds a NIR of several persons, and passes the rows on to <see cref="ByGroup"/>.</summary>
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
        var isOwn = _numbers.IsOwn();
        var tokens = _run.Tokeniser.Of(_identity);
        var scope = opposed.ScopeOf(tokens) | opposed.Handles.GetValueOrDefault(handle);
        if (scope != 0)
            shipped.AddTokens(tokens, scope);
        if (scope == PackageTables.PorteeTotale)
            _run.Anchors?.AddOpposed(_columns, handle, isOwn ? tokens.Nir : null);
        if (CauseOfDrop(scope) is { } cause)
        {
            Count.Drop(cause);
            Mark(group, hasGroup);
            return;
        }

        handles.Add(handle, _columns.Reference());
        _run.Anchors?.Add(_columns, handle, isOwn ? tokens.Nir : null, _scan.Line);
        _payload.Clear();
        Put(group);
        Put(handle);

        // A number that is not the row's own links nothing, but an opposition by it still counts for every row that bears it.
        PersonPayload.Write(_payload, _scan.Line, hasGroup, isOwn ? tokens : tokens with { Nir = null }, _columns.Birth());
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
        var uses = UsesOf(rows, start, end);
        if (scope != PackageTables.PorteeTotale && uses.Any(use => use is NumberUse.Withheld or NumberUse.Indistinct))
            Numbers?.AddCollision();
        for (var i = start; i < end; i++)
        {
            var (group, handle) = (Key128.Read(rows.Payload(i)), Key128.Read(rows.Payload(i)[Key128.Size..]));
            var person = new PersonPayload(rows.Payload(i)[(2 * Key128.Size)..]);
            var withheld = uses[i - start] == NumberUse.Withheld || person.Nir is null;

            // Without its number, a nameless row is out of reach of an opposition by number: it does not leave at all.
            if (scope == PackageTables.PorteeTotale || (scope != 0 && withheld && person.WeakCount == 0))
            {
                _run.Anchors?.TakeBack(person.Line);
                shipped.AddTokens(person.Tokens(), scope);
                Count.Drop(DropCauses.Oppose);
                Mark(group, person.HasGroup);
            }
            else if (uses[i - start] is NumberUse.Repeated or NumberUse.Indistinct)
            {
                DropOnNumber(uses[i - start], person.Line);
                Mark(group, person.HasGroup);
            }
            else
            {
                if (withheld && scope != 0)
                    shipped.AddTokens(person.Tokens(), scope);
                if (uses[i - start] == NumberUse.Withheld)
                {
                    _run.Anchors?.WithholdNir(person.Line);
                    _run.Anomalies.AddFile(AnomalyCodes.NirCollision, Count.Table, line: person.Line);
                }

                ByGroup.Add(group, handle, uses[i - start] == NumberUse.Withheld ? person.WithoutNir() : rows.Payload(i)[(2 * Key128.Size)..]);
            }
        }
    }

    static IReadOnlyList<NumberUse> UsesOf(SortedRows rows, int start, int end)
    {
        if (end - start == 1)
            return SharedNumber.Alone;
        var bearers = new NumberBearer[end - start];
        for (var i = start; i < end; i++)
        {
            var person = new PersonPayload(rows.Payload(i)[(2 * Key128.Size)..]);
            bearers[i - start] = new NumberBearer(Key128.Read(rows.Payload(i)[Key128.Size..]), person.BirthMonth, person.Tokens().Weak, person.Nir is not null);
        }

        return SharedNumber.Uses(bearers);
    }

    void DropOnNumber(NumberUse use, long line)
    {
        if (use == NumberUse.Repeated)
        {
            DropDuplicate(_run, Count, line);
            return;
        }

        Count.Rejected++;
        Count.Drop(DropCauses.CollisionNir);
        _run.Anchors?.TakeBack(line);
        _run.Anomalies.AddFile(AnomalyCodes.NirCollisionReference, Count.Table, line: line);
    }

    /// <summary>Counts and reports a person that the extract holds twice.</summary>
    public static void DropDuplicate(HolderRun run, TableCount count, long line)
    {
        count.Rejected++;
        count.Drop(DropCauses.Doublon);
        run.Anchors?.TakeBack(line);
        run.Anomalies.AddFile(AnomalyCodes.Doublon, count.Table, line: line);
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
