using System.Text;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Tests.Holder;

public class BirthPlaceTests
{
    [Theory]
    [InlineData("14168", 1955, BirthPlaceKind.Mainland)]
    [InlineData("01004", 1955, BirthPlaceKind.Mainland)]
    [InlineData("2A004", 1980, BirthPlaceKind.Corsica)]
    [InlineData("2B033", 1980, BirthPlaceKind.Corsica)]
    [InlineData("20004", 1955, BirthPlaceKind.Corsica)]
    [InlineData("97411", 1955, BirthPlaceKind.Overseas)]
    [InlineData("97801", 2010, BirthPlaceKind.Overseas)]
    [InlineData("98735", 1955, BirthPlaceKind.Overseas)]
    [InlineData("99352", 1970, BirthPlaceKind.Abroad)]
    [InlineData("91352", 1950, BirthPlaceKind.Abroad)]
    [InlineData("91228", 1970, BirthPlaceKind.Mainland)]
    [InlineData("95127", 1950, BirthPlaceKind.Abroad)]
    [InlineData("96001", 1950, BirthPlaceKind.Abroad)]
    [InlineData("00123", 1955, BirthPlaceKind.Unknown)]
    [InlineData("AB123", 1955, BirthPlaceKind.Unknown)]
    [InlineData("1416", 1955, BirthPlaceKind.Unknown)]
    [InlineData("", 1955, BirthPlaceKind.Unknown)]
    public void A_code_is_placed(string code, int year, BirthPlaceKind kind) => Of(code, year).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("14168", "14118", 1955, true)]
    [InlineData("14168", "50129", 1955, false)]
    [InlineData("20004", "2A004", 1955, true)]
    [InlineData("20004", "2B033", 1955, true)]
    [InlineData("20004", "2A004", 1990, false)]
    [InlineData("2A004", "2B033", 1955, false)]
    [InlineData("75001", "92050", 1960, true)]
    [InlineData("78021", "95018", 1967, true)]
    [InlineData("75001", "92050", 1968, false)]
    [InlineData("75001", "77284", 1960, false)]
    [InlineData("91352", "99352", 1950, true)]
    [InlineData("94001", "99352", 0, true)]
    [InlineData("91228", "99352", 1975, false)]
    [InlineData("95001", "99350", 1950, true)]
    [InlineData("96001", "99351", 1950, true)]
    [InlineData("99123", "99155", 1975, true)]
    [InlineData("97411", "97412", 1975, true)]
    [InlineData("97411", "97209", 1975, false)]
    [InlineData("97123", "97801", 1975, true)]
    [InlineData("98511", "97608", 1975, true)]
    [InlineData("98735", "98818", 1975, false)]
    [InlineData("35236", "99352", 1975, false)]
    public void Two_codes_may_be_one_place(string one, string other, int year, bool expected)
    {
        Of(one, year).MayBe(Of(other, year)).ShouldBe(expected);
        Of(other, year).MayBe(Of(one, year)).ShouldBe(expected, "the other way round");
    }

    static BirthPlace Of(string code, int year) => BirthPlace.Of(Encoding.UTF8.GetBytes(code), year);
}
