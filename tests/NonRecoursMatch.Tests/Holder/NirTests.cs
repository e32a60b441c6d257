using System.Text;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Tests.Holder;

public class NirTests
{
    [Theory]
    [InlineData("186022A215325", 23)]
    [InlineData("2951099126111", 93)]
    [InlineData("2550814168025", 38)]
    [InlineData("1801275123456", 42)]
    public void The_key_is_97_minus_the_number_modulo_97_with_Corsica_as_19_and_18(string thirteen, int key)
    {
        Nir.Key(Bytes(thirteen)).ShouldBe(key);
        ClassOf($"{thirteen}{key:00}").ShouldBe(NirClass.Valid);
        for (var wrong = 0; wrong < 100; wrong++)
        {
            if (wrong != key)
                ClassOf($"{thirteen}{wrong:00}").ShouldBe(NirClass.KeyWrong);
        }
    }

    [Fact]
    public void The_fictive_example_that_is_published_with_key_36_has_a_wrong_key()
    {
        ClassOf("185057800608436").ShouldBe(NirClass.KeyWrong);
        ClassOf("185057800608491").ShouldBe(NirClass.Valid);
    }

    [Theory]
    [InlineData("", NirClass.Absent)]
    [InlineData("2550814168025", NirClass.KeyAbsent)]
    [InlineData("3550814168025", NirClass.Provisional)]
    [InlineData("4550814168025", NirClass.Provisional)]
    [InlineData("7550814168025", NirClass.Provisional)]
    [InlineData("8552014168025", NirClass.Provisional)]
    [InlineData("2552014168025", NirClass.KeyAbsent)]
    [InlineData("2559914168025", NirClass.KeyAbsent)]
    [InlineData("2551314168025", NirClass.Malformed)]
    [InlineData("2554314168025", NirClass.Malformed)]
    [InlineData("2550014168025", NirClass.Malformed)]
    [InlineData("0550814168025", NirClass.Malformed)]
    [InlineData("5550814168025", NirClass.Malformed)]
    [InlineData("6550814168025", NirClass.Malformed)]
    [InlineData("9550814168025", NirClass.Malformed)]
    [InlineData("255081416802", NirClass.Malformed)]
    [InlineData("2 55 08 14 168 025 38", NirClass.Malformed)]
    [InlineData("1,85058E+14", NirClass.Malformed)]
    [InlineData("186022a215325", NirClass.Malformed)]
    [InlineData("18602A2215325", NirClass.Malformed)]
    [InlineData("186021A215325", NirClass.Malformed)]
    public void A_cell_is_classed(string cell, NirClass expected) => ClassOf(cell).ShouldBe(expected);

    [Fact]
    public void Months_are_those_of_the_year_or_the_pseudo_months_20_to_42_and_50_to_99()
    {
        for (var month = 0; month < 100; month++)
        {
            var thirteen = $"255{month:00}14168025";
            var isPseudo = month is (>= 20 and <= 42) or >= 50;
            if (month is 0 or (> 12 and < 20) or (> 42 and < 50))
            {
                ClassOf(thirteen).ShouldBe(NirClass.Malformed, thirteen);
                continue;
            }

            var nir = Nir.Read(Bytes($"{thirteen}{Nir.Key(Bytes(thirteen)):00}"));
            nir.Class.ShouldBe(NirClass.Valid, thirteen);
            nir.HasPseudoMonth.ShouldBe(isPseudo, thirteen);
            nir.Month.ShouldBe(isPseudo ? 0 : month, thirteen);
        }
    }

    [Theory]
    [InlineData("186022A215325", true, 86, 2, "2A215")]
    [InlineData("2520820096012", false, 52, 8, "20096")]
    [InlineData("3550814168025", true, 55, 8, "14168")]
    [InlineData("4550897411025", false, 55, 8, "97411")]
    [InlineData("7550899352025", true, 55, 8, "99352")]
    [InlineData("8550898735025", false, 55, 8, "98735")]
    public void A_number_says_sex_birth_and_place(string thirteen, bool man, int year, int month, string place)
    {
        var nir = Nir.Read(Bytes(thirteen));
        (nir.IsMan, nir.Year, nir.Month, Encoding.UTF8.GetString(nir.Place)).ShouldBe((man, year, month, place));
    }

    [Fact]
    public void A_number_in_waiting_is_never_equal_to_a_certified_one()
    {
        var certified = new[] { '1', '2' }.Select(sex => Canonical(sex + "550814168025"));
        var waiting = new[] { '3', '4', '7', '8' }.Select(sex => Canonical(sex + "550814168025"));
        certified.Concat(waiting).ShouldBeUnique();
    }

    [Fact]
    public void A_number_without_key_and_the_same_with_its_key_have_one_canonical_text()
    {
        Encoding.UTF8.GetString(Nir.Read(Bytes("186022A21532523")).Canonical).ShouldBe("186022A215325");
        Encoding.UTF8.GetString(Nir.Read(Bytes("186022A215325")).Canonical).ShouldBe("186022A215325");
        Nir.Read(Bytes("186022A21532524")).Canonical.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_NIR_never_prints_itself() => Nir.Read(Bytes("186022A21532523")).ToString().ShouldBe("•••");

    static string Canonical(string cell) => Encoding.UTF8.GetString(Nir.Read(Bytes(cell)).Canonical);

    static NirClass ClassOf(string cell) => Nir.Read(Bytes(cell)).Class;

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
