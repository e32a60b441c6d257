using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions.Comparing;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary><c>docs/formats/versions.md</c> is written from the catalogue: nothing in it is written by hand.</summary>
public class DifferenceDocumentTests
{
    static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");

    /// <summary>With NONRECOURS_UPDATE=1 the document is written anew instead.</summary>
    [Fact]
    public void The_published_list_of_differences_is_that_of_the_catalogue()
    {
        var path = Repository.Path("docs", "formats", "versions.md");
        if (Environment.GetEnvironmentVariable("NONRECOURS_UPDATE") == "1")
            File.WriteAllText(path, Document());
        File.ReadAllText(path).ShouldBe(Document(), "run the tests with NONRECOURS_UPDATE=1 to write the document again");
    }

    static string Document()
    {
        var text = new StringBuilder("""
            # D'une version d'un format à la suivante

            <!-- Écrit par les tests d'après le catalogue (DifferenceCodes, Messages.fr.resx) : NONRECOURS_UPDATE=1. Ne pas modifier à la main. -->

            `nonrecours convention diff AVANT APRES` compare deux versions d'un format d'extrait, ou deux conventions : un format livré se donne par son nom
            (`caf/allocataires@1`), un projet de format par son `datapackage.json` ou le dossier qui le contient, une convention par son fichier ou son dossier.
            Un projet de format est d'abord contrôlé ; ses fautes sont dites avec leur ligne (78).

            Une ligne par différence, celles qui cassent d'abord, puis ce que chaque sorte veut dire ; `--json` donne la même chose à un programme
            (`differences[]` : `code`, `impact`, `place`, `before`, `after`, `what`, `means`). Comme `diff` : 0 quand rien ne change, 1 sinon.

            L'ordre des tables et des colonnes ne compte pas. Un champ parti et un champ venu de même type, qui se ressemblent par leur définition, leur nom,
            ou par deux signes plus faibles (codes, forme, contrôles, place), sont montrés comme un renommage **à confirmer** : un descripteur ne dit pas ce
            qu'une colonne est devenue.

            """.ReplaceLineEndings("\n"));
        foreach (var (impact, title) in ((Impact, string)[])
        [
            (Impact.Breaking, "À corriger : un extrait accepté hier peut être refusé, ou perdre des lignes"),
            (Impact.Review, "À revoir : rien n'est refusé, mais le sens ou la destination change"),
            (Impact.Compatible, "Sans effet : un extrait accepté hier l'est encore"),
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| Code | Ce qui change | Ce que cela demande |\n|---|---|---|\n");
            foreach (var code in DifferenceCodes.All.Where(code => code.Impact == impact))
                text.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {code.What(s_french)} | {code.Means(s_french)} |\n");
        }

        return text.ToString();
    }
}
