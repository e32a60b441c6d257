using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>Which month decides the value that applies.</summary>
public enum ParameterAxis
{
    /// <summary>The month for which the right is computed.</summary>
    RightMonth,

    /// <summary>The month whose resources are read.</summary>
    ReferenceMonth,
}

/// <summary>How sure a value is.</summary>
public enum ParameterStatus
{
    /// <summary>Read in the cited text.</summary>
    Published,

    /// <summary>Worked out by us while the text is missing: never gives <c>certain</c> nor <c>presume</c>.</summary>
    Estimated,
}

/// <summary>One value of a parameter, in force from a month until the next value.</summary>
/// <param name="From">First month.</param>
/// <param name="Value">In the unit of the parameter.</param>
/// <param name="Reference">The text that sets it.</param>
/// <param name="Status">Published or estimated.</param>
public sealed record DatedValue(YearMonth From, double Value, string Reference, ParameterStatus Status);

/// <summary>A value in force, with what a report says of it.</summary>
public sealed record ParameterInForce(Parameter Parameter, DatedValue Value);
