using System.Globalization;
using System.Text;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder.Examples;

/// <summary>Writes <c>docs/anomalies.md</c> from the catalogue: nothing in it is written by hand.</summary>
static class AnomalyDocument
{
    static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");

    static readonly (Severity Severity, string Title, string Meaning)[] s_parts =
    [
        (Severity.Fichier, "Anomalies bloquantes", "L'extrait ne peut pas être utilisé : rien n'est traité, rien ne sort."),
        (Severity.Ligne, "Erreurs de ligne", "`validate` répond 1. `pseudonymize` et `run` écartent la ligne, la comptent par cause, et s'arrêtent au-delà du seuil de la convention (`lignes_rejetees`)."),
        (Severity.Alerte, "Alertes", "Comptées seulement : l'extrait reste conforme."),
    ];

    /// <summary>The document.</summary>
    public static string Text()
    {
        var text = new StringBuilder("""
            # Anomalies d'un extrait

            <!-- Écrit par les tests d'après le catalogue (AnomalyCodes, AnomalyTexts.fr.resx) : NONRECOURS_UPDATE=1. Ne pas modifier à la main. -->

            Chaque anomalie a un code qui ne change jamais : il peut être cité dans un courriel ou un ticket. Un bilan donne pour chacune la ligne physique du
            fichier, la colonne, la forme de la valeur (`9(15)` pour quinze chiffres, `A(5)` pour cinq lettres), ce que le format attend avec un exemple, et ce
            qu'il faut faire. Il ne donne jamais la valeur. Toutes les anomalies sont comptées ; les premières de chaque sorte sont montrées (`--max-per-code`),
            et le bilan dit quand il en reste (`partial`).

            Chaque exemple est un petit extrait inventé qui a cette anomalie et aucune autre ; `recette.json` dit comment l'obtenir quand le fichier ne peut pas
            être montré tel quel. Deux codes ne viennent jamais seuls, parce que d'autres anomalies les entraînent : `lot.trop_de_rejets` et
            `lot.opposition.illisible`.

            """.ReplaceLineEndings("\n"));
        foreach (var (severity, title, meaning) in s_parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{meaning}\n\n| Code | Ce qui ne va pas | Que faire | Exemple |\n|---|---|---|---|\n");
            foreach (var code in AnomalyCodes.All.Where(code => code.Severity == severity))
            {
                var example = AnomalyExample.All.First(example => example.Name == code.Code);
                text.Append(CultureInfo.InvariantCulture, $"| `{code}` | {Cell(AnomalyTexts.Message(code, s_french))} | {Cell(AnomalyTexts.Action(code, s_french))} | [{example.Format}](../{example.Place}) |\n");
            }
        }

        return text.ToString();
    }

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
