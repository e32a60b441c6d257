using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Operator.Lists.Forms;

/// <summary><c>liste.csv</c>, for any program.</summary>
sealed class CsvForm(string folder, IReadOnlyList<string> columns) : IListForm
{
    const string File = "liste.csv";

    readonly DeliveredCsv _csv = new(Path.Combine(folder, File), columns);

    public string Name => File;

    public void Write(ReadOnlySpan<string> cells) => _csv.Write(cells);

    public void Complete(string readMe) => _csv.Complete();

    public void Dispose() => _csv.Dispose();
}
