using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>What the cells of a row must be to one another, and rows to those above: the order of dates, the age that a role leaves likely, the keys of the table.</summary>
sealed class RowChecks
{
    readonly TableScan _scan;
    readonly string _table;
    readonly AnomalyCollector _anomalies;
    readonly YearMonth? _month;
    readonly List<Dates> _dates = [];
    readonly List<Age> _ages = [];
    readonly List<Key> _keys = [];

    public RowChecks(TableScan scan, TablePlan plan, AnomalyCollector anomalies)
    {
        _scan = scan;
        _table = plan.Table.Name;
        _anomalies = anomalies;
        _month = plan.Month;
        foreach (var order in plan.Table.DateOrders.Where(order => Has(order.First, order.Last)))
            _dates.Add(new Dates(scan.IndexOf(order.First), scan.IndexOf(order.Last), order, $"{order.First} ≤ {order.Last}"));
        foreach (var age in plan.Table.RoleAges.Where(age => Has(age.Column, age.Birth)))
            _ages.Add(new Age(scan.IndexOf(age.Column), scan.IndexOf(age.Birth), System.Text.Encoding.UTF8.GetBytes(age.Role), age, $"{age.Role} : {age.Minimum}-{age.Maximum}"));
        var hash = new SaltedHash();
        foreach (var columns in plan.Table.UniqueKeys)
        {
            var key = new KeyColumns(scan, columns, hash);
            if (key.IsThere)
                _keys.Add(new Key(key, new HashedKeys(), string.Join(" + ", columns)));
        }
    }

    /// <summary>Checks the current row, whose cells are well formed.</summary>
    /// <returns>The first error, or null.</returns>
    public AnomalyCode? Check()
    {
        AnomalyCode? fault = null;
        foreach (var dates in _dates)
            fault ??= CheckOrder(dates);
        if (_month is { } month)
        {
            foreach (var age in _ages)
                CheckAge(age, month);
        }

        foreach (var key in _keys)
            fault ??= CheckKey(key);
        return fault;
    }

    bool Has(string column, string other) => _scan.IndexOf(column) >= 0 && _scan.IndexOf(other) >= 0;

    /// <summary>An event before the birth is about nobody. Two other dates in the wrong order are counted only: without the row, a benefit would look as if it were not received.</summary>
    AnomalyCode? CheckOrder(Dates dates)
    {
        var late = _scan.Raw(dates.Last);
        if (late.IsEmpty || !BirthDate.TryRead(late, out var last) || !BirthDate.TryRead(_scan.Raw(dates.First), out var first))
            return null;
        var wrong = dates.Order.IsBirth ? first.HasMonth && last.HasMonth && Months(last) < Months(first) : first.IsComplete && last.IsComplete && Days(last) < Days(first);
        if (!wrong)
            return null;
        var code = dates.Order.IsBirth ? AnomalyCodes.DateAvantNaissance : AnomalyCodes.DatesOrdre;
        _anomalies.Add(code, _table, _scan.Line, dates.Order.Last, late, dates.Expected);
        return code.Severity == Severity.Alerte ? null : code;
    }

    void CheckAge(Age age, YearMonth month)
    {
        if (!_scan.Raw(age.Role).SequenceEqual(age.Value) || !BirthDate.TryRead(_scan.Raw(age.Birth), out var birth) || !birth.HasMonth)
            return;
        var months = month.Index - YearMonth.Of(birth.Year, birth.Month).Index;
        if (months < age.Rule.Minimum * 12 || months >= (age.Rule.Maximum + 1) * 12)
            _anomalies.Add(AnomalyCodes.AgeRole, _table, _scan.Line, age.Rule.Column, _scan.Raw(age.Role), age.Expected);
    }

    AnomalyCode? CheckKey(Key key)
    {
        if (!key.Columns.TryRead(out var hash) || key.Seen.Add(hash))
            return null;
        _anomalies.Add(AnomalyCodes.CleRepetee, _table, _scan.Line, key.Columns.Name, key.Columns.Last, key.Expected);
        return AnomalyCodes.CleRepetee;
    }

    static int Months(BirthDate date) => (date.Year * 12) + date.Month;

    static int Days(BirthDate date) => (Months(date) * 31) + date.Day;

    sealed record Dates(int First, int Last, DateOrder Order, string Expected);

    sealed record Age(int Role, int Birth, byte[] Value, RoleAge Rule, string Expected);

    sealed record Key(KeyColumns Columns, HashedKeys Seen, string Expected);
}
