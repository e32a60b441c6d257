using System.Collections.Concurrent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The values of each month, read when first asked. Shared between threads.</summary>
public sealed class LawShelf(RightsParameters parameters)
{
    readonly ConcurrentDictionary<YearMonth, LawBook> _books = new();

    /// <summary>The parameters behind.</summary>
    public RightsParameters Parameters => parameters;

    /// <summary>The values for a month of right.</summary>
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public LawBook this[YearMonth month] => _books.GetOrAdd(month, static (key, source) => new LawBook(source, key), parameters);
}
