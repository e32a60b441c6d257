using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Holder.Tokens;

/// <summary>
/// Tells the rows of one person from those of several persons under one NIR. Rows are of one person when they have a weak token in common, or
/// when one of them has none and their birth months do not differ. A number of several persons links nobody: which of them it is is not
/// guessed, and names decide. Linear, since a number typed for "unknown" may be on every row.
/// </summary>
sealed class SharedNumber
{
    readonly HashSet<Key128> _identities = [];
    readonly HashSet<int> _months = [];
    readonly HashSet<int> _monthsOfTheNameless = [];
    readonly Dictionary<Key128, int> _references = [];
    int _owners;

    SharedNumber()
    {
    }

    /// <summary>What the only row of a NIR may do.</summary>
    public static IReadOnlyList<NumberUse> Alone { get; } = [NumberUse.Kept];

    /// <summary>What each of several rows may do, in the order given, which is that of the file.</summary>
    public static IReadOnlyList<NumberUse> Uses(IReadOnlyList<NumberBearer> bearers) => new SharedNumber().Decide(bearers);

    NumberUse[] Decide(IReadOnlyList<NumberBearer> bearers)
    {
        var uses = new NumberUse[bearers.Count];
        for (var i = 0; i < uses.Length; i++)
        {
            uses[i] = Repeats(bearers[i]) ? NumberUse.Repeated : NumberUse.Kept;
            Remember(bearers[i], uses[i]);
        }

        for (var i = 0; i < uses.Length; i++)
        {
            if (uses[i] == NumberUse.Repeated)
                continue;
            if (_references[bearers[i].Reference] > 1)
                uses[i] = NumberUse.Indistinct;
            else if (_owners > 1 && bearers[i].IsOwn)
                uses[i] = NumberUse.Withheld;
        }

        return uses;
    }

    bool Repeats(NumberBearer bearer)
    {
        var comparable = bearer.Identities.Count == 0 ? _months : _monthsOfTheNameless;
        return bearer.Identities.Any(_identities.Contains)
            || (bearer.BirthMonth < 0 ? comparable.Count > 0 : comparable.Contains(bearer.BirthMonth) || comparable.Contains(-1));
    }

    void Remember(NumberBearer bearer, NumberUse use)
    {
        // A repeated row adds its names: the married name that only it has may be that of the next one.
        _identities.UnionWith(bearer.Identities);
        if (use == NumberUse.Repeated)
            return;
        _months.Add(bearer.BirthMonth);
        if (bearer.Identities.Count == 0)
            _monthsOfTheNameless.Add(bearer.BirthMonth);
        _references[bearer.Reference] = _references.GetValueOrDefault(bearer.Reference) + 1;
        _owners += bearer.IsOwn ? 1 : 0;
    }
}
