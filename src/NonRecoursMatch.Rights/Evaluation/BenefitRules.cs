using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The reference data of one benefit, looked up once: rules that are not modelled, traps and inputs, with the situation in which each matters.</summary>
sealed class BenefitRules(string benefit, RightsParameters parameters)
{
    /// <summary>The benefit.</summary>
    public string Benefit => benefit;

    /// <summary>Rules that are not modelled.</summary>
    public (UnmodelledRule Rule, Func<HouseholdTraits, bool> When)[] Unmodelled { get; } =
        [.. parameters.Unmodelled.Where(rule => rule.Benefit == benefit).Select(rule => (rule, HouseholdTraits.Situation(rule.When)))];

    /// <summary>Situations in which a rule that is not modelled leaves the verdict unsure.</summary>
    public Func<HouseholdTraits, bool>[] Doubts { get; } =
        [.. parameters.Unmodelled.Where(rule => rule.Benefit == benefit && rule.Doubts).Select(rule => HouseholdTraits.Situation(rule.When))];

    /// <summary>Traps.</summary>
    public (TrapRule Rule, Func<HouseholdTraits, bool> When)[] Traps { get; } =
        [.. parameters.Traps.Where(rule => rule.Benefit == benefit).Select(rule => (rule, HouseholdTraits.Situation(rule.When)))];

    /// <summary>Inputs that the benefit reads, by id.</summary>
    public Dictionary<string, InputRule> Inputs { get; } =
        parameters.Inputs.Where(rule => rule.Matters(benefit)).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
}
