using System.Globalization;

namespace NonRecoursMatch.Conventions.Faults;

/// <summary>
/// One thing wrong in a file that people write (agreement, sidecar): where, what was expected, what to do. Free of language until it is shown.
/// Arguments hold names of keys, codes and formats, never an identity or a secret.
/// </summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Path">Where in the document, for example <c>sources[2].base_nir</c>; empty for the whole file.</param>
/// <param name="Line">1-based; 0 when the fault has no line.</param>
/// <param name="Column">1-based; 0 when the fault has no line.</param>
/// <param name="Arguments">What fills the sentences.</param>
public sealed record Fault(string Code, string Path, int Line, int Column, params string[] Arguments)
{
    /// <summary>What was expected there.</summary>
    public string Expected(CultureInfo culture) => Texts.Format(Code + ".expected", culture, Arguments);

    /// <summary>What to do about it.</summary>
    public string Action(CultureInfo culture) => Texts.Format(Code + ".action", culture, Arguments);

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Code} {Path} ({Line},{Column}): {Expected(CultureInfo.InvariantCulture)}");
}
