using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>
/// Turns amounts into verdicts: <c>presume</c> when nothing is missing nor estimated and the amount is clear of its minimum, <c>a_verifier</c> when
/// something could lower, cancel or open the right. A computed right is never <c>certain</c>.
/// </summary>
public sealed class HouseholdVerdicts(RightsParameters parameters, bool french)
{
    static readonly int s_aspa = HouseholdResult.Benefits.Index().First(entry => entry.Item == "aspa").Index;

    readonly Dictionary<string, InputRule> _inputs = parameters.Inputs.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
    readonly BenefitRules[] _rules = [.. HouseholdResult.Benefits.Select(benefit => new BenefitRules(benefit, parameters))];

    /// <summary>Fills verdicts, missing inputs, questions, cautions, estimated values and rules that are not modelled.</summary>
    public void Decide(Household household, LawBook laws, HouseholdResult result)
    {
        var traits = new HouseholdTraits(household, result, laws.Mois);
        MissingInputs.AddTo(result.Missing, household, laws);
        HouseholdChecks.AddOddities(result.Unmodelled, household, laws);
        for (var i = 0; i < _rules.Length; i++)
        {
            result.Verdicts[i] = Place(household, laws, _rules[i].Benefit) ?? Open(_rules[i], laws, traits, result);
            var open = result.Verdicts[i] is Outcome.Presume or Outcome.AVerifier;
            foreach (var (rule, when) in _rules[i].Unmodelled)
            {
                if ((rule.Raises || open) && household.Zone != Zone.Etranger && when(traits))
                    result.Unmodelled.Add(rule.Id);
            }
        }

        foreach (var id in result.Missing)
        {
            var question = french ? _inputs[id].QuestionFr : _inputs[id].QuestionEn;
            if (Asked(id, result) && !result.Questions.Contains(question))
                result.Questions.Add(question);
        }
    }

    bool Asked(string id, HouseholdResult result)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            if (result.Verdicts[i] == Outcome.AVerifier && _rules[i].Inputs.ContainsKey(id))
                return true;
        }

        return false;
    }

    /// <summary>Where the law is another, nothing is said of the metropolitan amount; abroad there is no right.</summary>
    static Outcome? Place(Household household, LawBook laws, string benefit) => household.Zone switch
    {
        Zone.Etranger => Outcome.NonEligible,
        Zone.Collectivite => Outcome.NonCalculable,
        Zone.Mayotte when benefit != "c2s" || !laws.C2s.Mayotte => Outcome.NonCalculable,
        Zone.Mayotte => Outcome.AVerifier,
        _ => null,
    };

    Outcome Open(BenefitRules rules, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        var benefit = rules.Benefit;
        var (missing, opening) = Missing(rules, result);
        if (result.Of(benefit) <= 0)
            return opening || (benefit == "c2s" && Near(laws, result)) || Doubtful(rules, traits) ? Outcome.AVerifier : Outcome.NonEligible;
        var asked = Traps(rules, laws, traits, result);
        var estimated = Estimated(benefit, laws, traits, result);
        var clear = benefit switch
        {
            "rsa" => result.Rsa >= laws.Rsa.MinimumVerse + laws.Marge,
            "ppa" => result.Ppa >= laws.Ppa[0].MinimumVerse + laws.Marge,
            "c2s" => result.Rsa > 0 || (!Near(laws, result) && !OnDoubtfulAspa(laws, result)),
            _ => result.Of(benefit) >= laws.Marge,
        };
        return asked || estimated || !clear || missing || Doubtful(rules, traits) ? Outcome.AVerifier : Outcome.Presume;
    }

    /// <summary>Whether a rule that is not modelled leaves it open how much is due, or whether anything is.</summary>
    static bool Doubtful(BenefitRules rules, HouseholdTraits traits)
    {
        foreach (var when in rules.Doubts)
        {
            if (when(traits))
                return true;
        }

        return false;
    }

    /// <summary>Whether an input that the benefit reads is missing, and whether one of them could open the right.</summary>
    static (bool Any, bool Opening) Missing(BenefitRules rules, HouseholdResult result)
    {
        var (any, opening) = (false, false);
        foreach (var id in result.Missing)
        {
            if (rules.Inputs.TryGetValue(id, out var rule))
                (any, opening) = (true, opening || !rule.OverPresumes);
        }

        return (any, opening);
    }

    bool Traps(BenefitRules rules, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        var asked = false;
        foreach (var (trap, when) in rules.Traps)
        {
            if (trap.From > laws.Mois || !when(traits))
                continue;
            (trap.IsQuestion ? result.Questions : result.Cautions).Add(french ? trap.Fr : trap.En);
            asked |= trap.IsQuestion;
        }

        return asked;
    }

    /// <summary>
    /// Whether the benefit rests on an estimated value: the C2S ceiling, unless an RSA opens the right; the ASI ceiling, for ASI and for what counts
    /// it as a resource; the values of ASPA, its early age where that one serves.
    /// </summary>
    static bool Estimated(string benefit, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        var used = false;
        if (benefit == "c2s" && result.Rsa <= 0)
            used |= Use(laws.C2s.Estimated, result);
        if (result.Asi > 0 && benefit != "aspa")
            used |= Use(laws.MinimumVieillesse[0].EstimatedAsi, result);
        if (result.Aspa > 0)
            used |= Use(laws.MinimumVieillesse[0].EstimatedAspa, result);
        if (result.Aspa > 0 && !traits.Has("age_65"))
            used |= Use(laws.MinimumVieillesse[0].EstimatedAge, result);
        return used;
    }

    static bool Use(IReadOnlyList<string> values, HouseholdResult result)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (!result.Estimated.Contains(values[i]))
                result.Estimated.Add(values[i]);
        }

        return values.Count > 0;
    }

    /// <summary>Whether the right rests on the presumption by an ASPA that is itself to be checked; ASPA is decided before.</summary>
    static bool OnDoubtfulAspa(LawBook laws, HouseholdResult result)
        => result.C2sResources > laws.C2s.Participation * result.C2sCeiling && result.Aspa > 0 && result.Verdicts[s_aspa] != Outcome.Presume;

    /// <summary>Whether resources are within the margin of a ceiling that decides the status.</summary>
    static bool Near(LawBook laws, HouseholdResult result)
    {
        var margin = 12 * laws.Marge;
        return Math.Abs(result.C2sResources - result.C2sCeiling) < margin
            || Math.Abs(result.C2sResources - (laws.C2s.Participation * result.C2sCeiling)) < margin;
    }
}
