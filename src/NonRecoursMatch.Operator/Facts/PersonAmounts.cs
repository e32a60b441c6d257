using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>The monthly and yearly amounts of the persons of one group: the tables <c>ressources</c>, <c>indemnites</c> and <c>benefices</c>, read in step with persons.</summary>
sealed class PersonAmounts : IDisposable
{
    readonly YearMonth _month;
    readonly GroupedTable? _incomes;
    readonly GroupedTable? _allowances;
    readonly GroupedTable? _profits;
    readonly List<(Key128 Poignee, MonthAmount Amount)> _amounts = [];
    readonly List<(Key128 Poignee, int Month, bool Known)> _months = [];

    public PersonAmounts(ReceivedPackage package, YearMonth month, Key128 start)
    {
        _month = month;
        _incomes = GroupedTable.Open(package, "ressources", start);
        _allowances = GroupedTable.Open(package, "indemnites", start);
        _profits = GroupedTable.Open(package, "benefices", start);
    }

    /// <summary>Reads the amounts of a group, which must not come before the previous one.</summary>
    public void MoveTo(Key128 groupe)
    {
        _amounts.Clear();
        _months.Clear();
        while (_incomes is not null && _incomes.Next(groupe, out var row))
            ReadIncome(_incomes, row);
        while (_allowances is not null && _allowances.Next(groupe, out var row))
            ReadMonthly(_allowances, row, AmountKind.Allowance, Revenu.Maternite);
        while (_profits is not null && _profits.Next(groupe, out var row))
        {
            if (_profits.Column("annee")?.Int32OrNull(row) is { } year && _profits.Column("benefice_agricole")?.Int64OrNull(row) is { } cents)
                Add(_profits, row, new MonthAmount(AmountKind.Profit, Revenu.MicroEntreprise, (short)year, (int)(cents / 100)));
        }
    }

    /// <summary>Gives the amounts of one person of the group, and says which months are known.</summary>
    public void Fill(ref RecordFacts facts, List<MonthAmount> amounts)
    {
        foreach (var (poignee, month, known) in _months)
        {
            if (poignee != facts.Poignee)
                continue;
            if (known)
                facts.Family.MonthsKnown |= 1u << month;
            else
                facts.Family.MonthsUnknown |= 1u << month;
        }

        foreach (var (poignee, amount) in _amounts)
        {
            if (poignee == facts.Poignee)
                amounts.Add(amount);
        }
    }

    public void Dispose()
    {
        _incomes?.Dispose();
        _allowances?.Dispose();
        _profits?.Dispose();
    }

    void ReadIncome(GroupedTable table, int row)
    {
        if (MonthsAgo(table, row) is not { } ago)
            return;
        _months.Add((Poignee(table, row), ago, Codes.YesNo.Of(table.Column("ressources_connues"), row) == Rights.Aspa.Ternary.Yes));
        if (Codes.Nature.Of(table.Column("nature"), row) is { } nature)
            ReadMonthly(table, row, AmountKind.Income, nature);
    }

    void ReadMonthly(GroupedTable table, int row, AmountKind kind, Revenu nature)
    {
        if (MonthsAgo(table, row) is { } ago && table.Column("montant")?.Int64OrNull(row) is { } cents)
            Add(table, row, new MonthAmount(kind, nature, (short)ago, (int)(cents / 100)));
    }

    /// <summary>Months before M; null outside the history that rules read.</summary>
    int? MonthsAgo(GroupedTable table, int row)
        => table.Column("mois")?.Int32OrNull(row) is { } index && _month.Index - index is var ago and >= 0 and < Serie.Mois ? ago : null;

    void Add(GroupedTable table, int row, MonthAmount amount) => _amounts.Add((Poignee(table, row), amount));

    static Key128 Poignee(GroupedTable table, int row) => table.Column(PackageTables.Poignee)!.Keys[row];
}
