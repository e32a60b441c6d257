namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>Collects the differences of one place.</summary>
sealed class DifferenceList(string place, List<Difference> found)
{
    /// <summary>The same list, about something inside.</summary>
    public DifferenceList At(string name) => new(place.Length == 0 ? name : $"{place}.{name}", found);

    public void Add(DifferenceCode code, string before = "", string after = "") => found.Add(new Difference(code, place, before, after));

    /// <summary>One difference when the values are not the same text.</summary>
    public void Compare(DifferenceCode code, string before, string after)
    {
        if (!before.Equals(after, StringComparison.Ordinal))
            Add(code, before, after);
    }

    /// <summary>One difference for each text that only one version has.</summary>
    public void CompareEach(IReadOnlyList<string> before, IReadOnlyList<string> after, Func<string, DifferenceCode> added, DifferenceCode removed)
    {
        foreach (var gone in before.Except(after, StringComparer.Ordinal))
            Add(removed, gone);
        foreach (var here in after.Except(before, StringComparer.Ordinal))
            Add(added(here), after: here);
    }
}
