namespace NonRecoursMatch.Cli.Auditing;

/// <summary>A table of the sheet.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Caption">Its title for people.</param>
/// <param name="Columns">Names for programs, and heads.</param>
/// <param name="Rows">Cells.</param>
sealed record SheetTable(string Id, string Caption, IReadOnlyList<(string Id, string Head)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A part of the sheet under a heading of the CNIL's PIA tool.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Level">2 for a chapter, 3 for a part of it.</param>
/// <param name="Paragraphs">What is said.</param>
/// <param name="Tables">What is counted.</param>
sealed record SheetSection(string Id, string Title, int Level, IReadOnlyList<string> Paragraphs, IReadOnlyList<SheetTable> Tables);

/// <summary>The sheet of a result.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Title">Title.</param>
/// <param name="Test">What a test says of itself; null otherwise.</param>
/// <param name="Sections">In the order of the PIA tool, then what it has no heading for.</param>
sealed record DpoSheet(string Language, string Title, string? Test, IReadOnlyList<SheetSection> Sections);
