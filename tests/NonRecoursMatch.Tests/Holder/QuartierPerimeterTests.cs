using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Holder;

public class QuartierPerimeterTests
{
    const string Qpv = "QN03512M";
    const string OtherQpv = "QN03599M";
    const string Iris = "352360102";
    const string OtherIris = "352360199";
    const string OnlyQpv = "[qpv]";

    [Fact]
    public void By_qpv_only_the_listed_codes_leave_and_every_other_row_is_counted_by_its_cause()
    {
        using var caf = Fixture(columns: OnlyQpv);
        Person(caf, "0000001", "35236", Qpv, "").Row("prestations", ("matricule", "0000001"));
        Person(caf, "0000002", "35236", OtherQpv, "").Row("prestations", ("matricule", "0000002"));
        Person(caf, "0000003", "35236", "", "");
        Person(caf, "0000004", "75056", Qpv, "");
        Person(caf, "0000005", "", Qpv, "");
        caf.Write();

        var bilan = caf.Pseudonymise().Manifest.Bilan;

        caf.Persons().Keys.ShouldBe([caf.Handle("0000001|1")]);
        bilan.Values.ShouldAllBe(balance => balance.Closes);
        bilan["personnes"].Drops.ShouldBe(
            new Dictionary<string, long> { [DropCauses.HorsPerimetre] = 2, [DropCauses.SansQuartier] = 1, [DropCauses.SansCommune] = 1 }, ignoreOrder: true);
        bilan["prestations"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.SansGroupe] = 1 });
    }

    [Fact]
    public void By_qpv_and_iris_one_listed_code_is_enough()
    {
        using var caf = Fixture();
        Person(caf, "0000001", "35236", Qpv, OtherIris);
        Person(caf, "0000002", "35236", OtherQpv, Iris);
        Person(caf, "0000003", "35236", "", Iris);
        Person(caf, "0000004", "35236", "", OtherIris);
        Person(caf, "0000005", "35236", OtherQpv, "");
        Person(caf, "0000006", "35236", "", "");
        caf.Write();

        var drops = caf.Pseudonymise().Manifest.Bilan["personnes"].Drops;

        caf.Persons().Keys.ShouldBe([caf.Handle("0000001|1"), caf.Handle("0000002|1"), caf.Handle("0000003|1")], ignoreOrder: true);
        drops.ShouldBe(new Dictionary<string, long> { [DropCauses.HorsPerimetre] = 2, [DropCauses.SansQuartier] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void A_column_that_decides_for_another_format_only_decides_nothing_here_and_is_refused()
    {
        using var caf = Fixture(columns: OnlyQpv);
        Person(caf, "0000001", "35236", "", Iris);
        caf.Write();
        caf.Pseudonymise().Manifest.Bilan["personnes"].Drops.ShouldBe(new Dictionary<string, long> { [DropCauses.SansQuartier] = 1 });

        caf.Edit("personnes", text => text.Replace(";qpv;", ";iris;", StringComparison.Ordinal));
        caf.Validate().Groups.Select(group => (group.Code, group.Column)).ShouldBe(
            [(AnomalyCodes.ColonneManquante, "qpv"), (AnomalyCodes.ColonneNonAutorisee, "iris")], ignoreOrder: true);
    }

    [Fact]
    public void The_code_of_the_quartier_stays_with_the_holder_unless_a_benefit_lists_it()
    {
        using var stays = Fixture();
        Person(stays, "0000001", "35236", Qpv, Iris).Write();
        stays.Pseudonymise();
        stays.Persons().ShouldHaveSingleItem().Value.Keys.ShouldNotContain(name => name == "qpv" || name == "iris");
        Traces.Of([Qpv, Iris], stays.Out()).ShouldBeEmpty();

        using var leaves = Fixture(listed: "[role, qpv, commune_residence");
        Person(leaves, "0000001", "35236", Qpv, Iris).Write();
        leaves.Pseudonymise();
        var person = leaves.Persons().ShouldHaveSingleItem().Value;
        person["qpv"].ShouldBe(Qpv);
        person.Keys.ShouldNotContain("iris");
    }

    [Fact]
    public void An_optional_attribute_that_is_not_there_is_unknown_but_one_that_decides_must_be_there()
    {
        var text = ConventionFixture.Example.Replace("personnes: [commune, domicilie", "personnes: [commune, iris, domicilie", StringComparison.Ordinal);
        using var wide = new HolderFixture("ccas-exemple", text);
        wide.Row("personnes").Write();
        File.ReadLines(wide.PathOf("personnes")).First().Split(';').ShouldNotContain("iris");
        wide.Pseudonymise();
        wide.Persons().ShouldHaveSingleItem().Value["iris"].ShouldBeNull();

        using var narrow = Fixture("ccas-exemple");
        narrow.Row("personnes", ("iris", Iris)).Write();
        narrow.Edit("personnes", csv => csv.Replace(";iris;", ";", StringComparison.Ordinal).Replace($";{Iris};", ";", StringComparison.Ordinal));
        var anomaly = narrow.Validate().Groups.ShouldHaveSingleItem();
        (anomaly.Code, anomaly.Column).ShouldBe((AnomalyCodes.ColonneManquante, "iris"));
    }

    [Theory]
    [InlineData("caf-exemple")]
    [InlineData("msa-exemple-famille")]
    [InlineData("cpam-exemple")]
    [InlineData("carsat-exemple")]
    [InlineData("msa-exemple-assures")]
    [InlineData("bailleur-exemple")]
    [InlineData("ccas-exemple")]
    public void Nobody_outside_and_nobody_without_a_code_leaves_any_source_and_the_balance_closes(string source) => ForAnySeed.Check(4, seed =>
    {
        var random = new System.Random(seed);
        string[] divisions = [OnlyQpv, "[iris]", "[qpv, iris]"];
        var columns = divisions[random.Next(divisions.Length)];
        using var holder = Fixture(source, columns);
        var format = holder.Source.Format.Personnes;
        var inside = new List<Key128>();
        const int People = 60;
        for (var number = 1; number <= People; number++)
        {
            var cells = new Dictionary<string, string>
            {
                [format.Commune!] = Pick(random, "35236", "35236", "35236", "75056", ""),
                ["qpv"] = Pick(random, Qpv, OtherQpv, ""),
                ["iris"] = Pick(random, Iris, OtherIris, ""),
                ["nir"] = Resident.Of(number, 1955).Nir,
                ["matricule"] = $"{number:0000000}",
                ["bail"] = $"B-{number}",
                ["dossier"] = $"D-{number}",
                ["rang"] = "1",
                ["rang_gemellaire"] = "1",
            };
            holder.Row(format.Name, [.. cells.Select(cell => (cell.Key, cell.Value))]);
            var isListed = (columns.Contains("qpv") && cells["qpv"] == Qpv) || (columns.Contains("iris") && cells["iris"] == Iris);
            if (cells[format.Commune!] == "35236" && isListed)
                inside.Add(holder.Handle(string.Join('|', format.Reference.Select(name => cells[name]))));
        }

        holder.Write();
        var balance = holder.Pseudonymise().Manifest.Bilan[format.Name];

        holder.Persons().Keys.ShouldBe(inside, ignoreOrder: true);
        (balance.RowsIn, balance.RowsOut).ShouldBe((People, inside.Count));
        balance.Closes.ShouldBeTrue();
        balance.Drops.Keys.ShouldBeSubsetOf([DropCauses.HorsPerimetre, DropCauses.SansQuartier, DropCauses.SansCommune]);
    });

    static HolderFixture Person(HolderFixture holder, string matricule, string commune, string qpv, string iris)
        => holder.Row("personnes", ("matricule", matricule), ("commune_residence", commune), ("qpv", qpv), ("iris", iris));

    static HolderFixture Fixture(string source = "caf-exemple", string columns = "[qpv, iris]", string listed = "[role, commune_residence")
        => new(source, ConventionFixture.With(ConventionFixture.Perimeter, ConventionFixture.Quartiers(columns: ConventionFixture.Columns.Replace("[qpv, iris]", columns, StringComparison.Ordinal)))
            .Replace("[role, commune_residence", listed, StringComparison.Ordinal));

    static string Pick(System.Random random, params string[] values) => values[random.Next(values.Length)];
}
