using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>
/// Pairs of deliberate homonyms: a person living alone lends name, first name and birth date to the next one of the same shape and sex, born elsewhere.
/// Both are known to a caisse, so that their common token is ambiguous by the stated rule.
/// </summary>
internal sealed class HomonymSlots
{
    const double LendingRate = 0.004;
    readonly Person?[] _waiting = new Person?[4];

    /// <summary>A person to be the homonym of, or null. The loan is used up.</summary>
    public Person? Take(HouseholdShape shape, bool man)
    {
        if (Slot(shape, man) is not { } slot || _waiting[slot] is not { } lender)
            return null;
        _waiting[slot] = null;
        return lender;
    }

    /// <summary>Makes a person a lender, sometimes.</summary>
    public void Offer(Xoshiro random, HouseholdShape shape, Person person)
    {
        if (random.Chance(LendingRate) && person.HomonymOf == 0 && person.Precision == BirthPrecision.Full && Slot(shape, person.Man) is { } slot)
            _waiting[slot] ??= person;
    }

    /// <summary>Whether a person waits for a homonym.</summary>
    public bool IsWaiting(Person person) => Array.Exists(_waiting, waiting => ReferenceEquals(waiting, person));

    static int? Slot(HouseholdShape shape, bool man) => shape switch
    {
        HouseholdShape.Single => man ? 0 : 1,
        HouseholdShape.PensionerSingle => man ? 2 : 3,
        _ => null,
    };
}
