using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The situations that reference data name: rules that are not modelled and traps say in which of them they matter.</summary>
public sealed class HouseholdTraits
{
    readonly Household _household;
    readonly HouseholdResult _result;
    readonly YearMonth _month;

    /// <summary>Reads the situations of one computed household.</summary>
    public HouseholdTraits(Household household, HouseholdResult result, YearMonth month) => (_household, _result, _month) = (household, result, month);

    static readonly Func<HouseholdTraits, bool> s_always = _ => true;

    static readonly Dictionary<string, Func<HouseholdTraits, bool>> s_words = new(StringComparer.Ordinal)
    {
        ["liste_mensuelle"] = _ => false,
        ["couple"] = traits => traits._household.Adults.Count > 1,
        ["salarie"] = traits => traits.Income(Revenu.SalaireNet),
        ["independant"] = traits => traits.Anyone(person => person.Independent.Count + person.Farm.Count > 0 || person.Has(Revenu.MicroEntreprise)),
        ["enfant_revenus"] = traits => traits._household.Children.Exists(static child => child.Has(Revenu.SalaireNet) || child.Has(Revenu.Apprentissage)),
        ["alternance"] = traits => traits._household.Children.Exists(static child => child.Traits.HasFlag(Traits.Alternance)),
        ["mayotte"] = traits => traits._household.Zone == Zone.Mayotte,
        ["etranger"] = traits => traits._household.Adults.Exists(static adult => (adult.Traits & (Traits.HorsEee | Traits.Eee)) != 0),
        ["hors_eee"] = traits => traits._household.Adults.Exists(static adult => adult.Traits.HasFlag(Traits.HorsEee)),
        ["rente_ou_invalidite"] = traits => traits.Income(Revenu.RenteAccident) || traits.Income(Revenu.Invalidite),
        ["invalidite"] = traits => traits.Income(Revenu.Invalidite),
        ["apprenti"] = traits => traits.Income(Revenu.Apprentissage),
        ["ass"] = traits => traits.Income(Revenu.Ass),
        ["aah_ou_minimum"] = traits => traits.Income(Revenu.Aah) || traits._result.Aspa > 0 || traits._result.Asi > 0,
        ["aspa"] = traits => traits._result.Aspa > 0 && !traits.Works(),
        ["asi_et_aspa"] = traits => traits._result.Aspa > 0 && traits.Asi(1),
        ["asi_seule_du_couple"] = traits => traits._household.Adults.Count > 1 && traits._result.Asi > 0 && !traits.Asi(2),
        ["asi_verse"] = traits => traits.Income(Revenu.Asi) && !traits.Works(),
        ["aah_seul"] = traits => traits.Income(Revenu.Aah) && traits._household.Adults.Count + traits._household.Children.Count == 1 && !traits.Works(),
        ["participation"] = traits => traits._result.C2s == 1,
        ["moins_de_25"] = traits => traits.Aged(0, 24),
        ["age_65"] = traits => traits.Aged(65, int.MaxValue),
        ["age_65_66"] = traits => traits.Aged(65, 66),
        ["age_67"] = traits => traits.Aged(67, int.MaxValue),
        ["sans_pension_65"] = traits => traits.Aged(65, int.MaxValue) && traits._household.Adults.Any(adult
            => traits.Age(adult) >= 65 && !adult.Has(Revenu.RetraiteBrute) && !adult.Has(Revenu.RetraiteNette)),
    };

    /// <summary>The words that reference data may use.</summary>
    public static IReadOnlyCollection<string> Words => s_words.Keys;

    /// <summary>Whether the household is in the situation called <paramref name="word"/>; null is every situation.</summary>
    public bool Has(string? word) => Situation(word)(this);

    /// <summary>The situation called <paramref name="word"/>, to be asked of many households; null is every situation.</summary>
    internal static Func<HouseholdTraits, bool> Situation(string? word) => word is null ? s_always : s_words[word];

    int Age(Person person)
    {
        var birth = person.Birth!.Value;
        return (_month.Index - YearMonth.Of(birth).Index - (birth.Day > 1 ? 1 : 0)) / 12;
    }

    /// <summary>Whether an adult has an age from <paramref name="least"/> to <paramref name="most"/>, in whole years.</summary>
    bool Aged(int least, int most)
    {
        foreach (var adult in _household.Adults)
        {
            if (Age(adult) >= least && Age(adult) <= most)
                return true;
        }

        return false;
    }

    /// <summary>Whether at least <paramref name="least"/> adults under 65 have what opens ASI: an invalidity pension, or a pension while disabled.</summary>
    bool Asi(int least) => _household.Adults.Count(adult => Age(adult) < 65
        && (adult.Has(Revenu.Invalidite) || (adult.Traits.HasFlag(Traits.Handicap) && adult.Has(Revenu.RetraiteNette)))) >= least;

    bool Works() => Anyone(static person => person.Has(Revenu.SalaireNet) && person.History(Revenu.SalaireNet)[1..4].ContainsAnyExcept(0d));

    bool Income(Revenu kind)
    {
        foreach (var adult in _household.Adults)
        {
            if (adult.Has(kind))
                return true;
        }

        foreach (var child in _household.Children)
        {
            if (child.Has(kind))
                return true;
        }

        return false;
    }

    bool Anyone(Predicate<Person> predicate) => _household.Adults.Exists(predicate) || _household.Children.Exists(predicate);
}
