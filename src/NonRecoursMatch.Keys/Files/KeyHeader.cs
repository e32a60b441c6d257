using System.Globalization;

namespace NonRecoursMatch.Keys.Files;

/// <summary>What a key file says in clear.</summary>
/// <param name="Kind">What the key is; null for bare digits, which may serve as either.</param>
/// <param name="Id">Its name.</param>
/// <param name="Test">Whether it is a test key.</param>
/// <param name="Dates">Its life.</param>
/// <param name="Check">Fingerprint of the key; null in files that do not state it.</param>
/// <param name="Half">1 or 2 for a half of two custodians; null for a whole key.</param>
/// <param name="HalfCheck">Fingerprint of the half.</param>
sealed record KeyHeader(KeyKind? Kind, string Id, bool Test, KeyDates Dates, string? Check = null, int? Half = null, string? HalfCheck = null)
{
    /// <summary>Refuses a key outside its life.</summary>
    /// <exception cref="KeyRefusedException">Not active yet, expired, rotated, or made on a day that this machine's clock has not reached.</exception>
    public void RequireInForce(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // Rotated is for good: setting the clock back must not bring a key back.
        if (Dates.Rotated is { } rotated)
            throw NotInForce($"was rotated on {Iso(rotated)}: use {Dates.Successor}");
        if (Dates.Expires < today)
            throw NotInForce($"expired on {Iso(Dates.Expires.Value)}");
        if (Dates.Activated > today)
            throw NotInForce($"is not to be used before {Iso(Dates.Activated.Value)}");
        // The keys of samples are dated by their month, wherever the clock stands.
        if (!Test && Dates.Created > today)
            throw NotInForce($"was made on {Iso(Dates.Created.Value)}, and today would be {Iso(today)}: the clock of this machine is wrong");
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    KeyRefusedException NotInForce(string why) => new(KeyRefusal.NotInForce, $"key {Id} {why}");
}
