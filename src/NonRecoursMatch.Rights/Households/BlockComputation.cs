using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Computes the households of blocks of lines, in batches of columns by month. One per thread.</summary>
public sealed class BlockComputation(LawShelf shelf, CommuneKnown known, YearMonth? defaultMonth, bool french) : IDisposable
{
    const int BatchSize = 256;

    readonly HouseholdReader _reader = new(known);
    readonly HouseholdVerdicts _verdicts = new(shelf.Parameters, french);
    readonly RightsEngine _engine = new();
    readonly FoyerColumns _columns = new();
    readonly ResultWriter _writer = new(french);
    readonly Line[] _lines = [.. Enumerable.Range(0, BatchSize).Select(_ => new Line())];
    int _used;

    /// <summary>Lines computed by the latest block.</summary>
    public int Computed { get; private set; }

    /// <summary>Lines refused by the latest block.</summary>
    public int Refused { get; private set; }

    /// <summary>Output of the latest block, valid until the next one.</summary>
    public ReadOnlyMemory<byte> Output => _writer.Written;

    /// <summary>Computes a block.</summary>
    public void Compute(LineBlock block)
    {
        _writer.Clear();
        (Computed, Refused, _used) = (0, 0, 0);
        var (rest, number) = (block.Bytes.AsMemory(0, block.Length), block.FirstLine);
        for (; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Span.Trim(" \t\r"u8);
            if (line.Length > 0)
                Read(line, number);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (_used == BatchSize)
                Flush();
        }

        Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    void Read(ReadOnlySpan<byte> text, long number)
    {
        var line = _lines[_used++];
        (line.Number, line.Fault, line.Done) = (number, null, false);
        try
        {
            _reader.Read(text, line.Household);
            line.Month = MonthOf(line.Household);
            line.Household.Place(line.Month);
            HouseholdChecks.Require(line.Household, line.Month, shelf[line.Month]);
        }
        catch (HouseholdException fault)
        {
            line.Fault = fault;
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidOperationException)
        {
            line.Fault = new HouseholdException("", "texte qui n'est pas de l'UTF-8", "text that is not UTF-8");
        }
    }

    YearMonth MonthOf(Household household)
    {
        var month = household.Month ?? defaultMonth
            ?? throw new HouseholdException("month", "mois de droit absent de la ligne et de la commande", "no month of right on the line nor on the command line");
        var parameters = shelf.Parameters;
        if (month < parameters.SupportedFrom || month > parameters.SupportedTo)
        {
            var (from, to) = (parameters.SupportedFrom, parameters.SupportedTo);
            throw new HouseholdException("month", $"mois sans paramètres : de {from} à {to}", $"no parameters for this month: from {from} to {to}");
        }

        return month;
    }

    void Flush()
    {
        for (var first = 0; first < _used; first++)
        {
            if (_lines[first].Fault is null && !_lines[first].Done)
                ComputeMonth(first);
        }

        for (var i = 0; i < _used; i++)
        {
            var line = _lines[i];
            if (line.Fault is { } fault)
                _writer.Write(line.Household.Id, line.Number, fault);
            else
                _writer.Write(line.Household.Id, line.Result);
            (Computed, Refused) = line.Fault is null ? (Computed + 1, Refused) : (Computed, Refused + 1);
        }

        _used = 0;
    }

    /// <summary>Computes together the lines of the batch that share the month of the line <paramref name="first"/>.</summary>
    void ComputeMonth(int first)
    {
        var month = _lines[first].Month;
        var laws = shelf[month];
        _columns.Clear(month);
        for (var i = first; i < _used; i++)
        {
            if (_lines[i].Fault is null && _lines[i].Month == month)
                HouseholdColumns.Add(_columns, _lines[i].Household, laws);
        }

        _engine.Compute(_columns, laws);
        for (var (i, row) = (first, 0); i < _used; i++)
        {
            if (_lines[i].Fault is not null || _lines[i].Month != month)
                continue;
            _lines[i].Result.Take(_engine, row++);
            _verdicts.Decide(_lines[i].Household, laws, _lines[i].Result);
            _lines[i].Done = true;
        }
    }

    sealed class Line
    {
        public Household Household { get; } = new();

        public HouseholdResult Result { get; } = new();

        public long Number { get; set; }

        public YearMonth Month { get; set; }

        public HouseholdException? Fault { get; set; }

        public bool Done { get; set; }
    }
}
