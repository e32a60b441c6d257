using System.Globalization;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// The last day of a window and of a retention are only as good as the clock: a machine whose clock is behind the last signed result of the same agreement
/// makes no other one.
/// </summary>
static class ClockGuard
{
    // Results may come from two machines, which are never quite of one time.
    static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Refuses a clock that was set back.</summary>
    /// <param name="folder">Final folder of the result to make.</param>
    /// <param name="convention">Id of the agreement.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="CliException">It is behind (78).</exception>
    public static void Require(string folder, string convention, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (Checkpoint.LastSignedBeside(folder, convention) is { } last && last > now + s_tolerance)
            throw new CliException(ExitCode.Configuration, CliTexts.Format("Error.ClockBehind", Moment(now), Moment(last)));
    }

    static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
