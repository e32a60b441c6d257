using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Walks a table ordered by group in step with another one: each group is visited once, groups of nobody are passed over.</summary>
sealed class GroupedTable : IDisposable
{
    readonly ColumnFileReader _file;
    readonly Column _groups;
    int _at;
    bool _ended;

    GroupedTable(ColumnFileReader file) => (_file, _groups) = (file, file.Batch[PackageTables.Groupe]);

    /// <summary>Opens a table of the package, or null where there is none.</summary>
    /// <param name="package">The package.</param>
    /// <param name="table">The table.</param>
    /// <param name="start">No earlier group will be asked for.</param>
    public static GroupedTable? Open(ReceivedPackage package, string table, Key128 start)
    {
        if (package.OpenTable(table) is not { } file)
            return null;
        file.SkipBelow(PackageTables.Groupe, start);
        return new GroupedTable(file);
    }

    /// <summary>A column of the table, the same object for every row; null = not shipped.</summary>
    public Column? Column(string name) => _file.Batch.Find(name);

    /// <summary>Moves to the next row of <paramref name="groupe"/>; false when there is none left. Groups are asked for in order.</summary>
    /// <param name="row">Row in the columns.</param>
    public bool Next(Key128 groupe, out int row)
    {
        while (HasRow())
        {
            var current = _groups.Keys[_at];
            row = _at;
            if (current > groupe)
                return false;
            _at++;
            if (current == groupe)
                return true;
        }

        row = -1;
        return false;
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
