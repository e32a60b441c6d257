using System.Globalization;
using System.Text;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Explanations;

/// <summary>docs/rights.md: rules, parameters, inputs, traps, what is not modelled, differences from OpenFisca. In French, for those who check the law.</summary>
public static class RightsDocument
{
    /// <summary>Renders the document; the same parameters give the same bytes.</summary>
    public static string Render(RightsParameters parameters)
    {
        var text = new StringBuilder();
        text.Append("# Les droits calculés\n\nDocument engendré depuis `conventions/rights` et les règles ; ne pas le modifier à la main.\n");
        text.Append(CultureInfo.InvariantCulture, $"Mois de droit couverts : {parameters.SupportedFrom} à {parameters.SupportedTo}.\n");
        foreach (var benefit in RuleSheet.Benefits)
            Benefit(text, new RuleSheet(benefit, parameters.SupportedTo, parameters, french: true), benefit, parameters);
        Table(text, "Valeurs datées", "Paramètre | Unité | Mois qui décide | Valeurs (depuis, valeur, texte) | Article", parameters.All.Select(Parameter));
        Table(text, "Données d'entrée", "Donnée | Indispensable | Utile | Manquante, on… | À défaut | Question | Article", parameters.Inputs.Select(rule
            => $"`{rule.Id}` | {string.Join(' ', rule.Indispensable)} | {string.Join(' ', rule.Useful)} | {(rule.OverPresumes ? "présume trop" : "présume trop peu")} | {rule.DefaultFr} | {rule.QuestionFr} | {rule.Reference}"));
        Table(text, "Pièges pour les personnes", "Piège | Prestation | Depuis | Situation | Suite | Texte | Article", parameters.Traps.Select(trap
            => $"`{trap.Id}` | {trap.Benefit} | {trap.From} | {trap.When} | {(trap.IsQuestion ? "question" : "précaution")} | {trap.Fr} | {trap.Article}"));
        Table(text, "Différences avec OpenFisca-France", "Différence | Prestation | Ce que fait le moteur, et OpenFisca | Texte", parameters.Differences.Select(rule
            => $"`{rule.Id}` | {rule.Benefit} | {rule.Fr} | {rule.Reference}"));
        return text.ToString();
    }

    static void Benefit(StringBuilder text, RuleSheet sheet, string benefit, RightsParameters parameters)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {benefit.ToUpperInvariant()}\n\n");
        foreach (var (step, articles) in sheet.Steps())
            text.Append(CultureInfo.InvariantCulture, $"- {step} ({articles})\n");
        text.Append("\nNon modélisé :\n\n");
        foreach (var rule in parameters.Unmodelled.Where(rule => rule.Benefit == benefit))
            text.Append(CultureInfo.InvariantCulture, $"- `{rule.Id}` : {rule.Fr} ({rule.Article})\n");
    }

    static string Parameter(Parameter parameter)
    {
        var values = string.Join(" ; ", parameter.Values.Select(value => string.Create(
            CultureInfo.InvariantCulture, $"{value.From} {value.Value} ({value.Reference}{(value.Status == ParameterStatus.Estimated ? ", **estimé**" : "")})")));
        var axis = parameter.Axis == ParameterAxis.ReferenceMonth ? "référence" : "droit";
        return $"`{parameter.Id}` {parameter.Fr} | {parameter.Unit} | {axis} | {values} | {parameter.Article}";
    }

    static void Table(StringBuilder text, string title, string header, IEnumerable<string> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| {header} |\n|{string.Concat(header.Split('|').Select(_ => "---|"))}\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row} |\n");
    }
}
