using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>One quantity of the law and its successive values.</summary>
public sealed class Parameter
{
    /// <summary>Path of its file below <c>parameters/</c>, with dots: <c>aspa.age_minimum</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in French.</summary>
    public required string Fr { get; init; }

    /// <summary>What it is, in English.</summary>
    public required string En { get; init; }

    /// <summary>Unit of the values, for example <c>EUR/an</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Article that creates the quantity (each value cites the text that sets it).</summary>
    public required string Article { get; init; }

    /// <summary>Which month decides.</summary>
    public required ParameterAxis Axis { get; init; }

    /// <summary>Last month for which the latest value is known to hold.</summary>
    public required YearMonth ValidTo { get; init; }

    /// <summary>Values by ascending first month, no month twice.</summary>
    public required IReadOnlyList<DatedValue> Values { get; init; }

    /// <summary>The only value in force in <paramref name="month"/>.</summary>
    /// <exception cref="RightsDataException">The month is before the first value or after <see cref="ValidTo"/>.</exception>
    public DatedValue At(YearMonth month)
    {
        if (month > ValidTo)
            throw new RightsDataException($"{Id}: no value is known for {month}, the latest holds until {ValidTo}");
        for (var i = Values.Count - 1; i >= 0; i--)
        {
            if (Values[i].From <= month)
                return Values[i];
        }

        throw new RightsDataException($"{Id}: no value for {month}, the first is of {Values[0].From}");
    }
}
