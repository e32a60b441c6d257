namespace NonRecoursMatch.Tests.Trust;

/// <summary>A clock that always says the same moment.</summary>
sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static FixedClock November { get; } = new(new DateTimeOffset(2026, 11, 12, 10, 30, 0, TimeSpan.FromHours(1)));

    public override DateTimeOffset GetUtcNow() => now;
}
