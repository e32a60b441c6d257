using System.Text;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Tests.Holder;

public class NirCoherenceTests
{
    [Theory]
    [InlineData("1550814168025", "M", true)]
    [InlineData("1550814168025", "F", false)]
    [InlineData("2550814168025", "F", true)]
    [InlineData("3550814168025", "F", false)]
    [InlineData("8550814168025", "F", true)]
    [InlineData("2550814168025", "", null)]
    [InlineData("2550814168025", "X", null)]
    public void Sexes_are_compared(string nir, string sex, bool? expected) => NirCoherence.OfSex(Read(nir), Encoding.UTF8.GetBytes(sex)).ShouldBe(expected);

    [Theory]
    [InlineData("09/08/1955", true)]
    [InlineData("09/08/2055", true)]
    [InlineData("00/08/1955", true)]
    [InlineData("00/00/1955", true)]
    [InlineData("00/00/0000", null)]
    [InlineData("", null)]
    [InlineData("01/01/1955", true)]
    [InlineData("01/01/1985", false)]
    [InlineData("00/00/1985", false)]
    [InlineData("09/07/1955", true)]
    [InlineData("09/09/1955", true)]
    [InlineData("09/08/1956", true)]
    [InlineData("09/08/1945", true)]
    [InlineData("08/11/1955", true)]
    [InlineData("09/11/1955", false)]
    [InlineData("09/07/1956", false)]
    [InlineData("08/11/1956", false)]
    [InlineData("09/08/1985", false)]
    [InlineData("09/08/1957", false)]
    public void One_slip_in_a_date_is_no_other_person_and_two_are(string birth, bool? expected)
        => NirCoherence.OfDate(Read("2550814168025"), Date(birth), monthByDefault: false).ShouldBe(expected);

    [Theory]
    [InlineData("2001214168025", "04/01/2001", true)]
    [InlineData("2000114168025", "04/12/1999", true)]
    [InlineData("2990114168025", "04/02/1900", false)]
    public void A_slip_over_the_new_year_is_one_slip(string nir, string birth, bool expected)
        => NirCoherence.OfDate(Read(nir), Date(birth), monthByDefault: false).ShouldBe(expected);

    [Fact]
    public void A_month_that_the_source_or_the_number_does_not_know_is_not_compared()
    {
        NirCoherence.OfDate(Read("2550814168025"), Date("15/11/1955"), monthByDefault: true).ShouldBe(true);
        NirCoherence.OfDate(Read("2554114168025"), Date("15/11/1955"), monthByDefault: false).ShouldBe(true);
        NirCoherence.OfDate(Read("2554114168025"), Date("15/11/1975"), monthByDefault: false).ShouldBe(false);
    }

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(null, null, null, false)]
    public void Another_sex_or_date_is_another_person_and_another_place_is_not(bool? sex, bool? date, bool? place, bool another)
        => new NirCoherence(sex, date, place).IsOfAnother.ShouldBe(another);

    static Nir Read(string nir) => Nir.Read(Encoding.UTF8.GetBytes(nir));

    static BirthDate Date(string text) => BirthDate.TryRead(Encoding.UTF8.GetBytes(text), out var date) ? date : default;
}
