using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Tests.Rights;

/// <summary>The reference data of the rights as shipped beside the program.</summary>
static class ReferenceData
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "conventions", "rights");

    public static RightsParameters Parameters { get; } = RightsParameters.Load(Folder);

    public static IEnumerable<YearMonth> SupportedMonths()
    {
        for (var month = Parameters.SupportedFrom; month <= Parameters.SupportedTo; month = month.AddMonths(1))
            yield return month;
    }
}
