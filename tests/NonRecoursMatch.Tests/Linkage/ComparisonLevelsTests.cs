using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Linkage;

public class ComparisonLevelsTests
{
    static readonly Persona s_base = new("DURAND", "Sophie", "14/02/1986", "F", "35238", "35047");

    [Theory]
    [InlineData("DURAND", "", "Durand", "", "Exact")]
    [InlineData("DURAND", "MOREL", "MOREL", "", "Exact")]
    [InlineData("LEFÈVRE", "", "LEFEVRE", "", "Exact")]
    [InlineData("SAINT-PIERRE", "", "ST PIERRE", "", "Exact")]
    [InlineData("LE GOFF", "", "GOFF", "", "Part")]
    [InlineData("DURAND-MOREL", "", "MOREL", "", "Part")]
    [InlineData("DURAND-MOREL", "", "MOREL-PETIT", "", "Part")]
    [InlineData("LEFEVRE", "", "LEFEBVRE", "", "Sound")]
    [InlineData("DUPONT", "", "DUPOND", "", "Sound")]
    [InlineData("CARPENTIER", "", "CARPENTEIR", "", "Near")]
    [InlineData("BERTRAND", "", "BERTRAMD", "", "Near")]
    [InlineData("GALLIENI", "", "GALXLIENI", "", "Near")]
    [InlineData("DURAND", "", "LEROUX", "", "Different")]
    [InlineData("DURAND", "", "", "", "Missing")]
    [InlineData("SNP", "", "DURAND", "", "Missing")]
    public void Surnames(string one, string oneUsage, string other, string otherUsage, string level)
        => MadeTokens.Compare(s_base with { Surname = one, UsageName = oneUsage }, s_base with { Surname = other, UsageName = otherUsage }).Surname.ToString().ShouldBe(level);

    [Theory]
    [InlineData("Sophie", "SOPHIE Marie", "Exact")]
    [InlineData("Jean Pierre", "Jean-Pierre", "Exact")]
    [InlineData("Marie Sophie", "Sophie", "Other")]
    [InlineData("Sophie Anne Marie", "Marie", "Other")]
    [InlineData("Jean", "Jean-Paul", "Other")]
    [InlineData("Jean-Paul", "Jean", "Other")]
    [InlineData("Philippe", "Filipe", "Sound")]
    [InlineData("Nathalie", "Natali", "Sound")]
    [InlineData("Sandrine", "Sanbrine", "Near")]
    [InlineData("Frederic", "Frdederic", "Near")]
    [InlineData("Sophie", "Solange", "Initial")]
    [InlineData("Sophie", "Marcelle", "Different")]
    [InlineData("Sophie", "", "Missing")]
    public void Given_names(string one, string other, string level)
        => MadeTokens.Compare(s_base with { GivenNames = one }, s_base with { GivenNames = other }).GivenName.ToString().ShouldBe(level);

    [Fact]
    public void Two_compounds_with_one_first_element_are_not_another_given_name_of_one_person()
        => MadeTokens.Compare(s_base with { GivenNames = "Jean-Paul" }, s_base with { GivenNames = "Jean-Marc" }).GivenName.ShouldBeOneOf(FirstNameLevel.Initial, FirstNameLevel.Different);

    [Theory]
    [InlineData("DURAND", "Sophie", "SOPHIE", "Durand")]
    [InlineData("GILBERT", "Laurence", "LAURENCE", "Gilbert")]
    [InlineData("DURAND", "Sophie", "SOPHIE", "Dürandt")]
    public void A_surname_and_a_given_name_in_each_other_s_place_are_swapped(string surname, string given, string otherSurname, string otherGiven)
    {
        var agreement = MadeTokens.Compare(s_base with { Surname = surname, GivenNames = given }, s_base with { Surname = otherSurname, GivenNames = otherGiven });
        agreement.Surname.ShouldBe(FamilyNameLevel.Swapped);
        agreement.GivenName.ShouldBe(FirstNameLevel.Exact);
    }

    [Theory]
    [InlineData("14/02/1986", "14/02/1986", "Exact")]
    [InlineData("01/01/1986", "01/01/1986", "NewYear")]
    [InlineData("05/02/1986", "02/05/1986", "Swapped")]
    [InlineData("14/02/1986", "15/02/1986", "Two")]
    [InlineData("14/02/1986", "14/03/1986", "Two")]
    [InlineData("14/02/1986", "14/02/1968", "Two")]
    [InlineData("00/02/1986", "14/02/1986", "Partial")]
    [InlineData("00/00/1986", "14/02/1986", "Partial")]
    [InlineData("01/01/1986", "14/02/1986", "Partial")]
    [InlineData("14/02/1986", "15/03/1986", "One")]
    [InlineData("14/02/1986", "15/03/1959", "Different")]
    [InlineData("00/00/1987", "14/02/1986", "Different")]
    [InlineData("", "14/02/1986", "Missing")]
    [InlineData("", "", "Missing")]
    [InlineData("31/02/1980", "14/02/1986", "Missing")]
    public void Birth_dates(string one, string other, string level)
        => MadeTokens.Compare(s_base with { Birth = one }, s_base with { Birth = other }).Birth.ToString().ShouldBe(level);

    [Theory]
    [InlineData("35238", "35238", "Exact")]
    [InlineData("35238", "35047", "Departement")]
    [InlineData("35238", "29019", "Different")]
    [InlineData("99352", "99352", "Exact")]
    [InlineData("99352", "99350", "Different")]
    [InlineData("97411", "97410", "Departement")]
    [InlineData("97411", "97209", "Different")]
    [InlineData("35238", "", "Missing")]
    [InlineData("Tombouctou", "TOMBOUCTOU", "Exact")]
    [InlineData("Tombouctou", "35238", "Different")]
    public void Birth_places(string one, string other, string level)
        => MadeTokens.Compare(s_base with { BirthPlace = one }, s_base with { BirthPlace = other }).BirthPlace.ToString().ShouldBe(level);

    [Theory]
    [InlineData("35238", "35238", "Exact")]
    [InlineData("35238", "35047", "Different")]
    [InlineData("", "35047", "Missing")]
    public void Residences(string one, string other, string level)
        => MadeTokens.Compare(s_base with { Residence = one }, s_base with { Residence = other }).Residence.ToString().ShouldBe(level);

    [Theory]
    [InlineData("F", "f", "Exact")]
    [InlineData("2", "F", "Exact")]
    [InlineData("M", "F", "Different")]
    [InlineData("X", "F", "Missing")]
    public void Sexes(string one, string other, string level)
        => MadeTokens.Compare(s_base with { Sex = one }, s_base with { Sex = other }).Sex.ToString().ShouldBe(level);

    [Fact]
    public void The_class_of_a_name_counts_only_where_the_whole_name_is_the_same()
    {
        MadeTokens.Compare(s_base with { Surname = "ABALEA" }, s_base with { Surname = "ABALEA" }).NameClass.ShouldBeGreaterThan(0);
        MadeTokens.Compare(s_base with { Surname = "ABALEA" }, s_base with { Surname = "DURAND" }).NameClass.ShouldBe(0);
    }

    [Fact]
    public void Comparison_does_not_depend_on_the_order_of_the_two() => ForAnySeed.Check(100, seed =>
    {
        var population = new Population(seed, persons: 6);
        foreach (var one in population.Left)
        {
            foreach (var other in population.Right)
                SharedAgreements(MadeTokens.Of(one, 1), MadeTokens.Of(other, 2)).ShouldBe(SharedAgreements(MadeTokens.Of(other, 2), MadeTokens.Of(one, 1)));
        }
    });

    static List<int> SharedAgreements(MadeTokens one, MadeTokens other)
        => [.. from mine in one.Anchors
               join theirs in other.Anchors on mine.Token equals theirs.Token
               orderby mine.Token
               select Comparison.Of(mine.Record, theirs.Record).Code];
}
