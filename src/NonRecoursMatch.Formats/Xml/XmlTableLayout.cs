namespace NonRecoursMatch.Formats.Xml;

/// <summary>One column of a table that is read from XML.</summary>
/// <param name="Name">Column name.</param>
public sealed record XmlColumn(string Name)
{
    /// <summary>Places of the value below the group, <c>Personne/Identification/NIR</c>: the first one that is not empty counts. None: the column is empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The same value in every row, in place of <see cref="Paths"/>.</summary>
    public string? Constant { get; init; }

    /// <summary>Element of the record's path of which the value is the number within the group, from 1, in place of <see cref="Paths"/>.</summary>
    public string? NumberOf { get; init; }

    /// <summary>What must hold for a value to count; null when it always does.</summary>
    public XmlCondition? Only { get; init; }
}

/// <summary>A value counts only where another one beside it says so: the role for this benefit, the address of first rank.</summary>
/// <param name="Container">The element that holds both, below the group.</param>
/// <param name="Path">Place of the other value below the group.</param>
/// <param name="Value">What it must be.</param>
public sealed record XmlCondition(string Container, string Path, string Value);

/// <summary>How a table lies in an XML file: groups under the root, each with any number of records.</summary>
/// <param name="Group">Name of the element of a group (a dossier), child of the root.</param>
/// <param name="Record">Place of a record below the group, empty when the group is the record.</param>
/// <param name="Columns">Columns, in the order of the cells.</param>
public sealed record XmlTableLayout(string Group, string Record, IReadOnlyList<XmlColumn> Columns);
