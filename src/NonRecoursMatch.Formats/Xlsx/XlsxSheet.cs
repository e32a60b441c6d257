using System.Buffers;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>A column of a sheet. Every cell is text: an identifier never becomes a number, a date or a formula.</summary>
/// <param name="Title">Header.</param>
/// <param name="Width">Width in characters of the default font, up to 255.</param>
/// <param name="Choices">The only values that a person may type in its cells, offered as a list; null: anything.</param>
public sealed record XlsxColumn(string Title, double Width, IReadOnlyList<string>? Choices = null);

/// <summary>What a sheet looks like, before its rows.</summary>
/// <param name="Name">1 to 31 characters, none of <c>[ ] : * ? / \</c> and no quote.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="HasHeader">Whether row 1 holds the titles: bold, frozen, filtered, repeated on each printed page.</param>
/// <param name="Banner">A text at the top of each printed page, or null.</param>
/// <param name="Table">Name of the table that titles and rows form, or null for a filtered range: letters, digits and <c>_</c>, a letter first.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, bool HasHeader = true, string? Banner = null, string? Table = null)
{
    /// <summary>Whether each row is as high as its wrapped text needs: not all programs work that out when they open or print a file that another one wrote.</summary>
    public bool FitsRows { get; init; }

    /// <summary>Columns at the left, as who a row is about, that stay in sight on a screen and are printed again on each page of a wide sheet.</summary>
    public int KeptColumns { get; init; }

    const int LongestName = 31;
    const int MostColumns = 16_384;
    const int LongestChoices = 255;
    const double Widest = 255;

    // An A4 page in landscape holds 149 characters of the default font; at two thirds of its size, about 7 points, paper is still legible.
    const double WidestPage = 225;

    // Words are not cut: a line is rarely full.
    const double WrappingLoss = 1.15;

    static readonly SearchValues<char> s_forbidden = SearchValues.Create("[]:*?/\\'\"");

    /// <summary>Name of the n-th part of a sheet that has more rows than a spreadsheet program reads: "Liste", "Liste (2)", …</summary>
    internal string NameOfPart(int part)
    {
        if (part == 1)
            return Name;
        var suffix = FormattableString.Invariant($" ({part})");
        return Name[..Math.Min(Name.Length, LongestName - suffix.Length)] + suffix;
    }

    /// <summary>Pages beside each other on which the sheet is printed, so that its text stays legible.</summary>
    internal int PagesWide
    {
        get
        {
            var (all, kept) = (Columns.Sum(column => column.Width), Columns.Take(KeptColumns).Sum(column => column.Width));
            return all <= WidestPage ? 1 : (int)Math.Ceiling((all - kept) / (WidestPage - kept));
        }
    }

    /// <summary>Lines that a row needs, as far as widths in characters tell: proportional letters may take one less.</summary>
    internal int LinesOf(ReadOnlySpan<string> cells)
    {
        var most = 1;
        for (var i = 0; i < cells.Length; i++)
        {
            var lines = 0;
            foreach (var line in cells[i].AsSpan().EnumerateLines())
                lines += Math.Max(1, (int)Math.Ceiling(line.Length * WrappingLoss / Columns[i].Width));
            most = Math.Max(most, lines);
        }

        return most;
    }

    /// <summary>Refuses what a spreadsheet program would refuse to open.</summary>
    /// <exception cref="ArgumentException">A name, column or choice is outside the limits above.</exception>
    internal void Check()
    {
        if (Name.Length is 0 or > LongestName || Name.AsSpan().ContainsAny(s_forbidden) || Name.Any(char.IsControl))
            throw new ArgumentException($"a sheet cannot be called \"{Name}\"");
        if (Columns.Count is 0 or > MostColumns)
            throw new ArgumentException($"a sheet has 1 to {MostColumns} columns, not {Columns.Count}");
        if (Table is { } table && (!HasHeader || !IsTableName(table) || !AreTableTitles()))
            throw new ArgumentException($"sheet {Name}: a table has a plain name and a different title for each column");
        if (KeptColumns < 0 || KeptColumns >= Columns.Count || Columns.Take(KeptColumns).Sum(column => column.Width) > WidestPage / 2)
            throw new ArgumentException($"sheet {Name}: kept columns leave room for the others");
        foreach (var column in Columns)
        {
            if (column.Width is not (> 0 and <= Widest))
                throw new ArgumentException($"column {column.Title}: a width is 0 to {Widest} characters");
            // In the file the choices are one quoted, comma-separated formula of at most 255 characters.
            if (column.Choices is { } choices && (choices.Any(choice => choice.AsSpan().ContainsAny(',', '"')) || ChoiceText(choices).Length > LongestChoices))
                throw new ArgumentException($"column {column.Title}: choices hold no comma or quote, and {LongestChoices} characters in all");
        }
    }

    // Titles are attributes of the table's part, by which formulas would call its columns.
    bool AreTableTitles() => Columns.DistinctBy(column => column.Title, StringComparer.OrdinalIgnoreCase).Count() == Columns.Count && Columns.All(column => column.Title.Length > 0 && !column.Title.Contains('"'));

    static bool IsTableName(string name) => name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    /// <summary>The choices as they are written inside the quotes of the validation formula.</summary>
    internal static string ChoiceText(IReadOnlyList<string> choices) => string.Join(',', choices);
}
