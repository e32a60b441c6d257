using NonRecoursMatch.Formats.Xlsx;

namespace NonRecoursMatch.Operator.Lists.Forms;

/// <summary>
/// <c>liste.xlsx</c>, for the people who call: the list, an empty column in which they note what came of it, and the text that goes with it.
/// </summary>
sealed class XlsxForm : IListForm
{
    const string File = "liste.xlsx";
    const string FollowUp = "suivi";
    const double DefaultWidth = 18;

    // Source and handle: what a row is known by.
    const int KeptColumns = 2;
    const double ReadMeWidth = 130;

    // In characters: what is read fits, what is long wraps, and a page in landscape stays legible.
    static readonly Dictionary<string, double> s_widths = new(StringComparer.Ordinal)
    {
        ["poignee"] = 35,
        ["prestation"] = 28,
        ["verdict"] = 24,
        ["motif"] = 45,
        ["questions"] = 50,
        ["precautions"] = 40,
        ["invitation"] = 30,
    };

    readonly ListTexts _texts;
    readonly string? _banner;
    readonly XlsxWriter _xlsx;

    public XlsxForm(string folder, IReadOnlyList<string> columns, ListTexts texts, bool test)
    {
        _texts = texts;
        _banner = test ? texts.Get("LisezMoi.Test") : null;
        _xlsx = new XlsxWriter(Path.Combine(folder, File));
        _xlsx.StartSheet(new XlsxSheet(
            texts.Get("Feuille.Liste"),
            [.. columns.Select(name => new XlsxColumn(name, s_widths.GetValueOrDefault(name, DefaultWidth))), new XlsxColumn(FollowUp, DefaultWidth, texts.FollowUps)],
            Banner: _banner)
        { KeptColumns = KeptColumns });
    }

    public string Name => File;

    public void Write(ReadOnlySpan<string> cells) => _xlsx.Write(cells);

    public void Complete(string readMe)
    {
        _xlsx.StartSheet(new XlsxSheet(_texts.Get("Feuille.LisezMoi"), [new XlsxColumn("", ReadMeWidth)], HasHeader: false, Banner: _banner));
        foreach (var line in readMe.TrimEnd().EnumerateLines())
            _xlsx.Write(line.ToString());
        _xlsx.Complete();
    }

    public void Dispose() => _xlsx.Dispose();
}
