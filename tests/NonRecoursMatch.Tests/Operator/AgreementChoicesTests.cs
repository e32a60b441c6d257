using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>What an agreement chooses about facts, places and publics, seen in the lists.</summary>
public class AgreementChoicesTests
{
    [Fact]
    public void The_order_of_belief_decides_between_two_birth_months()
    {
        foreach (var (order, rows) in new[] { ("", 0), ("naissance: [carsat, caf, cpam, bailleur, ccas]", 1) })
        {
            using var territory = new TinyTerritory(new TinyAgreement { FactOrder = order });
            // Ten years apart: a slip of the hand, which leaves the NIR its worth.
            var old = Resident.Of(1, 1955);
            var young = old with { Birth = new DateOnly(1965, old.Birth.Month, old.Birth.Day) };
            territory[TinyAgreement.Caf].Dossier(young, "2");
            territory[TinyAgreement.Carsat].Pensioner(old, "400,00");
            territory.Run().Rows.Count(row => row["prestation"].Contains("ASPA")).ShouldBe(rows, order);
        }
    }

    [Fact]
    public void In_a_border_commune_foreign_pay_is_asked_about()
    {
        using var territory = new TinyTerritory(new TinyAgreement { Border = "[\"35236\"]" });
        Poor(territory, 1);
        var row = territory.Run().ListOf(TinyAgreement.Caf).ShouldHaveSingleItem();
        row["verdict"].ShouldBe("À vérifier ensemble");
        row["questions"].ShouldContain("à l'étranger");
    }

    [Fact]
    public void A_benefit_with_target_publics_leaves_counts_of_the_others()
    {
        using var territory = new TinyTerritory(new TinyAgreement { RsaPublics = "moins_de_25_ans, demandeurs_emploi" });
        Poor(territory, 1);
        Poor(territory, 2, "CHOMAGE", "150,00");
        var outcome = territory.Run();
        outcome.ListOf(TinyAgreement.Caf).Count(row => row["prestation"].Contains("RSA")).ShouldBe(1);
        outcome.Dropped("RSA", "hors_public").ShouldBe(1);
    }

    [Fact]
    public void Absent_from_a_payer_means_no_only_where_all_of_them_declare_themselves_exhaustive()
    {
        foreach (var (declared, rows) in new[] { (Array.Empty<string>(), 0), (["C2S"], 1) })
        {
            using var territory = new TinyTerritory(new TinyAgreement { C2sOrder = "caf" });
            territory[TinyAgreement.Cpam].ExhaustiveFor = declared;
            territory[TinyAgreement.Caf].Dossier(Resident.Of(1, 1980), "2");
            var listed = territory.Run().Rows.Where(row => row["prestation"] == "Complémentaire santé solidaire").ToList();
            listed.Count.ShouldBe(rows);
            listed.ShouldAllBe(row => row["verdict"] == "À vérifier ensemble");
        }
    }

    [Fact]
    public void Somebody_whom_no_fund_holds_is_for_the_CCAS_alone_and_only_where_the_link_was_possible()
    {
        using var territory = new TinyTerritory();
        territory[TinyAgreement.Cpam].ExhaustiveFor = ["C2S"];
        var (unknown, insured, undated) = (Resident.Of(1, 1980), Resident.Of(2, 1981), Resident.Of(3, 1982));
        territory[TinyAgreement.Ccas].Visitor(unknown);
        territory[TinyAgreement.Bailleur].Tenant(unknown);
        territory[TinyAgreement.Ccas].Visitor(insured);
        territory[TinyAgreement.Cpam].Insured(insured, "G");
        territory[TinyAgreement.Ccas].Visitor(undated);
        territory[TinyAgreement.Ccas].Persons.Rows[^1]["date_naissance"] = "";
        var outcome = territory.Run();
        var row = outcome.Rows.ShouldHaveSingleItem();
        row.Body.ShouldBe(TinyAgreement.Ccas);
        row["prestation"].ShouldBe("Rendez-vous droits");
        outcome.Report["bilan"]!["foyers"]!["INCONNU_DES_CAISSES"]!["lignes_sorties"]!.GetValue<int>().ShouldBe(1);
    }

    static void Poor(TinyTerritory territory, int number, string nature = "", string amount = "")
    {
        var resident = Resident.Of(number, 1980);
        territory[TinyAgreement.Caf].Dossier(resident);
        territory[TinyAgreement.Caf].WholeYear(resident, nature, amount);
    }
}
