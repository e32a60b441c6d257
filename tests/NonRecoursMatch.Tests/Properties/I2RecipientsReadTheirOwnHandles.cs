using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Recipient.Reopening;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I2: no recipient receives a person that it does not hold; lists carry only its own handles.</summary>
public class I2RecipientsReadTheirOwnHandles
{
    [Fact]
    public void A_list_holds_only_handles_of_its_recipients_own_handle_table() => ForAnySeed.Check(6, seed =>
    {
        using var territory = new TinyTerritory(Orders(seed));
        Population.Fill(territory, seed, residents: 40);
        var outcome = territory.Run();
        outcome.Rows.ShouldNotBeEmpty();

        foreach (var body in TinyAgreement.Sources)
        {
            var own = HandlesOf(territory, body);
            foreach (var row in outcome.ListOf(body))
            {
                own.ShouldContain(row.Handle);
                row["source"].ShouldBe(body);
            }

            // Nor is another body's handle anywhere in what this body receives, in whatever form.
            var others = TinyAgreement.Sources.Where(other => other != body).SelectMany(other => HandlesOf(territory, other)).Select(handle => Key128.ParseHex(handle));
            Traces.Of(others, Path.GetDirectoryName(outcome.PathOf(body))!).ShouldBeEmpty();
        }
    });

    [Fact]
    public void A_person_is_named_once_per_benefit_and_to_a_body_that_holds_it() => ForAnySeed.Check(5, seed =>
    {
        using var territory = new TinyTerritory(Orders(seed) with { BailleurLevel = "droit_et_question" });
        var known = Population.Fill(territory, seed, residents: 40);
        var persons = known.SelectMany(one => one.References.Select(held => (Handle: territory.Handle(held.Key, held.Value).ToString(), held.Key, one.Resident)))
            .ToDictionary(held => (held.Handle, held.Key), held => held.Resident);
        var rows = territory.Run().Rows;

        rows.ShouldAllBe(row => persons.ContainsKey(new(row.Handle, row.Body)));
        rows.GroupBy(row => (persons[(row.Handle, row.Body)].Number, row["prestation"])).ShouldAllBe(person => person.Count() == 1);
    });

    [Fact]
    public void Two_packages_share_no_handle_and_no_group() => ForAnySeed.Check(3, seed =>
    {
        using var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed);
        territory.Run();
        known.SelectMany(one => one.References).Select(held => territory.Handle(held.Key, held.Value)).ShouldBeUnique();
        foreach (var source in TinyAgreement.Sources)
        {
            var others = TinyAgreement.Sources.Where(other => other != source).SelectMany(other => HandlesOf(territory, other)).Select(handle => Key128.ParseHex(handle));
            Traces.Of(others, territory.PackageOf(source)).ShouldBeEmpty();
        }
    });

    /// <summary>Contact orders that let every kind of body come first for some seed.</summary>
    static TinyAgreement Orders(int seed) => new()
    {
        C2sOrder = new[] { "cpam, caf, ccas, bailleur", "bailleur, ccas, cpam", "ccas, caf, cpam", "caf, cpam" }[seed % 4],
        AspaOrder = new[] { "carsat, caf", "bailleur, ccas, carsat", "ccas, bailleur, caf, carsat", "caf, ccas" }[seed / 4 % 4],
    };

    static HashSet<string> HandlesOf(TinyTerritory territory, string body)
    {
        using var secret = TinyTerritory.SecretOf(body);
        return [.. HandleTable.Read(Path.Combine(territory.Holders, body, HandleTableLayout.FileName), secret, body, territory.Month).Select(entry => entry.Handle.ToString())];
    }
}
