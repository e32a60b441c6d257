using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Synthetic;

/// <summary>What to generate.</summary>
/// <param name="Territory">Code or name of <c>conventions/territories</c>.</param>
/// <param name="Persons">Number of persons, at least 1.</param>
/// <param name="Seed">Two runs with one seed give the same files, byte for byte.</param>
/// <param name="Output">Folder to make; it must not exist, or be empty.</param>
/// <param name="Month">Reference month.</param>
/// <param name="Since">The month in which the people were drawn; what happened to them from there to <paramref name="Month"/> is drawn month by month.</param>
/// <param name="Noise">Identity errors: 0 none, 1 usual. Population, facts and expected lists do not depend on it.</param>
public sealed record GenerationOptions(string Territory, long Persons, ulong Seed, string Output, YearMonth Month, double Noise = 1, YearMonth? Since = null)
{
    /// <summary>The month in which the people were drawn: the reference month itself when none is given.</summary>
    public YearMonth Base => Since ?? Month;

    /// <summary>The reference month when none is given.</summary>
    public static YearMonth DefaultMonth { get; } = YearMonth.Of(2026, 10);
}

/// <summary>How far the generator is.</summary>
/// <param name="Persons">Persons written.</param>
/// <param name="Total">Persons asked for.</param>
public readonly record struct GenerationProgress(long Persons, long Total);

/// <summary>Names the person <paramref name="localReference"/> (<c>p|</c> and the reference) of a source: the handle that its lists will carry.</summary>
public delegate Key128 HandleOf(string source, string localReference);

/// <summary>
/// Writes the test key and one test secret per source into a folder, and returns the handles that follow from them. Given by the caller: this
/// project knows no cryptography.
/// </summary>
/// <param name="folder">Where to write <c>racine.json</c> and <c>secret-SOURCE.json</c>.</param>
/// <param name="convention">Identifier of the agreement.</param>
/// <param name="sources">Identifiers of the sources.</param>
public delegate HandleOf KeyMaker(string folder, string convention, YearMonth month, IReadOnlyList<string> sources);

/// <summary>The territory cannot be generated as asked; the message says why and what to do.</summary>
public sealed class GenerationException(string message) : Exception(message);
