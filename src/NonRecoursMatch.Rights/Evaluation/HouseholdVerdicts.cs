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
    readonly Dictionary<string, InputRule> _inputs = parameters.Inputs.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Fills verdicts, missing inputs, questions, cautions, estimated values and rules that are not modelled.</summary>
    public void Decide(Household household, LawBook laws, HouseholdResult result)
    {
        var traits = new HouseholdTraits(household, result, laws.Mois);
        result.Missing.AddRange(MissingInputs.Of(household, laws));
        result.Unmodelled.AddRange(HouseholdChecks.Oddities(household, laws));
        for (var i = 0; i < HouseholdResult.Benefits.Count; i++)
        {
            var benefit = HouseholdResult.Benefits[i];
            result.Verdicts[i] = Place(household, laws, benefit) ?? Open(benefit, laws, traits, result);
            foreach (var rule in parameters.Unmodelled)
            {
                var matters = rule.Raises || result.Verdicts[i] is Outcome.Presume or Outcome.AVerifier;
                if (rule.Benefit == benefit && matters && household.Zone != Zone.Etranger && traits.Has(rule.When))
                    result.Unmodelled.Add(rule.Id);
            }
        }

        foreach (var id in result.Missing.Where(id => Asked(id, result)))
        {
            var question = french ? _inputs[id].QuestionFr : _inputs[id].QuestionEn;
            if (!result.Questions.Contains(question))
                result.Questions.Add(question);
        }
    }

    bool Asked(string id, HouseholdResult result)
        => HouseholdResult.Benefits.Where((benefit, i) => _inputs[id].Matters(benefit) && result.Verdicts[i] == Outcome.AVerifier).Any();

    /// <summary>Where the law is another, nothing is said of the metropolitan amount; abroad there is no right.</summary>
    static Outcome? Place(Household household, LawBook laws, string benefit) => household.Zone switch
    {
        Zone.Etranger => Outcome.NonEligible,
        Zone.Collectivite => Outcome.NonCalculable,
        Zone.Mayotte when benefit != "c2s" || !laws.C2s.Mayotte => Outcome.NonCalculable,
        Zone.Mayotte => Outcome.AVerifier,
        _ => null,
    };

    Outcome Open(string benefit, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        var missing = result.Missing.Where(id => _inputs[id].Matters(benefit)).ToList();
        if (result.Of(benefit) <= 0)
            return missing.Any(id => !_inputs[id].OverPresumes) || (benefit == "c2s" && Near(laws, result)) ? Outcome.AVerifier : Outcome.NonEligible;
        var asked = Traps(benefit, laws, traits, result);
        var estimated = Estimated(benefit, laws, traits, result);
        var clear = benefit switch
        {
            "rsa" => result.Rsa >= laws.Rsa.MinimumVerse + laws.Marge,
            "ppa" => result.Ppa >= laws.Ppa[0].MinimumVerse + laws.Marge,
            "c2s" => result.Rsa > 0 || (!Near(laws, result) && !OnDoubtfulAspa(laws, result)),
            _ => result.Of(benefit) >= laws.Marge,
        };
        return asked || estimated || !clear || missing.Count > 0 ? Outcome.AVerifier : Outcome.Presume;
    }

    bool Traps(string benefit, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        var asked = false;
        foreach (var trap in parameters.Traps)
        {
            if (trap.Benefit != benefit || trap.From > laws.Mois || !traits.Has(trap.When))
                continue;
            (trap.IsQuestion ? result.Questions : result.Cautions).Add(french ? trap.Fr : trap.En);
            asked |= trap.IsQuestion;
        }

        return asked;
    }

    /// <summary>
    /// Whether the benefit rests on an estimated value: the C2S ceiling, unless an RSA opens the right; the ASI ceiling, for ASI and for what counts
    /// it as a resource; the early age of ASPA.
    /// </summary>
    static bool Estimated(string benefit, LawBook laws, HouseholdTraits traits, HouseholdResult result)
    {
        List<string> used = [];
        if (benefit == "c2s" && result.Rsa <= 0)
            used.AddRange(laws.C2s.Estimated);
        if (result.Asi > 0 && benefit != "aspa")
            used.AddRange(laws.MinimumVieillesse[0].EstimatedAsi);
        if (result.Aspa > 0 && !traits.Has("age_65"))
            used.AddRange(laws.MinimumVieillesse[0].EstimatedAge);
        result.Estimated.AddRange(used.Where(id => !result.Estimated.Contains(id)));
        return used.Count > 0;
    }

    /// <summary>Whether the right rests on the presumption by an ASPA that is itself to be checked; ASPA is decided before.</summary>
    static bool OnDoubtfulAspa(LawBook laws, HouseholdResult result)
        => result.C2sResources > laws.C2s.Participation * result.C2sCeiling && result.Aspa > 0 && result.Verdicts[s_aspa] != Outcome.Presume;

    static readonly int s_aspa = HouseholdResult.Benefits.Index().First(entry => entry.Item == "aspa").Index;

    /// <summary>Whether resources are within the margin of a ceiling that decides the status.</summary>
    static bool Near(LawBook laws, HouseholdResult result)
    {
        var margin = 12 * laws.Marge;
        return Math.Abs(result.C2sResources - result.C2sCeiling) < margin
            || Math.Abs(result.C2sResources - (laws.C2s.Participation * result.C2sCeiling)) < margin;
    }
}
