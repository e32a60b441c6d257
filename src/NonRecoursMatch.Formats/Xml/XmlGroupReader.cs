using System.Text;
using System.Xml;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.Xml;

/// <summary>Collects the rows of one group after another from the nodes of a file.</summary>
/// <param name="layout">Where values are.</param>
/// <param name="mostRows">Most rows of a group.</param>
/// <param name="longest">Most characters of a value.</param>
sealed class XmlGroupReader(XmlTableLayout layout, int mostRows, int longest)
{
    readonly (XmlStep Group, int[] Levels) _steps = XmlStep.Of(layout);
    readonly Stack<XmlStep?> _path = [];
    readonly StringBuilder _text = new();
    readonly char[] _buffer = new char[256];
    readonly byte[]?[] _candidates = new byte[layout.Columns.Count][];
    readonly bool[] _holds = new bool[layout.Columns.Count];
    readonly byte[]?[] _constants = [.. layout.Columns.Select(column => column.Constant is { } text ? Encoding.UTF8.GetBytes(text) : null)];
    readonly Dictionary<XmlStep, int> _numbers = [];
    XmlScope? _scope;
    List<XmlScope> _rows = [];

    /// <summary>Whether there was a group at all.</summary>
    public bool Any { get; private set; }

    /// <summary>The value of a column in a row; empty when it has none.</summary>
    public ReadOnlySpan<byte> Value(XmlScope row, int column)
    {
        if (_constants[column] is { } constant)
            return constant;
        var scope = row.At(_steps.Levels[column]);
        return layout.Columns[column].NumberOf is null ? scope[column] : Encoding.UTF8.GetBytes($"{scope.Number}");
    }

    /// <summary>Takes the node that the reader stands on; the rows of a group where it ends, else null.</summary>
    public List<XmlScope>? Take(XmlReader reader, Func<TableFault, string, TableFaultException> refusal)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                Start(reader, refusal);
                return isEmpty ? End() : null;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                Append(reader, refusal);
                return null;
            case XmlNodeType.EndElement:
                return End();
            default:
                return null;
        }
    }

    void Start(XmlReader reader, Func<TableFault, string, TableFaultException> refusal)
    {
        var step = _path.Count switch
        {
            0 => null,
            1 => reader.LocalName == layout.Group ? _steps.Group : null,
            _ => _path.Peek()?.Inside.GetValueOrDefault(reader.LocalName),
        };
        _path.Push(step);
        _text.Clear();
        if (step is null)
            return;
        foreach (var column in step.Decided)
            (_candidates[column], _holds[column]) = (null, false);
        if (step.Level < 0)
            return;
        if (step.Level == 0)
        {
            Any = true;
            _rows = [];
            _numbers.Clear();
        }

        var number = _numbers[step] = _numbers.GetValueOrDefault(step) + 1;
        _scope = new XmlScope(_scope, step.Level, ((IXmlLineInfo)reader).LineNumber, number, layout.Columns.Count);
        if (!step.IsRecord)
            return;
        if (_rows.Count == mostRows)
            throw refusal(TableFault.XmlTooLarge, $"over {mostRows} rows in one {layout.Group}");
        _rows.Add(_scope);
    }

    /// <summary>Only texts that a column needs are kept, and none beyond the longest value.</summary>
    void Append(XmlReader reader, Func<TableFault, string, TableFaultException> refusal)
    {
        if (_path.Count == 0 || _path.Peek() is not { HasText: true })
            return;
        for (int count; (count = reader.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0;)
        {
            _text.Append(_buffer, 0, count);
            if (_text.Length > longest)
                throw refusal(TableFault.XmlTooLarge, $"a value of over {longest} characters");
        }
    }

    List<XmlScope>? End()
    {
        var step = _path.Pop();
        if (step is null)
            return null;
        if (step.HasText)
            Keep(step, _text.ToString().Trim());
        _text.Clear();
        foreach (var column in step.Decided)
        {
            if (_holds[column] && _candidates[column] is { } value)
                ScopeOf(column).Set(column, value, rank: 0);
        }

        if (step.Level < 0)
            return null;
        _scope = _scope!.Outer;
        return step.Level == 0 ? _rows : null;
    }

    void Keep(XmlStep step, string text)
    {
        if (text.Length > 0)
        {
            foreach (var (column, rank) in step.Columns)
            {
                if (layout.Columns[column].Only is null)
                    ScopeOf(column).Set(column, Encoding.UTF8.GetBytes(text), rank);
                else
                    _candidates[column] ??= Encoding.UTF8.GetBytes(text);
            }
        }

        foreach (var (column, value) in step.Conditions)
            _holds[column] |= text == value;
    }

    XmlScope ScopeOf(int column) => _scope!.At(_steps.Levels[column]);
}
