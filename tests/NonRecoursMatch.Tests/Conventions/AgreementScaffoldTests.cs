using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary><c>convention new</c>: what is answered is in the agreement, what is not is a gap that lets nothing run.</summary>
public sealed class AgreementScaffoldTests : IDisposable
{
    static readonly string[] s_sources = ["caf-35", "cpam-35", "carsat-bretagne", "msa-ouest-famille", "msa-ouest-assures", "bailleur-1", "ccas-redon"];

    readonly TemporaryFolder _folder = new(inMemory: true);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("separes")]
    [InlineData("unique")]
    public void An_agreement_whose_every_question_is_answered_is_in_force_for_real_persons(string roles)
    {
        var agreement = ConventionFixture.Read(Text(Answers(roles))).Agreement.ShouldNotBeNull();

        agreement.Test.ShouldBeFalse();
        agreement.Id.ShouldBe("tznr-243500741");
        agreement.Sources.Select(source => source.Id).ShouldBe(s_sources);
        agreement.Sources.Select(source => source.Body).ShouldBe(["caf-35", "cpam-35", "carsat-bretagne", "msa-ouest", "msa-ouest", "bailleur-1", "ccas-redon"]);
        agreement.Sources.Select(source => source.Format.Id).ShouldBe(["caf/allocataires@1", "cpam/assures@1", "carsat/retraites@1", "msa/famille@1", "msa/assures@1", "bailleur/locataires@1", "ccas/usagers@1"]);
        agreement.Prestations.ShouldBe([Prestation.C2s, Prestation.Aspa, Prestation.Rsa, Prestation.Ppa]);
        agreement.ContactOrder[Prestation.Aspa].Select(AgreementWords.Of).ShouldBe(["ccas", "carsat"]);
        agreement.Controllers.Select(controller => controller.Dpo).ShouldBe(["dpo@territoire.exemple", "dpo@caf.exemple"]);
        agreement.Safeguards.Certificates.Count.ShouldBe(roles == "separes" ? 7 : 0);
        agreement.Safeguards.Dates.Count.ShouldBe(4);
        agreement.Perimeter.Border.Order(StringComparer.Ordinal).ShouldBe(["35268", "56216"]);
        agreement.Sources[6].Disclosure.ShouldBe(DisclosureLevel.Invitation);
        agreement.Sources[0].LegalBasis.ShouldBe("texte \"cité\" \\ avec des guillemets");
        agreement.CheckSingleProcessor().Count.ShouldBe(roles == "unique" ? 0 : 1);
    }

    [Fact]
    public void Every_question_that_is_not_answered_is_one_gap_that_asks_it_again()
    {
        var answers = Answers("separes");
        foreach (var name in (string[])["sources.caf-35.base_nir", "fondement.fenetre.debut", "aipd.date", "responsables.2.dpo", "certificats.operateur.scellement", "traitement.contrat_article_28.reference"])
            answers.Remove(name).ShouldBeTrue(name);

        var text = Text(answers);
        var faults = ConventionFixture.Read(text).Faults;

        faults.ShouldAllBe(fault => fault.Code == FaultCodes.Gap);
        faults.Select(fault => fault.Path).ShouldBe(
            ["fondement.fenetre.debut", "traitement.contrat_article_28.reference", "responsables[1].dpo", "aipd.date", "sources[0].base_nir", "certificats.operateur.scellement"]);
        text.ShouldContain("À COMPLÉTER : caf-35 : quel texte lui permet d'utiliser le NIR pour cela ? (sources.caf-35.base_nir)");
    }

    [Fact]
    public void Nobody_at_all_gives_gaps_and_no_legal_ground()
    {
        var faults = ConventionFixture.Read(Text([])).Faults;

        faults.ShouldAllBe(fault => fault.Code == FaultCodes.Gap);
        faults.Select(fault => fault.Path).ShouldBe(
            ["convention", "territoire", "perimetre.niveau", "fondement.texte", "traitement.roles", "responsables", "aipd.reference", "aipd.date", "information.article_14", "information.date", "sources", "prestations"]);
    }

    [Theory]
    [InlineData("aipd.date", "hier")]
    [InlineData("territoire", "Ville d'Ys")]
    [InlineData("territoire", "Vallée du Lot (bearer unresolved)")]
    [InlineData("sources", "caf-35 ; france-travail")]
    [InlineData("sources", "caf-35 ; caf-35")]
    [InlineData("prestations", "rsa ; apa")]
    [InlineData("sources.ccas-redon.divulgation", "complet")]
    [InlineData("conservation.paquets_mois", "24")]
    [InlineData("seuils.petite_cellule", "5")]
    [InlineData("certificats.operateur.signature", "00112233")]
    public void An_answer_of_another_form_is_refused_with_its_line(string name, string answer)
    {
        var answers = Answers("separes");
        answers[name] = answer;

        var fault = Refused(answers).First(fault => fault.Code == FaultCodes.AnswerForm);

        fault.Path.ShouldBe(name);
        fault.Line.ShouldBe(answers.Keys.ToList().IndexOf(name) + 1);
    }

    [Fact]
    public void An_answer_that_nothing_asks_for_is_refused_and_the_nearest_question_named()
    {
        var answers = Answers("unique");
        answers["aipd.referense"] = "AIPD 12";

        var fault = Refused(answers).ShouldHaveSingleItem();

        fault.Code.ShouldBe(FaultCodes.AnswerToNothing);
        fault.Line.ShouldBe(answers.Keys.ToList().IndexOf("aipd.referense") + 1);
        fault.Action(CultureInfo.GetCultureInfo("fr")).ShouldContain("aipd.reference");
    }

    [Fact]
    public void Every_question_has_its_sentence_in_both_languages()
    {
        var asked = new Asked(Answers("unique"));
        AgreementScaffold.Text(asked, ConventionFixture.Library);
        var separate = new Asked(Answers("separes"));
        AgreementScaffold.Text(separate, ConventionFixture.Library);

        var questions = asked.Questions.Concat(separate.Questions).DistinctBy(question => question.Id).ToList();
        questions.Count.ShouldBeGreaterThan(80);
        foreach (var question in questions)
        {
            var (french, english) = (question.Text(CultureInfo.GetCultureInfo("fr-FR")), question.Text(CultureInfo.GetCultureInfo("en-GB")));
            french.ShouldNotBeNullOrWhiteSpace();
            french.ShouldNotBe(english);
            question.Default?.ShouldSatisfyAllConditions(proposed => question.Form.Accepts(proposed).ShouldBeTrue(question.Id));
        }
    }

    string Text(SortedDictionary<string, string> answers)
    {
        var file = Read(answers);
        var text = AgreementScaffold.Text(file, ConventionFixture.Library);
        file.RequireAllUsed();
        return text;
    }

    IReadOnlyList<Fault> Refused(SortedDictionary<string, string> answers) => Should.Throw<AgreementException>(() => Text(answers)).Faults;

    AnswersFile Read(SortedDictionary<string, string> answers)
    {
        File.WriteAllText(_folder["reponses.yaml"], answers.Count == 0 ? "{}" : string.Concat(answers.Select(answer => $"{answer.Key}: '{answer.Value.Replace("'", "''", StringComparison.Ordinal)}'\n")));
        return AnswersFile.Read(_folder["reponses.yaml"]);
    }

    static SortedDictionary<string, string> Answers(string roles)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["territoire"] = "CA Redon Agglomération",
            ["fondement.texte"] = "loi-3ds-art-133",
            ["fondement.fenetre.debut"] = "2024-01",
            ["fondement.fenetre.fin"] = "2026-12",
            ["fondement.fenetre.texte_de_fin"] = "texte de fin cité pour les tests",
            ["traitement.roles"] = roles,
            [roles == "unique" ? "traitement.sous_traitant" : "traitement.operateur"] = "Groupement d'exemple",
            ["traitement.contrat_article_28.reference"] = "marché 12",
            ["traitement.contrat_article_28.date"] = "2023-12-01",
            ["traitement.contrat_article_28.dpo"] = "dpo@operateur.exemple",
            ["responsables"] = "Territoire d'exemple ; CAF d'exemple",
            ["responsables.1.dpo"] = "dpo@territoire.exemple",
            ["responsables.2.dpo"] = "dpo@caf.exemple",
            ["accord_article_26.reference"] = "accord 3",
            ["accord_article_26.date"] = "2023-12-01",
            ["accord_article_26.point_de_contact"] = "droits@territoire.exemple",
            ["aipd.reference"] = "AIPD 7",
            ["aipd.date"] = "2023-11-01",
            ["information.article_14"] = "affiches et sites",
            ["information.date"] = "2024-01-02",
            ["sources"] = string.Join(" ; ", s_sources),
            ["sources.ccas-redon.divulgation"] = "invitation",
            ["prestations"] = "c2s ; aspa ; rsa ; ppa",
            ["perimetre.communes_frontalieres"] = "35268 ; 56216",
            ["prestations.aspa.ordre_de_contact"] = "ccas ; carsat",
            ["conservation.paquets_mois"] = "6",
            ["seuils.petite_cellule"] = "20",
        };
        foreach (var source in s_sources)
        {
            answers[$"sources.{source}.nom"] = "Organisme " + source;
            answers[$"sources.{source}.base_legale"] = "texte \"cité\" \\ avec des guillemets";
            if (source is not ("bailleur-1" or "ccas-redon"))
                answers[$"sources.{source}.base_nir"] = "décret 2019-341, art. 2, A";
        }

        var number = 16;
        foreach (var body in roles == "separes" ? s_sources.Select(source => source.StartsWith("msa", StringComparison.Ordinal) ? "msa-ouest" : source).Distinct().Append(Safeguards.Operator) : [])
        {
            foreach (var use in (string[])["signature", "scellement"])
                answers[$"certificats.{body}.{use}"] = string.Join(':', Enumerable.Repeat(number++.ToString("X2", CultureInfo.InvariantCulture), 32));
        }

        return answers;
    }

    /// <summary>Remembers what was asked.</summary>
    sealed class Asked(SortedDictionary<string, string> answers) : IAnswers
    {
        public List<Question> Questions { get; } = [];

        public string? To(Question question)
        {
            Questions.Add(question);
            return answers.GetValueOrDefault(question.Id);
        }
    }
}
