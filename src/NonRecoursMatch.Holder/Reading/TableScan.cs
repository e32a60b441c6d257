using System.Buffers;
using System.Text;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// Reads one table row by row, checks every cell and reports to the collector. One record is in memory at a time. Used alike by
/// <c>validate</c> and <c>pseudonymize</c>, so that what one accepts the other accepts.
/// </summary>
sealed class TableScan : IDisposable
{
    // Above this share, values of a reference column that form a NIR are no coincidence.
    const double NirShare = 0.2;

    readonly AnomalyCollector _anomalies;
    readonly TablePlan _plan;
    readonly DeclaredEncoding _encoding;
    readonly ITableReader? _reader;
    readonly FieldCheck[] _checks = [];
    readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    readonly long[] _nirLengths = [];
    readonly long[] _nirFound = [];
    readonly long[] _filled = [];
    readonly long[] _formulas = [];
    readonly RowChecks? _rows;
    readonly MappedTable? _mapped;
    bool _ended;

    /// <summary>Opens the file and checks its header.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public TableScan(TablePlan plan, DeliveredTable table, CommuneTable communes, AnomalyCollector anomalies)
    {
        _plan = plan;
        _anomalies = anomalies;
        _encoding = table.Cells;
        if (table.IsEmpty)
        {
            anomalies.AddFile(AnomalyCodes.FichierVide, plan.Table.Name);
            return;
        }

        try
        {
            _reader = table.Open(plan.Allowed);
        }
        catch (TableFaultException fault)
        {
            TableFaults.Report(fault, plan.Table.Name, 0, anomalies);
            return;
        }

        IsReadable = HeaderCheck.Check(_reader.Header, table, plan, anomalies);
        if (!IsReadable)
            return;
        _checks = [.. _reader.Header.Select(name => table.FieldOf(name)!).Select(field => new FieldCheck(field, communes, table.WrittenOf(field)))];
        _nirLengths = new long[_checks.Length];
        _nirFound = new long[_checks.Length];
        _filled = new long[_checks.Length];
        _formulas = new long[_checks.Length];
        for (var i = 0; i < _checks.Length; i++)
            _columns.Add(_checks[i].Field.Name, i);
        _mapped = _reader as MappedTable;
        anomalies.Name(plan.Table.Name, table.Columns);
        _rows = new RowChecks(this, plan, anomalies);
    }

    /// <summary>Whether rows can be read, or were to the end.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>Data rows so far, empty lines left out.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows with an error so far.</summary>
    public long RejectedRows { get; private set; }

    /// <summary>Physical line of the current row.</summary>
    public long Line => _reader?.Line ?? 0;

    /// <summary>Physical line of the last row read.</summary>
    public long LastLine { get; private set; }

    /// <summary>Number of columns.</summary>
    public int Columns => _checks.Length;

    /// <summary>Names of the columns, as the file has them.</summary>
    public IReadOnlyList<string> Labels => _checks.Length == 0 ? [] : _reader!.Header;

    /// <summary>Sum of every well-formed amount of the file, in cents: the control total.</summary>
    public long AmountTotal { get; private set; }

    /// <summary>The first error of the current row, or null when the row can be used.</summary>
    public AnomalyCode? Fault { get; private set; }

    /// <summary>Whether the current row has the right number of fields, so that cells can be read even when one is wrong.</summary>
    public bool HasFields { get; private set; }

    /// <summary>The position of a column, or -1 when the file does not have it.</summary>
    public int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>The bytes of a cell as they are in the file; empty for -1.</summary>
    public ReadOnlySpan<byte> Raw(int column) => column < 0 ? default : _reader!.Field(column);

    /// <summary>Appends a cell in UTF-8.</summary>
    public void AppendText(int column, ArrayBufferWriter<byte> output) => output.Write(_encoding.ToUtf8(Raw(column)));

    /// <summary>Advances to the next row that is not empty. At the end, checks that concern the whole column are reported.</summary>
    public bool Read()
    {
        if (!IsReadable || _ended)
            return false;
        while (Advance())
        {
            LastLine = Line;
            if (_reader!.IsEmptyLine)
            {
                _anomalies.Add(AnomalyCodes.LigneVide, _plan.Table.Name, Line, null, default, "");
                continue;
            }

            Rows++;
            Fault = null;
            CheckRow();
            RejectedRows += Fault is null ? 0 : 1;
            return true;
        }

        End();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();

    bool Advance()
    {
        try
        {
            return _reader!.Read();
        }
        catch (TableFaultException fault)
        {
            TableFaults.Report(fault, _plan.Table.Name, LastLine + 1, _anomalies);
            IsReadable = false;
            return false;
        }
    }

    void CheckTrailer()
    {
        if (Line == 0)
            _anomalies.AddFile(AnomalyCodes.FichierVide, _plan.Table.Name);
        if (_reader!.AnnouncedRows is { } rows && rows != Rows)
            _anomalies.AddFile(AnomalyCodes.EnregistrementLignes, _plan.Table.Name, null, $"{Rows}", $"{rows}");
        if (_reader.AnnouncedTotal is { } total && total != AmountTotal)
            _anomalies.AddFile(AnomalyCodes.EnregistrementTotal, _plan.Table.Name, null, $"{AmountTotal}", $"{total}");
    }

    void CheckRow()
    {
        HasFields = _reader!.FieldCount == _checks.Length;
        if (!HasFields)
        {
            Fault = AnomalyCodes.NombreDeChamps;
            _anomalies.AddFile(Fault, _plan.Table.Name, null, $"{_reader.FieldCount}", $"{_checks.Length}", Line);
            for (var i = 0; i < _reader.FieldCount; i++)
                CheckBytes(_reader.Field(i), null);
            return;
        }

        for (var i = 0; i < _checks.Length; i++)
            CheckCell(i);
        if (Fault is null)
            Fault = _rows!.Check();
    }

    void CheckCell(int column)
    {
        var check = _checks[column];
        var value = Raw(column);
        if (!CheckBytes(value, check))
            return;
        LookForNir(column, check, value);
        if (check.IsFree && !value.IsEmpty)
            LookForFormula(column, value);
        var found = _mapped?.IsForeign(column) == true ? check.Foreign : check.Check(value);
        if (check.IsFree || (check.HoldsText && found is not null))
            found = ForbiddenContent.Find(_encoding.ToUtf8(value)) ?? found;
        if (found is { } code)
        {
            _anomalies.Add(code, _plan.Table.Name, Line, check.Field.Name, value, check.Expected);
            if (code.Severity != Severity.Alerte)
                Fault ??= code;
        }
        else if (check.Field.Type == FieldType.Montant && FieldText.TryAmount(value, out var cents))
        {
            AmountTotal += cents;
        }
    }

    /// <summary>Encoding, NUL bytes and line ends inside a quoted field: what is wrong with the file rather than with the value.</summary>
    bool CheckBytes(ReadOnlySpan<byte> value, FieldCheck? check)
    {
        if (Ascii.IsValid(value) && value.IndexOfAny((byte)0, (byte)'\n', (byte)'\r') is var odd)
        {
            if (odd < 0)
                return true;
            Report(value[odd] == 0 ? AnomalyCodes.FichierNul : AnomalyCodes.GuillemetNonFerme, value, check);
            return false;
        }

        if (_encoding.Fault(value) is not { } code)
            return true;
        Report(code, value, check);
        return false;
    }

    void Report(AnomalyCode code, ReadOnlySpan<byte> value, FieldCheck? check)
    {
        Fault ??= code;
        _anomalies.Add(code, _plan.Table.Name, Line, check?.Field.Name, value, _encoding.Name);
    }

    void LookForNir(int column, FieldCheck check, ReadOnlySpan<byte> value)
    {
        if (check.IsNir || value.Length < 13 || (_plan.ReferencesHoldNir && check.Field.Sensitivity == Sensitivity.Reference))
            return;
        if (NirSearch.HasLength(value))
            _nirLengths[column]++;
        if (!NirSearch.Finds(value))
            return;
        _nirFound[column]++;
        if (check.Field.Sensitivity == Sensitivity.Reference)
            return;
        Fault ??= AnomalyCodes.NirInterdit;
        _anomalies.Add(AnomalyCodes.NirInterdit, _plan.Table.Name, Line, check.Field.Name, value, check.Expected);
    }

    /// <summary>A formula in place of a text is what a spreadsheet leaves; one name that begins like one is none.</summary>
    void LookForFormula(int column, ReadOnlySpan<byte> value)
    {
        _filled[column]++;
        if (value[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@')
            _formulas[column]++;
    }

    void End()
    {
        _ended = true;
        if (IsReadable)
            CheckTrailer();
        for (var i = 0; i < _checks.Length; i++)
        {
            var field = _checks[i].Field;
            if (field.Sensitivity == Sensitivity.Reference && _nirFound[i] > NirShare * _nirLengths[i])
                _anomalies.AddFile(AnomalyCodes.NirInterdit, _plan.Table.Name, field.Name, $"{_nirFound[i]}", _checks[i].Expected);
            if (_formulas[i] > 0 && _formulas[i] == _filled[i])
                _anomalies.AddFile(AnomalyCodes.TexteFormules, _plan.Table.Name, field.Name, $"{_formulas[i]}", _checks[i].Expected);
        }
    }
}
