using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Tests.Recipient;

public class FollowUpDayTests
{
    static readonly DateOnly s_today = new(2026, 11, 30);

    [Theory]
    [InlineData("24/11/2026")]
    [InlineData("24/11/26")]
    [InlineData("24-11-2026")]
    [InlineData("24.11.2026")]
    [InlineData("2026-11-24")]
    [InlineData("2026-11-24 00:00:00")]
    [InlineData("46350")]
    public void A_day_is_read_as_typed_and_as_spreadsheet_programs_give_it_back(string text) => FollowUpDay.Read(text, s_today).ShouldBe(new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("11/24/2026")]
    [InlineData("01/12/2026")]
    [InlineData("30/11/2023")]
    [InlineData("hier")]
    [InlineData("4,635E+4")]
    [InlineData("46357")]
    [InlineData("99999999999")]
    public void What_is_no_day_of_a_past_contact_is_not_guessed(string text) => FollowUpDay.Read(text, s_today).ShouldBeNull();
}
