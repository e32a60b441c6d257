using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>Invariant I3: people found not entitled, or already receiving, leave only counts.</summary>
public class I3OnlyCountsRemain
{
    [Fact]
    public void Nothing_of_a_person_without_a_row_stays_with_the_operator() => ForAnySeed.Check(5, seed =>
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, seed, residents: 40);
        var outcome = territory.Run();

        var listed = outcome.Rows.Select(row => row.Handle).ToHashSet();
        var keys = TinyAgreement.Sources.SelectMany(source => KeysOf(territory, source)).Where(key => !listed.Contains(key.ToString())).ToList();
        keys.Count.ShouldBeGreaterThan(listed.Count);
        Traces.Of(keys, outcome.Folder).ShouldBeEmpty();
        Directory.GetFileSystemEntries(outcome.Folder).Select(Path.GetFileName).ShouldBe(["lists", "rapport.html", "rapport.json", "synthese.html"], ignoreOrder: true);
    });

    [Fact]
    public void Those_who_receive_or_are_not_entitled_are_counted_and_listed_nowhere() => ForAnySeed.Check(5, seed =>
    {
        using var territory = new TinyTerritory();
        var random = new System.Random(seed);
        var (caf, cpam, carsat) = (territory[TinyAgreement.Caf], territory[TinyAgreement.Cpam], territory[TinyAgreement.Carsat]);
        var (receiving, pending, poor, rich) = (random.Next(1, 9), random.Next(1, 9), random.Next(1, 9), random.Next(1, 9));
        var number = 1;
        for (var i = 0; i < receiving; i++)
            Both(Resident.Of(number++, 1980), "2", random.Next(2) == 0 ? "G" : "P");
        for (var i = 0; i < pending; i++)
            Both(Resident.Of(number++, 1985), random.Next(2) == 0 ? "0" : "6", "N");
        for (var i = 0; i < poor; i++)
            carsat.Pensioner(Resident.Of(number++, 1950), "400,00", "O");
        for (var i = 0; i < rich; i++)
            carsat.Pensioner(Resident.Of(number++, 1950), "2400,00");
        var outcome = territory.Run();

        outcome.Rows.ShouldBeEmpty();
        outcome.Dropped("C2S", "deja_percu").ShouldBe(receiving);
        outcome.Dropped("C2S", "indetermine").ShouldBe(pending);
        outcome.Dropped("ASPA", "deja_percu").ShouldBe(poor);
        outcome.Dropped("ASPA", "non_eligible").ShouldBe(rich);

        void Both(Resident resident, string rsa, string c2s)
        {
            caf.Dossier(resident, rsa);
            cpam.Insured(resident, c2s);
        }
    });

    [Fact]
    public void Who_died_or_left_according_to_any_body_is_listed_nowhere() => ForAnySeed.Check(5, seed =>
    {
        using var territory = new TinyTerritory();
        var known = Population.Fill(territory, seed, residents: 40);
        var random = new System.Random(seed);
        var gone = known.Where((one, i) => one.References.ContainsKey(TinyAgreement.Cpam) && i % 2 == 0).ToList();
        foreach (var one in gone)
            territory[TinyAgreement.Cpam].Persons.Rows.First(row => row["nir"] == one.Resident.Nir)[random.Next(2) == 0 ? "date_deces" : "sorti_le"] = "12/09/2026";
        // A record linked by name alone may be of a namesake: only those with a NIR are sure to be the same person.
        var handles = gone.SelectMany(one => one.References.Where(held => held.Key is TinyAgreement.Carsat or TinyAgreement.Cpam)).Select(held => territory.Handle(held.Key, held.Value).ToString()).ToHashSet();
        territory.Run().Rows.ShouldAllBe(row => !handles.Contains(row.Handle));
    });

    static List<Key128> KeysOf(TinyTerritory territory, string source)
    {
        var keys = new List<Key128>();
        using var persons = new ColumnFileReader(Path.Combine(territory.PackageOf(source), PackageTables.PersonnesFile));
        while (persons.Read())
        {
            for (var row = 0; row < persons.Batch.Length; row++)
            {
                keys.Add(persons.Batch[PackageTables.Groupe].Keys[row]);
                keys.Add(persons.Batch[PackageTables.Poignee].Keys[row]);
                if (persons.Batch[PackageTables.JetonNir].KeyOrNull(row) is { } nir)
                    keys.Add(nir);
            }
        }

        return keys;
    }
}
