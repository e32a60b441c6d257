using System.Globalization;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I4: no fraud use. A divergence that could reduce a benefit in payment is never listed, and no reason names a source.</summary>
public class I4NothingAgainstThePerson
{
    static readonly string[] s_onComposition = ["RSA", "PPA", "ALF", "ALS", "APL", "ASF", "AAH"];
    static readonly string[] s_alone = ["CEL", "VEU", "DIV", "SEF", "SEL"];
    static readonly string[] s_couple = ["MAR", "PAC", "VIM"];

    // Words that would tell the recipient who knew.
    static readonly string[] s_sources = ["caf", "cpam", "carsat", "msa", "ccas", "bailleur", "caisse", "organisme", "mutualité", "allocations familiales", "assurance maladie", "landlord", "fund"];
    static readonly string[] s_accusations = ["certain", "signalé", "non-recours", "anomalie", "fraude", "écart", "divergence", "incohérence", "contrôle", "indu", "fraud", "mismatch", "reported"];

    [Fact]
    public void A_divergence_on_the_foyer_while_a_benefit_is_paid_leaves_a_count_and_no_row() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        for (var number = 1; number <= 10; number++)
        {
            var resident = Resident.Of(number, random.Next(1936, 1960));
            var alone = random.Next(2) == 0;
            territory[TinyAgreement.Caf].Dossier(resident, situation: Pick(random, alone ? s_alone : s_couple));
            territory[TinyAgreement.Caf].Benefit(resident, Pick(random, s_onComposition), "2");
            territory[TinyAgreement.Carsat].Pensioner(resident, "300,00", situation: Pick(random, alone ? s_couple : s_alone));
            territory[TinyAgreement.Ccas].Visitor(resident);
        }

        var outcome = territory.Run();
        outcome.Rows.ShouldBeEmpty();
        outcome.Dropped("ASPA", "divergence_non_exploitee").ShouldBe(10);
        Traces.Of(Enumerable.Range(1, 10).Select(number => territory.Handle(TinyAgreement.Ccas, string.Create(CultureInfo.InvariantCulture, $"D{number:0000000}"))), outcome.Folder).ShouldBeEmpty();
    });

    [Fact]
    public void Without_a_benefit_in_payment_the_same_divergence_is_a_question_that_accuses_nobody() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        var resident = Resident.Of(1, 1950);
        territory[TinyAgreement.Caf].Dossier(resident, situation: Pick(random, s_alone));
        territory[TinyAgreement.Caf].Benefit(resident, Pick(random, s_onComposition), "6");
        territory[TinyAgreement.Carsat].Pensioner(resident, "300,00", situation: Pick(random, s_couple));
        var row = territory.Run().Rows.ShouldHaveSingleItem();
        row["verdict"].ShouldBe("À vérifier ensemble");
        row["questions"].ShouldContain("Avec qui vivez-vous ?");
    });

    [Fact]
    public void Who_receives_without_being_entitled_is_never_singled_out() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        for (var number = 1; number <= 12; number++)
        {
            // C2S without RSA, ASPA with a pension over the ceiling, RSA with resources: all received, none due.
            var resident = Resident.Of(number, random.Next(1936, 1958));
            territory[TinyAgreement.Caf].Dossier(resident, random.Next(2) == 0 ? "2" : "6");
            territory[TinyAgreement.Caf].Resources(resident, "SALAIRE", "3000,00");
            territory[TinyAgreement.Cpam].Insured(resident, random.Next(2) == 0 ? "G" : "P");
            territory[TinyAgreement.Carsat].Pensioner(resident, "2500,00", "O");
            territory[TinyAgreement.Bailleur].Tenant(resident);
        }

        territory.Run().Rows.ShouldBeEmpty();
    });

    [Fact]
    public void No_cell_of_a_list_names_a_source_or_accuses() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(new TinyAgreement { AspaOrder = "ccas, bailleur, carsat", BailleurLevel = seed % 2 == 0 ? "invitation" : "droit_et_question", Language = seed % 3 == 0 ? "en" : "fr" });
        Population.Fill(territory, seed, residents: 40);
        foreach (var row in territory.Run().Rows)
        {
            foreach (var (column, cell) in row.Cells.Where(cell => cell.Key is not ("source" or "poignee")))
                Suspect(cell).ShouldBeEmpty(column);
        }
    });

    [Fact]
    public void No_text_that_a_list_could_ever_show_names_a_source_or_accuses()
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var texts = new ListTexts(CultureInfo.GetCultureInfo(language));
            Suspect(texts.Questions((Questions)~0)).ShouldBeEmpty();
            Suspect(texts.Cautions((Cautions)~0)).ShouldBeEmpty();
            Suspect(texts.Invitation).ShouldBeEmpty();
            foreach (var sujet in Enum.GetValues<Sujet>())
                Suspect(texts.Sujet(sujet)).ShouldBeEmpty();
            foreach (var motif in Enum.GetValues<Motif>())
                Suspect(texts.Motif(motif)).ShouldBeEmpty();
            foreach (var verdict in new[] { Outcome.Certain, Outcome.Presume, Outcome.AVerifier })
                Suspect(texts.Verdict(verdict)).ShouldBeEmpty();
        }
    }

    static IEnumerable<string> Suspect(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '?', '(', ')', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        var joined = " " + string.Join(' ', words) + " ";
        return s_sources.Concat(s_accusations).Where(word => joined.Contains(" " + word + " ", StringComparison.Ordinal) || joined.Contains(" " + word + "s ", StringComparison.Ordinal));
    }

    static string Pick(System.Random random, string[] values) => values[random.Next(values.Length)];
}
