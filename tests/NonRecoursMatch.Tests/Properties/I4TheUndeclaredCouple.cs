using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I4: a person declared alone whose lease says otherwise cannot be told from the neighbours, in any list.</summary>
public class I4TheUndeclaredCouple
{
    const int Residents = 40;

    [Fact]
    public void Its_rows_read_like_those_of_its_neighbours() => ForAnySeed.Check(3, seed =>
    {
        using var territory = World(seed, i => i % 4 == 0, paid: false);
        var outcome = territory.Run();
        foreach (var body in TinyAgreement.Sources)
        {
            var rows = outcome.ListOf(body);
            var neighbours = rows.Where(row => !IsCouple(territory, body, row.Handle)).Select(Told).ToHashSet(StringComparer.Ordinal);
            foreach (var row in rows.Where(row => IsCouple(territory, body, row.Handle)))
                neighbours.ShouldContain(Told(row), body);
        }

        outcome.ListOf(TinyAgreement.Caf).Count.ShouldBe(Residents);
    });

    [Fact]
    public void Under_a_handle_that_draws_the_question_the_disagreement_changes_no_byte() => ForAnySeed.Check(2, seed =>
    {
        using var calm = World(seed, _ => false, paid: false);
        var before = calm.Run();
        var drawn = Enumerable.Range(0, Residents).Where(i => QuestionCommune.Tiree(calm.Handle(TinyAgreement.Caf, Reference(i)))).ToHashSet();
        drawn.ShouldNotBeEmpty();
        using var torn = World(seed, drawn.Contains, paid: false);
        var after = torn.Run();
        foreach (var body in new[] { TinyAgreement.Caf, TinyAgreement.Cpam, TinyAgreement.Ccas })
            after.DigestOf(body).ShouldBe(before.DigestOf(body));
    });

    [Fact]
    public void While_a_benefit_is_paid_it_leaves_a_count_and_no_row_about_what_depends_on_it() => ForAnySeed.Check(2, seed =>
    {
        using var territory = World(seed, _ => true, paid: true);
        var outcome = territory.Run();
        outcome.Rows.ShouldBeEmpty();
        outcome.Dropped("RSA", "divergence_non_exploitee").ShouldBe(Residents);
    });

    /// <summary>People declared alone without any income, each tenant; those of <paramref name="couple"/> share the lease with a co-holder.</summary>
    static TinyTerritory World(int seed, Predicate<int> couple, bool paid)
    {
        var territory = new TinyTerritory(new TinyAgreement());
        var random = new System.Random(seed);
        var (caf, landlord) = (territory[TinyAgreement.Caf], territory[TinyAgreement.Bailleur]);
        for (var i = 0; i < Residents; i++)
        {
            var resident = Resident.Of(1 + i, random.Next(1975, 1990));
            caf.Dossier(resident);
            caf.WholeYear(resident);
            if (paid)
                caf.Benefit(resident, "APL", "2");
            landlord.Tenant(resident, "TIT");
            if (couple(i))
                landlord.CoTenant(resident, Resident.Of(100_000 + i, 1980));
            territory[TinyAgreement.Cpam].Insured(resident);
        }

        return territory;
    }

    static bool IsCouple(TinyTerritory territory, string body, string handle)
        => Enumerable.Range(0, Residents).Where(i => i % 4 == 0).Any(i => body == TinyAgreement.Caf && territory.Handle(body, Reference(i)).ToString() == handle);

    static string Reference(int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1 + i:0000000}|1");

    static string Told(ListRow row) => string.Join('|', row.Cells.Where(cell => cell.Key != "poignee").Select(cell => cell.Value));
}
