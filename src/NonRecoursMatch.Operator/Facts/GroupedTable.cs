using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Walks a table ordered by group in step with another one: each group is visited once, groups of nobody are passed over.</summary>
sealed class GroupedTable : IDisposable
{
    readonly ColumnFileReader _file;
    int _at;
    bool _ended;

    GroupedTable(ColumnFileReader file) => _file = file;

    /// <summary>Opens a table of the package, or null where there is none.</summary>
    public static GroupedTable? Open(ReceivedPackage package, string table)
        => package.OpenTable(table) is { } file ? new GroupedTable(file) : null;

    /// <summary>Visits the rows of <paramref name="groupe"/>.</summary>
    public void ForGroup(Key128 groupe, Action<Batch, int> visit)
    {
        while (HasRow())
        {
            var current = _file.Batch[PackageTables.Groupe].Keys[_at];
            if (current > groupe)
                return;
            if (current == groupe)
                visit(_file.Batch, _at);
            _at++;
        }
    }

    public void Dispose() => _file.Dispose();

    bool HasRow()
    {
        while (!_ended && _at >= _file.Batch.Length)
        {
            _ended = !_file.Read();
            _at = 0;
        }

        return !_ended;
    }
}
