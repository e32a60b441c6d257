using System.Text;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>convention new</c>: from answers to an agreement under which a month runs; never over a file, never half.</summary>
[Collection(SharedTerritory.Name)]
public class ConventionNewTests(GeneratedTerritory territory)
{
    [Fact]
    public void Answers_give_an_agreement_under_which_the_month_gives_the_same_lists()
    {
        using var bench = new Workbench(territory);
        var path = Path.Combine(bench.Folder, "convention.yaml");
        var generated = File.ReadAllLines(path);
        File.Delete(path);
        File.WriteAllText(bench["reponses.yaml"], Answers(generated));

        var made = NonRecours.Ok("convention", "new", bench.Folder, "--answers", bench["reponses.yaml"]);

        made.Output.ShouldContain("Convention valide");
        // Synthetic data still: the sample must not expire.
        Workbench.Replace(path, "version: 1\n", "version: 1\ntest: true\n");
        var answer = bench.Run();
        answer.ExitCode.ShouldBe(0, answer.Error);
        foreach (var list in Directory.GetFiles(Path.Combine(territory.Output, "lists"), "liste.csv", SearchOption.AllDirectories))
            SameBytes.ExpectFile(list, Path.Combine(bench.Output, Path.GetRelativePath(territory.Output, list)));
    }

    [Fact]
    public void What_is_there_is_never_written_over()
    {
        using var bench = new Workbench(territory);
        File.WriteAllText(bench["reponses.yaml"], "{}");
        var before = File.ReadAllBytes(Path.Combine(bench.Folder, "convention.yaml"));
        bench.ShouldRefuse(NonRecours.Run("convention", "new", bench.Folder, "--answers", bench["reponses.yaml"]), 73, "convention.yaml");
        File.ReadAllBytes(Path.Combine(bench.Folder, "convention.yaml")).ShouldBe(before);
    }

    [Fact]
    public void Without_a_terminal_or_with_wrong_answers_nothing_is_written()
    {
        using var bench = new Workbench(territory);
        bench.ShouldRefuse(NonRecours.Run("convention", "new", bench.Output), 2, "--answers");
        bench.ShouldRefuse(NonRecours.Run("convention", "new", bench.Output, "--answers", bench["absent.yaml"]), 66, "absent.yaml");
        File.WriteAllText(bench["reponses.yaml"], "territoire: \"Ville d'Ys\"\nfondement.text: loi\n");
        bench.ShouldRefuse(NonRecours.Run("convention", "new", bench.Output, "--answers", bench["reponses.yaml"]), 78, "ligne 1", "AnswerForm", "ligne 2", "AnswerToNothing", "fondement.texte");
    }

    [Fact]
    public void Open_questions_are_named_and_refuse_to_run()
    {
        using var bench = new Workbench(territory);
        File.WriteAllText(bench["reponses.yaml"], "territoire: \"243500741\"\n");
        var made = NonRecours.Ok("convention", "new", bench["neuf"], "--answers", bench["reponses.yaml"], "--json");
        made.Output.ShouldContain("\"valid\": false");
        bench.ShouldRefuse(NonRecours.Run("run", bench["neuf"], "--month", GeneratedTerritory.Month, "--out", bench.Output), 78, "Gap", "fondement.texte", "ligne ");
    }

    /// <summary>What the generated agreement says, as answers.</summary>
    static string Answers(string[] generated)
    {
        string Value(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        string Of(string key) => Value(generated.First(line => line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal)));
        var text = new StringBuilder();
        void Line(string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');
        Line("convention", Of("convention"));
        Line("territoire", Of("territoire"));
        if (generated.Any(line => line.StartsWith("  communes_frontalieres:", StringComparison.Ordinal)))
            Line("perimetre.communes_frontalieres", Of("communes_frontalieres"));
        Line("fondement.texte", Of("texte"));
        foreach (var key in (string[])["debut", "fin", "texte_de_fin"])
            Line("fondement.fenetre." + key, Of(key));
        Line("traitement.roles", "unique");
        Line("traitement.sous_traitant", Of("sous_traitant"));
        Line("traitement.contrat_article_28.reference", "contrat fictif");
        Line("traitement.contrat_article_28.date", "2026-01-01");
        Line("traitement.contrat_article_28.dpo", "dpo@operateur.test");
        Line("responsables", "[\"Territoire de démonstration\"]");
        Line("responsables.1.dpo", "dpo@exemple.test");
        Line("aipd.reference", "analyse fictive");
        Line("aipd.date", "2026-01-01");
        Line("information.article_14", "personnes inventées");
        Line("information.date", "2026-01-01");
        var ids = generated.Where(line => line.StartsWith("  - id:", StringComparison.Ordinal)).Select(Value).ToList();
        Line("sources", $"[{string.Join(", ", ids)}]");
        foreach (var id in ids)
        {
            Line($"sources.{id}.nom", generated.SkipWhile(line => line != "  - id: " + id).First(line => line.StartsWith("    nom:", StringComparison.Ordinal))[9..]);
            Line($"sources.{id}.base_legale", "\"CRPA, art. L. 114-8, II\"");
            if (!id.StartsWith("bailleur", StringComparison.Ordinal) && !id.StartsWith("ccas", StringComparison.Ordinal))
                Line($"sources.{id}.base_nir", "\"décret n° 2019-341 du 19 avril 2019, art. 2, A\"");
        }

        Line("prestations", "[c2s, aspa, rsa, ppa]");
        Line("prestations.aspa.ordre_de_contact", "[ccas, bailleur, carsat, msa]");
        return text.ToString();
    }
}
