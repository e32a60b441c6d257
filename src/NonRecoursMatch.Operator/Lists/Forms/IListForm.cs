namespace NonRecoursMatch.Operator.Lists.Forms;

/// <summary>One of the files in which a recipient receives its list. All are given the same cells: a form chooses a container, never a content.</summary>
interface IListForm : IDisposable
{
    /// <summary>Name of the file.</summary>
    string Name { get; }

    /// <summary>Writes one row.</summary>
    void Write(ReadOnlySpan<string> cells);

    /// <summary>Ends the file and gives it its final name.</summary>
    /// <param name="readMe">The text that goes with the list, for a form that can hold it.</param>
    void Complete(string readMe);
}
