using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Tests.Conventions;

public class TerritoryTests
{
    static TerritoryTable Territories => ConventionFixture.Library.Territories;

    static CommuneTable Communes => ConventionFixture.Library.Communes;

    [Fact]
    public void There_are_39_territories_two_of_them_unknown_and_three_without_a_code()
    {
        Territories.All.Select(territory => territory.Number).ShouldBe(Enumerable.Range(1, 39));
        Territories.All.Where(territory => territory.Status == "NOT ESTABLISHED").Select(territory => territory.Number).ShouldBe([38, 39]);
        Territories.All.Where(territory => !territory.IsEstablished).Select(territory => territory.Number).ShouldBe([32, 38, 39]);
        Territories.All.Count(territory => territory.Kind == "commune").ShouldBe(20);
        Territories.All.Count(territory => territory.Kind == "departement").ShouldBe(7);
        Territories.All.Count(territory => territory.Kind == "epci").ShouldBe(12);
        Territories.All.Count(territory => territory.Start == 2023).ShouldBe(11);
    }

    [Fact]
    public void Every_established_territory_has_communes_of_its_departements()
    {
        foreach (var territory in Territories.All)
        {
            var communes = Communes.Of(territory);
            communes.Any().ShouldBe(territory.IsEstablished, territory.Name);
            communes.ShouldAllBe(commune => territory.Departements.Contains(commune.Departement));
        }
    }

    [Theory]
    [InlineData("243500741", 31)]
    [InlineData("CA Redon Agglomération", 31)]
    [InlineData("200046977", 58)]
    [InlineData("Métropole de Lyon", 58)]
    [InlineData("13055", 1)]
    [InlineData("75056", 1)]
    [InlineData("54", 591)]
    [InlineData("972", 34)]
    [InlineData("2A004", 1)]
    [InlineData("219102860", 1)]
    public void A_territory_is_found_by_code_or_exact_name(string codeOrName, int communes)
        => Communes.Of(Territories.Find(codeOrName).ShouldNotBeNull()).Count.ShouldBe(communes);

    [Theory]
    [InlineData("redon agglomeration", "CA Redon Agglomération")]
    [InlineData("Ville de Reims", "Ville de Rennes")]
    [InlineData("strasbourg", "Ville de Strasbourg")]
    public void A_name_that_is_not_exact_is_not_found_but_suggested(string text, string suggestion)
    {
        Territories.Find(text).ShouldBeNull();
        Territories.Suggest(text).Select(territory => territory.Name).ShouldContain(suggestion);
    }

    [Fact]
    public void Nothing_is_suggested_for_a_name_that_resembles_none()
        => Territories.Suggest("xyzzyxyzzyxyzzyxyzzy").ShouldBeEmpty();

    [Theory]
    [InlineData("75101", "75056")]
    [InlineData("75120", "75056")]
    [InlineData("13216", "13055")]
    [InlineData("69381", "69123")]
    [InlineData("69389", "69123")]
    [InlineData("01015", "01015")]
    [InlineData("01039", "01138")]
    [InlineData("01120", "01262")]
    [InlineData("2B033", "2B033")]
    [InlineData("35600", null)]
    [InlineData("2b033", null)]
    [InlineData("", null)]
    public void A_code_is_mapped_to_its_current_commune(string code, string? current) => Communes.ToCurrent(code).ShouldBe(current);

    [Fact]
    public void Former_communes_of_Chemille_en_Anjou_lead_to_it()
    {
        var former = File.ReadLines(Path.Combine(ConventionFixture.Library.Root, "territories", "communes.csv"))
            .Select(line => line.Split(';')).Where(fields => fields[7] == "49092").Select(fields => fields[0]).ToList();

        former.Count.ShouldBeGreaterThan(5);
        former.ShouldAllBe(code => Communes.ToCurrent(code) == "49092");
    }

    [Fact]
    public void Every_former_code_leads_to_a_current_commune()
    {
        Communes.Current.Count.ShouldBe(34_969);
        foreach (var code in File.ReadLines(Path.Combine(ConventionFixture.Library.Root, "territories", "communes.csv")).Skip(1).Select(line => line[..line.IndexOf(';', StringComparison.Ordinal)]))
            Communes.Find(Communes.ToCurrent(code).ShouldNotBeNull(code)).ShouldNotBeNull(code);
    }

    [Fact]
    public void Paris_Marseille_and_Lyon_have_their_population()
    {
        Communes.Find("75056")!.Population.ShouldBe(2_103_778);
        Communes.Find("69123")!.Epci.ShouldBe("200046977");
        Communes.Find("97501")!.Epci.ShouldBeNull();
        Communes.Find("35236")!.PostalCodes.ShouldBe(["35600"]);
    }
}
