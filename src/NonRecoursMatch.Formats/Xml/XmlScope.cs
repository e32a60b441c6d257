namespace NonRecoursMatch.Formats.Xml;

/// <summary>One element on the way to a record, with the values that belong to it: rows share those of the elements around them, wherever they stand in the text.</summary>
/// <param name="outer">The element around it; null for a group.</param>
/// <param name="level">0 for a group.</param>
/// <param name="line">Where it starts.</param>
/// <param name="number">Its number among those of its name in the group, from 1.</param>
/// <param name="columns">Number of columns.</param>
sealed class XmlScope(XmlScope? outer, int level, long line, int number, int columns)
{
    readonly (byte[]? Value, int Rank)[] _values = new (byte[]?, int)[columns];

    /// <summary>The element around it.</summary>
    public XmlScope? Outer => outer;

    /// <summary>Where it starts.</summary>
    public long Line => line;

    /// <summary>Its number in the group.</summary>
    public int Number => number;

    /// <summary>Keeps a value; of several for a column, that of the first place that the layout names, and there the first one in the text.</summary>
    public void Set(int column, byte[] value, int rank)
    {
        if (_values[column].Value is null || rank < _values[column].Rank)
            _values[column] = (value, rank);
    }

    /// <summary>The value of a column in this element; null when it has none.</summary>
    public byte[]? this[int column] => _values[column].Value;

    /// <summary>The element of a level, this one or one around it.</summary>
    public XmlScope At(int wanted) => wanted >= level || outer is null ? this : outer.At(wanted);
}
