using System.Text.Json;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Tests.Rights.Cases;

public class ExpertCases
{
    public static TheoryData<string> Names { get; } = [.. CaseFile.All().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_expert_case_gives_what_the_expert_wrote(string name)
    {
        var (prestation, _, node) = CaseFile.All().Single(entry => entry.Name == name);
        node.Text("nom");
        node.Text("calcul");
        var expected = node.Child("attendu");
        var result = prestation switch
        {
            "c2s-par-rsa" => C2s(node),
            "aspa" => Aspa(node),
            _ => throw new FormatException($"{name}: no such benefit, {prestation}"),
        };

        result.Outcome.ShouldBe(expected.Text("conclusion"));
        result.Questions.ShouldBe(expected.List("questions"), ignoreOrder: true);
        result.Cautions.ShouldBe(expected.List("precautions"), ignoreOrder: true);
        result.Amount.ShouldBe(expected.Number("montant"), 1e-9);
        node.UnreadKeys().ShouldBeEmpty();
    }

    static Result C2s(CaseNode node)
    {
        var persons = new C2sParRsaColumns(1);
        persons.Rsa[0] = node.Word("rsa", ("inconnu", RsaState.Unknown), ("aucun", RsaState.None), ("en_attente", RsaState.Pending),
            ("refuse", RsaState.Refused), ("paye", RsaState.Paid), ("suspendu", RsaState.Suspended), ("clos", RsaState.Closed));
        persons.RsaSince[0] = node.Day("rsa_depuis");
        persons.FoundAtPayer[0] = node.Yes("trouve_a_la_caisse");
        persons.C2s[0] = node.Word("c2s", ("inconnue", C2sState.Unknown), ("aucune", C2sState.None), ("gratuite", C2sState.Free), ("participation", C2sState.Contributive));
        persons.C2sEnd[0] = node.Day("fin_c2s");
        persons.Claim[0] = node.Day("demande");
        persons.Refusal[0] = node.Day("refus");
        persons.UnpaidUntil[0] = node.Day("impaye_jusqu_au");
        persons.WeakLink[0] = node.Yes("lien_faible");
        C2sParRsa.Compute(persons, node.Month("mois"), ReferenceData.Parameters);
        return Result.Of(persons.Outcome[0], persons.Questions[0], persons.Cautions[0], 0);
    }

    static Result Aspa(CaseNode node)
    {
        var foyers = new AspaColumns(1);
        foyers.Situation[0] = node.Word("situation", ("inconnue", Situation.Unknown), ("seul", Situation.Seul), ("couple", Situation.Couple),
            ("couple_conjoint_inconnu", Situation.CoupleConjointInconnu));
        Adult(foyers.First, node.Child("premier"));
        if (foyers.Situation[0] == Situation.Couple || node.Has("second"))
            Adult(foyers.Second, node.Child("second"));
        foyers.Divergence[0] = node.Yes("divergence");
        foyers.BenefitInPayment[0] = node.Yes("prestation_en_cours");
        foyers.Mayotte[0] = node.Yes("mayotte");
        foyers.WeakLink[0] = node.Yes("lien_faible");
        AspaRule.Compute(foyers, new LawBook(ReferenceData.Parameters, node.Month("mois")), node.Number("marge"));
        return Result.Of(foyers.Outcome[0], foyers.Questions[0], foyers.Cautions[0], foyers.Amount[0]);
    }

    static void Adult(AspaAdult adult, CaseNode node)
    {
        adult.Age[0] = node.Count("age");
        adult.Pensions[0] = node.Number("pensions");
        adult.Knowledge[0] = node.Word("pensions_connues", ("inconnues", PensionKnowledge.Unknown), ("partielles", PensionKnowledge.Partial), ("completes", PensionKnowledge.Complete));
        adult.QuarterWages[0] = node.Number("salaires_du_trimestre");
        adult.OtherResources[0] = node.Number("autres_ressources");
        adult.ResourcesKnown[0] = node.Yes("ressources_connues");
        adult.FullRate[0] = YesNo(node, "taux_plein");
        adult.ForeignCareer[0] = YesNo(node, "carriere_etranger");
        adult.Nationality[0] = node.Word("nationalite", ("inconnue", Nationality.Unknown), ("francaise", Nationality.French), ("eee", Nationality.Eea), ("autre", Nationality.Other));
        adult.PermitYears[0] = node.Count("annees_de_titre");
        adult.InFrance[0] = YesNo(node, "en_france");
        adult.Aspa[0] = node.Word("aspa", ("inconnue", AspaState.Unknown), ("aucune", AspaState.None), ("versee", AspaState.Paid), ("demandee", AspaState.Pending), ("refusee", AspaState.Refused));
    }

    static Ternary YesNo(CaseNode node, string key) => node.Word(key, ("inconnu", Ternary.Unknown), ("oui", Ternary.Yes), ("non", Ternary.No));

    sealed record Result(string Outcome, string[] Questions, string[] Cautions, double Amount)
    {
        public static Result Of(Outcome outcome, Questions questions, Cautions cautions, double amount)
            => new(Snake(outcome.ToString()), Flags(questions), Flags(cautions), amount);

        static string[] Flags<T>(T set)
            where T : struct, Enum
            => [.. Enum.GetValues<T>().Where(flag => Convert.ToInt32(flag, null) != 0 && set.HasFlag(flag)).Select(flag => Snake(flag.ToString()))];

        static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }
}
