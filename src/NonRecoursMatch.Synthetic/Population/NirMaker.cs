using System.Globalization;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>
/// NIR coherent with sex, birth month and place of birth: sex, year, month, COG code at birth (or 99 and the country), order number, key.
/// Corsican communes keep 2A and 2B at every age, and Algeria, Morocco and Tunisia their country codes: two stated simplifications.
/// </summary>
internal sealed class NirMaker(BloomFilter given)
{
    const int MostOrders = 999;
    const int Tries = 200;

    /// <summary>Draws a NIR that nobody has: 13 characters and key.</summary>
    public string Make(Xoshiro random, bool man, DateOnly birth, string birthPlace)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{(man ? 1 : 2)}{birth.Year % 100:00}{birth.Month:00}{birthPlace}");
        for (var attempt = 0; ; attempt++)
        {
            // Low order numbers first, as registers fill: three in four below 250.
            var order = 1 + random.Below(random.Chance(0.75) && attempt < Tries / 2 ? 249 : MostOrders);
            var nir = string.Create(CultureInfo.InvariantCulture, $"{stem}{order:000}");
            var hash = StableHash.Of(nir);
            if (given.MayContain(hash))
            {
                if (attempt < Tries)
                    continue;
                throw new InvalidOperationException("no NIR is left for one month and place of birth: ask for fewer persons");
            }

            given.Add(hash);
            return string.Create(CultureInfo.InvariantCulture, $"{nir}{Key(nir):00}");
        }
    }

    /// <summary>97 - (N mod 97), with 2A read as 19 and 2B as 18 (décret 82-103, annexe).</summary>
    internal static int Key(string nir13)
    {
        var digits = nir13[5..7] switch
        {
            "2A" => string.Concat(nir13.AsSpan(0, 5), "19", nir13.AsSpan(7)),
            "2B" => string.Concat(nir13.AsSpan(0, 5), "18", nir13.AsSpan(7)),
            _ => nir13,
        };
        return 97 - (int)(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) % 97);
    }
}
