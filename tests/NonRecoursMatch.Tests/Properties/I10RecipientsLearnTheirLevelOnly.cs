using NonRecoursMatch.Tests.Formats.Probes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I10: a recipient learns at most its disclosure level, from cells, order and number of rows alike.</summary>
public class I10RecipientsLearnTheirLevelOnly
{
    static readonly string[] s_question = ["source", "poignee", "prestation", "verdict", "questions", "precautions", "avertissement"];
    static readonly string[] s_complete = ["source", "poignee", "prestation", "verdict", "motif", "fourchette", "questions", "precautions", "avertissement"];
    static readonly string[] s_invitation = ["source", "poignee", "invitation", "avertissement"];

    [Fact]
    public void Each_level_has_its_columns_and_no_other() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(Locals(seed % 2 == 0 ? "invitation" : "droit_et_question", seed % 3 == 0 ? "invitation" : "droit_et_question"));
        Population.Fill(territory, seed);
        var outcome = territory.Run();
        outcome.HeaderOf(TinyAgreement.Caf).ShouldBe(s_complete);
        outcome.HeaderOf(TinyAgreement.Cpam).ShouldBe(s_complete);
        outcome.HeaderOf(TinyAgreement.Bailleur).ShouldBe(seed % 2 == 0 ? s_invitation : s_question);
        outcome.HeaderOf(TinyAgreement.Ccas).ShouldBe(seed % 3 == 0 ? s_invitation : s_question);
    });

    [Fact]
    public void An_invitation_is_the_same_for_all_one_per_person_in_the_order_of_handles() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(Locals("invitation", "droit_et_question"));
        var random = new System.Random(seed);
        for (var number = 1; number <= 20; number++)
        {
            var resident = Resident.Of(number, 1940 + random.Next(18));
            territory[TinyAgreement.Bailleur].Tenant(resident);
            Entitle(territory, resident, random.Next(3), random);
        }

        var rows = territory.Run().ListOf(TinyAgreement.Bailleur);
        rows.Count.ShouldBe(20);
        rows.Select(row => row.Handle).ShouldBe(rows.Select(row => row.Handle).Distinct().Order(StringComparer.Ordinal));
        rows.Select(row => row["invitation"]).Distinct().ShouldBe(["Proposer un rendez-vous droits"]);
    });

    [Fact]
    public void What_an_invitation_must_not_tell_changes_no_byte_of_it() => ForAnySeed.Check(4, seed =>
    {
        // Same tenants, other rights, amounts, verdicts.
        var lists = Enumerable.Range(0, 2).Select(world =>
        {
            using var territory = new TinyTerritory(Locals("invitation", "droit_et_question"));
            var random = new System.Random(seed + world);
            for (var number = 1; number <= 12; number++)
            {
                var resident = Resident.Of(number, 1950);
                territory[TinyAgreement.Bailleur].Tenant(resident);
                Entitle(territory, resident, random.Next(3), random);
            }

            return territory.Run().DigestOf(TinyAgreement.Bailleur);
        }).ToList();
        lists[1].ShouldBe(lists[0]);
    });

    [Fact]
    public void An_amount_changes_no_byte_of_a_list_at_the_level_of_the_question() => ForAnySeed.Check(4, seed =>
    {
        var lists = new[] { 100, 700 }.Select(floor =>
        {
            using var territory = new TinyTerritory(Locals("invitation", "droit_et_question"));
            var random = new System.Random(seed + floor);
            for (var number = 1; number <= 12; number++)
            {
                var resident = Resident.Of(number, 1950);
                territory[TinyAgreement.Ccas].Visitor(resident);
                territory[TinyAgreement.Carsat].Pensioner(resident, $"{floor + random.Next(200)},00");
            }

            var outcome = territory.Run();
            File.ReadAllText(outcome.PathOf(TinyAgreement.Ccas)).ShouldNotContain("€");
            return outcome.DigestOf(TinyAgreement.Ccas);
        }).ToList();
        lists[1].ShouldBe(lists[0]);
    });

    [Fact]
    public void The_three_forms_of_a_list_hold_the_same_cells_at_every_level() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(Locals(seed % 2 == 0 ? "invitation" : "droit_et_question", "invitation"));
        Population.Fill(territory, seed, residents: 40);
        var outcome = territory.Run();
        foreach (var body in TinyAgreement.Sources)
        {
            var header = outcome.HeaderOf(body);
            List<string[]> rows = [.. outcome.ListOf(body).Select(row => header.Select(column => row[column]).ToArray())];
            var parquet = new ParquetProbe(Path.ChangeExtension(outcome.PathOf(body), ".parquet"));
            parquet.Names.ShouldBe(header);
            for (var column = 0; column < header.Count; column++)
                parquet.Values(column).ShouldBe(rows.Select(row => (object?)row[column]));

            var xlsx = Path.ChangeExtension(outcome.PathOf(body), ".xlsx");
            XlsxProbe.Faults(xlsx).ShouldBeEmpty();
            XlsxProbe.Rows(xlsx).ShouldBe([[.. header, "suivi"], .. rows.Select(row => (string[])[.. row, ""])]);
            string.Join("\n", XlsxProbe.Rows(xlsx, 1).Select(row => row[0])).ShouldBe(ReadMe(outcome, body));
        }
    });

    [Fact]
    public void The_order_of_a_list_follows_the_handle_alone() => ForAnySeed.Check(4, seed =>
    {
        using var territory = new TinyTerritory(Locals("droit_et_question", "droit_et_question"));
        Population.Fill(territory, seed, residents: 40);
        var outcome = territory.Run();
        foreach (var body in TinyAgreement.Sources)
        {
            var handles = outcome.ListOf(body).Select(row => row.Handle).ToList();
            handles.ShouldBe(handles.Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void An_agreement_cannot_give_a_landlord_or_CCAS_the_level_of_a_payer()
    {
        foreach (var terms in new[] { new TinyAgreement { BailleurLevel = "complet" }, new TinyAgreement { CcasLevel = "complet" } })
            Tests.Conventions.ConventionFixture.OnlyFault(terms.Text()).Code.ShouldBe(NonRecoursMatch.Conventions.Faults.FaultCodes.DisclosureTooHigh);
    }

    static string ReadMe(MatchOutcome outcome, string body)
        => File.ReadAllText(Path.Combine(Path.GetDirectoryName(outcome.PathOf(body))!, "LISEZMOI.txt")).ReplaceLineEndings("\n").TrimEnd();

    static TinyAgreement Locals(string bailleur, string ccas)
        => new() { BailleurLevel = bailleur, CcasLevel = ccas, C2sOrder = "bailleur, ccas, cpam", AspaOrder = "bailleur, ccas, carsat" };

    /// <summary>Makes a resident entitled to C2S (0), to ASPA (1) or to both (2), with drawn amounts.</summary>
    static void Entitle(TinyTerritory territory, Resident resident, int rights, System.Random random)
    {
        if (rights is 0 or 2)
        {
            territory[TinyAgreement.Caf].Dossier(resident, "2");
            territory[TinyAgreement.Cpam].Insured(resident);
        }

        if (rights is 1 or 2)
            territory[TinyAgreement.Carsat].Pensioner(resident, $"{random.Next(100, 900)},00");
    }
}
