using System.Reflection;
using NonRecoursMatch.Rights.Articles;

namespace NonRecoursMatch.Rights.Explanations;

/// <summary>One step of a computation, as it is explained.</summary>
/// <param name="Benefit"><c>rsa</c>, <c>ppa</c>, <c>c2s</c>, <c>aspa</c> or <c>asi</c>.</param>
/// <param name="Step">Name of the step in the rule.</param>
/// <param name="Fr">In French.</param>
/// <param name="En">In English.</param>
/// <param name="Articles">Texts applied.</param>
/// <param name="Value">Its result.</param>
/// <param name="Unit">Unit of the result.</param>
/// <param name="Detail">What distinguishes it from other runs of the same step, for example the reference month; or empty.</param>
public sealed record ExplainedStep(string Benefit, string Step, string Fr, string En, IReadOnlyList<string> Articles, double Value, string Unit, string Detail);

/// <summary>Collects the steps of the first foyer of a batch while the very rules that compute everything run.</summary>
public sealed class Trace
{
    readonly List<ExplainedStep> _steps = [];

    /// <summary>The steps, in the order in which they were taken.</summary>
    public IReadOnlyList<ExplainedStep> Steps => _steps;

    /// <summary>Records a step: its name and articles are those written on the method.</summary>
    internal void Add(string benefit, Type rule, string step, double value, string detail = "")
    {
        var method = rule.GetMethod(step, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var name = method.GetCustomAttribute<EtapeAttribute>();
        _steps.Add(new ExplainedStep(
            benefit, $"{rule.Name}.{step}", name?.Fr ?? step, name?.En ?? step,
            [.. method.GetCustomAttributes<ArticleAttribute>().Select(article => article.Reference)], value, name?.Unit ?? "€/mois", detail));
    }
}
