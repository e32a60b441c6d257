using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>
/// The truth of a territory, written while it is generated. Households come one by one; one that lends its identity to a later homonym waits
/// for it, because the rule of linkage must see both.
/// </summary>
internal sealed class TruthWriter : IDisposable
{
    readonly TruthFiles _files;
    readonly ExpectedLists _lists;
    readonly Examination _examination;
    readonly SpecialCases _cases = new();
    readonly IReadOnlySet<string> _perimeter;
    readonly string _folder;
    readonly Dictionary<long, HouseholdCase> _lenders = [];

    /// <summary>Starts the files under <c>truth/</c>.</summary>
    public TruthWriter(string folder, SourcePlan plan, HandleOf handles, IReadOnlySet<string> perimeter, YearMonth month, RightsParameters parameters)
    {
        (_perimeter, _folder) = (perimeter, folder);
        _files = new TruthFiles(folder);
        _lists = new ExpectedLists(folder, plan, handles);
        _examination = new Examination(month, parameters, plan.Border.ToHashSet(StringComparer.Ordinal), (made, conclusions) =>
        {
            _files.Add(conclusions);
            _lists.Add(conclusions);
            _cases.Add(made, conclusions);
        });
    }

    /// <summary>Rows of the expected lists by body.</summary>
    public IReadOnlyDictionary<string, long> Expected => _lists.Rows;

    /// <summary>Takes a household.</summary>
    /// <param name="lends">A later household may be its homonym.</param>
    public void Add(HouseholdCase made, bool lends)
    {
        _files.Add(made);
        if (lends)
            _lenders[made.Household.Head.Number] = made;
        else if (made.Household.Head.HomonymOf is var lender and not 0 && _lenders.Remove(lender, out var other))
            Examine([other, made]);
        else
            Examine([made]);
    }

    /// <summary>Examines what still waits.</summary>
    public void Complete()
    {
        foreach (var lender in _lenders.Values.OrderBy(lender => lender.Household.Number))
            Examine([lender]);
        _lenders.Clear();
        _examination.Conclude();
        _cases.Write(_folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _lists.Dispose();
    }

    void Examine(IReadOnlyList<HouseholdCase> cases)
    {
        var persons = LinkRule.Apply(cases, _perimeter);
        foreach (var person in persons)
            _cases.Add(person);
        _examination.Add(persons);
    }
}
