using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Amounts of money: a number, a list whose last item is the month of right, or a map of months.</summary>
static class Amounts
{
    /// <summary>Highest plausible amount, €/month (and € for a self-employed year, times twelve).</summary>
    public const double Highest = 1_000_000;

    /// <summary>Highest plausible savings, €.</summary>
    public const double HighestStock = 1_000_000_000;

    /// <summary>A number from 0 to <paramref name="highest"/>.</summary>
    public static double Number(scoped ref Utf8JsonReader reader, string field, double highest)
    {
        Json.Expect(reader.TokenType == JsonTokenType.Number, field, "un nombre est attendu", "a number is expected");
        var amount = reader.GetDouble();
        Json.Expect(amount >= 0, field, "un montant négatif n'a pas de sens ici", "a negative amount makes no sense here");
        Json.Expect(amount <= highest, field, "montant invraisemblable", "absurd amount");
        return amount;
    }

    /// <summary>Fills a history (M first) from a number or a list. False when the value is a map of months, which needs M.</summary>
    public static bool ReadInto(scoped ref Utf8JsonReader reader, Span<double> history, string field, double highest)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return false;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            history.Fill(Number(ref reader, field, highest));
            return true;
        }

        Span<double> last = stackalloc double[Serie.Mois];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            last[count++ % Serie.Mois] = Number(ref reader, field, highest);
        history.Clear();
        for (var k = 0; k < Math.Min(count, Serie.Mois); k++)
            history[k] = last[(count - 1 - k) % Serie.Mois];

        // A list of sixteen months covers every rule: the seventeenth, read only by ASPA at the start of the C2S year, repeats the oldest.
        if (count == Serie.Mois - 1)
            history[^1] = history[^2];
        return true;
    }

    /// <summary>Reads a map of months.</summary>
    public static void ReadDated(scoped ref Utf8JsonReader reader, string field, double highest, Action<YearMonth, double> give)
    {
        Json.Expect(reader.TokenType == JsonTokenType.StartObject, field, "un nombre, une liste ou des mois sont attendus", "a number, a list or months are expected");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Json.Expect(YearMonth.TryParse(reader.GetString(), out var month), field, "un mois s'écrit AAAA-MM", "a month is written YYYY-MM");
            reader.Read();
            give(month, Number(ref reader, field, highest));
        }
    }

    /// <summary>Reads a map of years, € a year.</summary>
    public static void ReadYears(scoped ref Utf8JsonReader reader, string field, Dictionary<int, double> years)
    {
        Json.Expect(reader.TokenType == JsonTokenType.StartObject, field, "des années sont attendues, {\"2025\": 8000}", "years are expected, {\"2025\": 8000}");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Json.Expect(int.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200, field,
                "une année s'écrit AAAA", "a year is written YYYY");
            reader.Read();
            years[year] = Number(ref reader, field, Highest * 12);
        }
    }
}
