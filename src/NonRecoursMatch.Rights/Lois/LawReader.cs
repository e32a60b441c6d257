using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Lois;

/// <summary>Reads the values of a month and remembers which are only estimated.</summary>
sealed class LawReader(RightsParameters parameters, YearMonth month)
{
    readonly List<string> _estimated = [];

    /// <summary>The value in force.</summary>
    /// <exception cref="RightsDataException">No such parameter, or no value for the month.</exception>
    public double this[string id]
    {
        get
        {
            var value = parameters.At(id, month);
            if (value.Status == ParameterStatus.Estimated)
                _estimated.Add(id);
            return value.Value;
        }
    }

    /// <summary>Ids of the estimated values read.</summary>
    public IReadOnlyList<string> Estimated => _estimated;
}
