using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I5: an opposition received by any holder counts everywhere; of the person only a number remains.</summary>
public class I5AnOppositionCountsEverywhere
{
    /// <summary>How a body registers an opposition.</summary>
    enum Way
    {
        ByReference,
        ByIdentityWithNir,
        ByIdentityWithoutNir,
    }

    [Fact]
    public void An_opposition_to_everything_at_one_body_removes_the_person_from_all() => ForAnySeed.Check(12, seed =>
    {
        var random = new System.Random(seed);
        var (someone, other) = (Resident.Of(random.Next(1, 90_000), random.Next(1936, 1959), random.Next(2) == 0), Resident.Of(random.Next(100_000, 200_000), 1950));
        using var territory = new TinyTerritory();
        var references = Everywhere(territory, someone);
        Everywhere(territory, other);
        var (at, way) = Draw(random);
        Register(territory, at, way, someone, references[at]);
        var outcome = territory.Run();

        var handles = references.Select(held => territory.Handle(held.Key, held.Value)).ToList();
        outcome.Rows.ShouldAllBe(row => handles.TrueForAll(handle => handle.ToString() != row.Handle));
        outcome.Rows.Count.ShouldBe(2, "the other resident keeps both rights");
        Traces.Of(handles, outcome.Folder).ShouldBeEmpty();
        // The body that received the opposition ships nothing of the person but the tokens set apart.
        Traces.Of([handles[references.Keys.ToList().IndexOf(at)]], territory.PackageOf(at)).ShouldBeEmpty();
        outcome.Report["bilan"]!["detenteurs"]![at]!.AsObject().Sum(table => table.Value!["ecarts"]!["oppose"]?.GetValue<long>() ?? 0).ShouldBe(1);
    });

    [Fact]
    public void An_opposition_registered_once_removes_the_person_every_month_until_it_ends() => ForAnySeed.Check(6, seed =>
    {
        var random = new System.Random(seed);
        var someone = Resident.Of(random.Next(1, 90_000), random.Next(1936, 1959), random.Next(2) == 0);
        var at = TinyAgreement.Sources[random.Next(5)];
        var nir = at is TinyAgreement.Bailleur or TinyAgreement.Ccas ? "" : someone.Nir;
        // Twenty-four months before the last but one of three months are over.
        var received = YearMonth.Of(2024, 10).LastDay.AddDays(1);
        var opposition = new RegisteredOpposition("", nir, someone.BirthName, someone.UsageName, someone.GivenName, someone.BirthText, "toutes", $"{received:yyyy-MM-dd}", "");
        foreach (var (month, listed) in new[] { (YearMonth.Of(2026, 8), 0), (YearMonth.Of(2026, 9), 0), (YearMonth.Of(2026, 10), 2) })
        {
            using var territory = new TinyTerritory { Month = month };
            Everywhere(territory, someone);
            territory.Registered[at] = opposition.EndOf(territory.Agreement.Retention.OppositionsMonths) > month.AddMonths(1).LastDay ? [opposition] : [];
            territory.Run().Rows.Count.ShouldBe(listed, $"{month}, {at}");
        }
    });

    [Fact]
    public void An_opposition_received_by_an_absent_body_counts_everywhere() => ForAnySeed.Check(6, seed =>
    {
        var random = new System.Random(seed);
        var (someone, other) = (Resident.Of((2 * random.Next(1, 45_000)) + 1, random.Next(1936, 1959)), Resident.Of(100_001, 1950));
        using var territory = new TinyTerritory();
        var references = Everywhere(territory, someone);
        Everywhere(territory, other);
        territory.Run();
        // The fund that pays neither right of theirs, so that both are still computed.
        territory.Registered[TinyAgreement.Caf] = [new RegisteredOpposition(references[TinyAgreement.Caf], someone.Nir, someone.BirthName, "", someone.GivenName, someone.BirthText, "toutes", "2026-11-01", "")];
        var outcome = territory.Revise(territory.Output, territory.SecondOutput, TinyAgreement.Caf);
        Traces.Of(references.Select(held => territory.Handle(held.Key, held.Value)).Except([.. Withdrawn(outcome)]), outcome.Folder).ShouldBeEmpty();
        outcome.Rows.ShouldNotBeEmpty("the other resident is still told");
        outcome.Report["oppositions_seules"]![0]!["id"]!.GetValue<string>().ShouldBe(TinyAgreement.Caf);
        Directory.GetFiles(territory.PackageOf(TinyAgreement.Caf)).Select(Path.GetFileName).ShouldBe(["manifest.json", PackageTables.OppositionsAncresFile, PackageTables.OppositionsFile], ignoreOrder: true);
    });

    [Fact]
    public void An_opposition_to_one_benefit_removes_that_benefit_only() => ForAnySeed.Check(8, seed =>
    {
        var random = new System.Random(seed);
        var someone = Resident.Of(random.Next(1, 90_000), random.Next(1936, 1959), random.Next(2) == 0);
        using var territory = new TinyTerritory();
        var references = Everywhere(territory, someone);
        var (at, way) = Draw(random);
        var (scope, refused, kept) = random.Next(2) == 0 ? ("C2S", "C2S", "ASPA") : ("ASPA+RSA", "ASPA", "C2S");
        Register(territory, at, way, someone, references[at], scope);
        var outcome = territory.Run();

        outcome.Rows.ShouldHaveSingleItem()["prestation"].ShouldContain(kept == "C2S" ? "Complémentaire" : "ASPA");
        outcome.Dropped(refused, "oppose").ShouldBe(1);
        outcome.Dropped(kept, "oppose").ShouldBe(0);
    });

    [Fact]
    public void A_person_who_objects_to_one_benefit_is_still_reached_by_the_others_through_a_record_without_NIR() => ForAnySeed.Check(4, seed =>
    {
        var someone = Resident.Of(1 + (seed % 90_000), 1950);
        using var territory = new TinyTerritory(new TinyAgreement { AspaOrder = "bailleur, carsat" });
        territory[TinyAgreement.Carsat].Pensioner(someone, "300,00");
        var tenant = territory[TinyAgreement.Bailleur].Tenant(someone);
        territory[TinyAgreement.Bailleur].Oppose(tenant, "C2S");
        territory.Run().Rows.ShouldHaveSingleItem().Handle.ShouldBe(territory.Handle(TinyAgreement.Bailleur, tenant).ToString());
    });

    [Fact]
    public void Oppositions_to_single_benefits_received_by_two_bodies_add_up() => ForAnySeed.Check(4, seed =>
    {
        var random = new System.Random(seed);
        var someone = Resident.Of(random.Next(1, 90_000), 1950);
        using var territory = new TinyTerritory();
        var references = Everywhere(territory, someone);
        var (first, second) = (Draw(random), Draw(random));
        Register(territory, first.At, first.Way, someone, references[first.At], "C2S");
        Register(territory, second.At, second.Way, someone, references[second.At], "ASPA");
        territory.Run().Rows.ShouldBeEmpty();
    });

    [Fact]
    public void A_record_under_another_name_leaves_with_its_NIR_and_takes_the_records_without_NIR_of_that_name_along() => ForAnySeed.Check(4, seed =>
    {
        var random = new System.Random(seed);
        var someone = Resident.Of(random.Next(1, 90_000), 1950);
        var misspelt = someone with { BirthName = someone.BirthName + "he" };
        using var territory = new TinyTerritory();
        territory[TinyAgreement.Caf].Dossier(someone, "2");
        territory[TinyAgreement.Cpam].Insured(misspelt);
        territory[TinyAgreement.Carsat].Pensioner(misspelt, "300,00");
        territory[TinyAgreement.Ccas].Visitor(misspelt);
        // The landlord knows the right name only, and no NIR.
        var tenant = territory[TinyAgreement.Bailleur].Tenant(someone);
        territory[TinyAgreement.Bailleur].Oppose(tenant, "toutes");
        var outcome = territory.Run();
        outcome.Rows.ShouldBeEmpty();
        outcome.Report["bilan"]!["liens"]!.AsObject().Sum(source => source.Value!["lignes_sorties"]!.GetValue<long>()).ShouldBe(0);
    });

    [Fact]
    public void A_misspelt_record_without_NIR_of_an_opposed_person_leaves_too() => ForAnySeed.Check(6, seed =>
    {
        var random = new System.Random(seed);
        // Tenants are women, and odd numbers are.
        var someone = Resident.Of((2 * random.Next(1, 45_000)) + 1, 1950);
        using var territory = new TinyTerritory(new TinyAgreement { AspaOrder = "bailleur, carsat" });
        var (at, way) = Draw(random);
        var held = random.Next(2) == 0;
        if (at is TinyAgreement.Bailleur or TinyAgreement.Ccas)
            at = TinyAgreement.Caf;
        if (held || way == Way.ByReference)
            Register(territory, at, way, someone, Held(territory, at, someone));
        else
            territory[at].Oppose(someone, "toutes", way == Way.ByIdentityWithNir);
        var misspelt = someone with { BirthName = someone.BirthName[..4] + someone.BirthName[5..] };
        territory[TinyAgreement.Bailleur].Tenant(misspelt);
        var outcome = territory.Run();
        outcome.Report["bilan"]!["liens"]![TinyAgreement.Bailleur]!["lignes_sorties"]!.GetValue<long>().ShouldBe(0, $"{at}, {way}, held: {held}");
        outcome.Report["bilan"]!["liens"]![TinyAgreement.Bailleur]!["ecarts"]!["oppose"]!.GetValue<long>().ShouldBe(1);
    });

    [Fact]
    public void A_namesake_with_a_NIR_of_its_own_keeps_its_rights_when_the_opposition_names_a_NIR() => ForAnySeed.Check(4, seed =>
    {
        var someone = Resident.Of(1 + (seed % 90_000), 1950);

        // Of the same sex and month, as their NIR say.
        var namesake = Resident.Of(120_001 + (seed % 90_000), 1950) with { BirthName = someone.BirthName, GivenName = someone.GivenName, Birth = someone.Birth };
        using var territory = new TinyTerritory();
        territory[TinyAgreement.Caf].Dossier(someone, "2");
        territory[TinyAgreement.Cpam].Insured(someone);
        // Received by a body that does not hold the person, with the NIR alone.
        territory[TinyAgreement.Carsat].Oppose(someone with { BirthName = "", GivenName = "" }, "toutes", withNir: true);
        territory[TinyAgreement.Carsat].Pensioner(namesake, "300,00");
        territory.Run().Rows.ShouldHaveSingleItem()["prestation"].ShouldContain("ASPA");
    });

    [Fact]
    public void Opposed_tokens_are_gone_from_everything_that_the_operator_leaves() => ForAnySeed.Check(4, seed =>
    {
        var random = new System.Random(seed);
        using var territory = new TinyTerritory();
        var references = Everywhere(territory, Resident.Of(random.Next(1, 90_000), 1950));
        var known = Population.Fill(territory, seed);
        foreach (var (at, reference) in references)
            territory[at].Oppose(reference, random.Next(2) == 0 ? "toutes" : "C2S");
        foreach (var one in known.Where(_ => random.Next(3) == 0))
            territory[TinyAgreement.Ccas].Oppose(one.Resident, "toutes", withNir: false);
        var outcome = territory.Run();
        var tokens = TinyAgreement.Sources.SelectMany(source => OpposedTokens(territory, source)).ToList();
        tokens.ShouldNotBeEmpty();
        Traces.Of(tokens, outcome.Folder).ShouldBeEmpty();
    });

    [Fact]
    public void An_opposed_member_withholds_the_composition_of_the_foyer_without_saying_why() => ForAnySeed.Check(6, seed =>
    {
        var (first, second) = (Resident.Of(1 + (seed % 90_000), 1950), Resident.Of(100_000 + (seed % 90_000), 1951));
        using var territory = new TinyTerritory();
        var caf = territory[TinyAgreement.Caf];
        caf.Dossier(first, situation: "MAR");
        caf.Resources(first);
        caf.Oppose(caf.Partner(first, second), "toutes");
        territory[TinyAgreement.Carsat].Pensioner(first, "300,00", situation: "");
        territory.Pseudonymise(TinyAgreement.Caf);

        using var persons = new ColumnFileReader(Path.Combine(territory.PackageOf(TinyAgreement.Caf), PackageTables.PersonnesFile));
        persons.Read().ShouldBeTrue();
        persons.Batch.Length.ShouldBe(1);
        persons.Batch["role"].IsNull(0).ShouldBeTrue();
        persons.Batch["situation_familiale"].IsNull(0).ShouldBeTrue();

        var row = territory.Run().Rows.ShouldHaveSingleItem();
        row["verdict"].ShouldBe("À vérifier ensemble");
        row["questions"].ShouldContain("Avec qui vivez-vous ?");
    });

    /// <summary>A resident entitled to both rights, known to all five bodies.</summary>
    static Dictionary<string, string> Everywhere(TinyTerritory territory, Resident resident)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TinyAgreement.Caf] = territory[TinyAgreement.Caf].Dossier(resident, "2"),
            [TinyAgreement.Cpam] = territory[TinyAgreement.Cpam].Insured(resident),
            [TinyAgreement.Carsat] = territory[TinyAgreement.Carsat].Pensioner(resident, "300,00"),
            [TinyAgreement.Bailleur] = territory[TinyAgreement.Bailleur].Tenant(resident),
            [TinyAgreement.Ccas] = territory[TinyAgreement.Ccas].Visitor(resident),
        };
        territory[TinyAgreement.Caf].Resources(resident);
        return references;
    }

    static string Held(TinyTerritory territory, string at, Resident resident) => at switch
    {
        TinyAgreement.Caf => territory[at].Dossier(resident, "2"),
        TinyAgreement.Cpam => territory[at].Insured(resident),
        _ => territory[at].Pensioner(resident, "300,00"),
    };

    static (string At, Way Way) Draw(System.Random random) => (TinyAgreement.Sources[random.Next(5)], (Way)random.Next(3));

    static void Register(TinyTerritory territory, string at, Way way, Resident resident, string reference, string scope = "toutes")
    {
        // A landlord or CCAS must not hold a NIR, even in an opposition.
        if (way == Way.ByReference)
            territory[at].Oppose(reference, scope);
        else
            territory[at].Oppose(resident, scope, way == Way.ByIdentityWithNir && at is not (TinyAgreement.Bailleur or TinyAgreement.Ccas));
    }

    /// <summary>Who is told to be left in peace: their handles are in the delta alone.</summary>
    static IEnumerable<Key128> Withdrawn(MatchOutcome outcome) => Directory.EnumerateFiles(outcome.Folder, "delta.csv", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines).Where(line => line.Contains("retirée", StringComparison.Ordinal)).Select(line => Key128.ParseHex(line.Split(';')[1].Trim('"')));

    static List<Key128> OpposedTokens(TinyTerritory territory, string source)
    {
        var tokens = new List<Key128>();
        using var file = new ColumnFileReader(Path.Combine(territory.PackageOf(source), PackageTables.OppositionsFile));
        while (file.Read())
            tokens.AddRange(file.Batch[PackageTables.Jeton].Keys);
        return tokens;
    }
}
