using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Linkage;

public class NameFrequenciesTests
{
    static readonly Persona s_common = new("MARTIN", "Marie", "14/02/1946", "F");

    [Theory]
    [InlineData("ABALEA", "Marie")]
    [InlineData("MARTIN", "Cunégonde")]
    [InlineData("KERVELLA", "Enora")]
    [InlineData("Иванова", "Анна")]
    public void A_rare_name_has_a_higher_class_than_Martin_Marie(string surname, string givenNames)
        => ClassOf(s_common with { Surname = surname, GivenNames = givenNames }).ShouldBeGreaterThan(ClassOf(s_common));

    [Fact]
    public void A_name_that_no_table_lists_is_among_the_rarest()
        => ClassOf(new("ZZYZXQUE", "Wxyzabel", "14/02/1986", "F")).ShouldBeGreaterThan(ClassOf(new("DURAND", "Sophie", "14/02/1986", "F")));

    [Fact]
    public void An_unknown_sex_or_year_never_gives_a_rarer_class() => ForAnySeed.Check(300, seed =>
    {
        var population = new Population(seed, persons: 4);
        foreach (var persona in population.Left.Concat(population.Right))
        {
            var known = ClassOf(persona);
            ClassOf(persona with { Sex = "" }).ShouldBeLessThanOrEqualTo(known);
            ClassOf(persona with { Birth = "" }).ShouldBeLessThanOrEqualTo(known);
            ClassOf(persona with { Birth = "", Sex = "" }).ShouldBeLessThanOrEqualTo(known);
        }
    });

    [Fact]
    public void Another_surname_never_gives_a_rarer_class() => ForAnySeed.Check(300, seed =>
    {
        foreach (var persona in new Population(seed, persons: 4).Left.Where(persona => persona.Surname != ""))
            ClassOf(persona with { UsageName = "MARTIN" }).ShouldBeLessThanOrEqualTo(ClassOf(persona with { UsageName = "" }));
    });

    [Fact]
    public void Letters_and_titles_do_not_change_the_class()
    {
        ClassOf(s_common with { Surname = "Mme Martin", GivenNames = "marie Thérèse" }).ShouldBe(ClassOf(s_common));
        ClassOf(s_common with { Sex = "2" }).ShouldBe(ClassOf(s_common));
    }

    [Fact]
    public void An_incomplete_name_has_the_lowest_class()
    {
        ClassOf(new()).ShouldBe((byte)0);
        ClassOf(s_common with { Surname = "" }).ShouldBe((byte)0);
        ClassOf(s_common with { GivenNames = "" }).ShouldBe((byte)0);
    }

    static byte ClassOf(Persona persona) => MadeTokens.Frequencies.ClassOf(persona.Forms());
}
