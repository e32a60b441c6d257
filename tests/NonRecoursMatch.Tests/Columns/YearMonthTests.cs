using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Tests.Columns;

public class YearMonthTests
{
    [Theory]
    [InlineData("2026-10", 2026, 10)]
    [InlineData("0001-01", 1, 1)]
    [InlineData("9999-12", 9999, 12)]
    public void A_month_is_read_and_written_the_same(string text, int year, int month)
    {
        var read = YearMonth.Parse(text);
        (read.Year, read.Month).ShouldBe((year, month));
        read.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026/10")]
    [InlineData("+026-10")]
    [InlineData("0000-10")]
    [InlineData("")]
    public void Anything_else_is_no_month(string text) => YearMonth.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Months_are_added_across_years_and_know_their_last_day()
    {
        YearMonth.Parse("2024-11").AddMonths(3).ToString().ShouldBe("2025-02");
        YearMonth.Parse("2024-02").LastDay.ShouldBe(new DateOnly(2024, 2, 29));
        (YearMonth.Parse("2026-01") - YearMonth.Parse("2025-10")).ShouldBe(3);
    }
}
