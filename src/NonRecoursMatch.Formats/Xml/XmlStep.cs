namespace NonRecoursMatch.Formats.Xml;

/// <summary>One element that a layout knows, with the elements in it: what reading does there.</summary>
sealed class XmlStep
{
    /// <summary>Known elements inside, by name.</summary>
    public Dictionary<string, XmlStep> Inside { get; } = new(StringComparer.Ordinal);

    /// <summary>Depth on the way to a record, 0 for the group; -1 beside it.</summary>
    public int Level { get; private set; } = -1;

    /// <summary>Whether each of these elements is a record.</summary>
    public bool IsRecord { get; private set; }

    /// <summary>Columns of which the text of this element is a value, with the rank of this place among those of the column.</summary>
    public List<(int Column, int Rank)> Columns { get; } = [];

    /// <summary>Columns whose condition the text of this element fulfils or not, with the value that it must be.</summary>
    public List<(int Column, string Value)> Conditions { get; } = [];

    /// <summary>Columns whose value is decided where this element ends.</summary>
    public List<int> Decided { get; } = [];

    /// <summary>Whether the text of this element is read.</summary>
    public bool HasText => Columns.Count + Conditions.Count > 0;

    /// <summary>The group of a layout, with everything below it, and for each column the level that it belongs to.</summary>
    public static (XmlStep Group, int[] Levels) Of(XmlTableLayout layout)
    {
        var group = new XmlStep { Level = 0 };
        var record = group;
        foreach (var name in Names(layout.Record))
            record = record.At(name, record.Level + 1);
        record.IsRecord = true;

        var levels = new int[layout.Columns.Count];
        for (var column = 0; column < levels.Length; column++)
        {
            var given = layout.Columns[column];
            foreach (var (rank, path) in given.Paths.Index())
            {
                var (step, level) = group.Find(path);
                step.Columns.Add((column, rank));
                levels[column] = level;
            }

            if (given.NumberOf is { } numbered)
                levels[column] = numbered == layout.Group ? 0 : 1 + Array.IndexOf(Names(layout.Record), numbered);
            if (given.Only is not { } only)
                continue;
            group.Find(only.Path).Step.Conditions.Add((column, only.Value));
            group.Find(only.Container).Step.Decided.Add(column);
        }

        return (group, levels);
    }

    /// <summary>The step at a path, made where it is not there, and the level of the last element on the way that leads to a record.</summary>
    (XmlStep Step, int Level) Find(string path)
    {
        var (step, level) = (this, Level);
        foreach (var name in Names(path))
        {
            step = step.At(name, -1);
            level = Math.Max(level, step.Level);
        }

        return (step, level);
    }

    XmlStep At(string name, int level)
    {
        if (!Inside.TryGetValue(name, out var step))
            Inside.Add(name, step = new XmlStep { Level = level });
        return step;
    }

    static string[] Names(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
