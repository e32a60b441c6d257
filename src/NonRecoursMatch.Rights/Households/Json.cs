using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Small readings of JSON values, whose faults name the field.</summary>
static class Json
{
    /// <summary>Refuses a line.</summary>
    public static void Expect([DoesNotReturnIf(false)] bool condition, string field, string fr, string en)
    {
        if (!condition)
            throw new HouseholdException(field, fr, en);
    }

    /// <summary>Copies the name of a property, of at most 64 characters, and answers its length.</summary>
    public static int Name(scoped ref Utf8JsonReader reader, scoped Span<char> buffer, string path)
    {
        var bytes = reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length;
        Expect(bytes <= buffer.Length, path, "nom de champ trop long", "a field name is too long");
        return reader.CopyString(buffer);
    }

    /// <summary>A text.</summary>
    public static string Text(scoped ref Utf8JsonReader reader, string field)
    {
        Expect(reader.TokenType == JsonTokenType.String, field, "un texte est attendu", "a text is expected");
        return reader.GetString()!;
    }

    /// <summary>An id: a text or a whole number.</summary>
    public static string Id(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var text = Text(ref reader, "id");
        Expect(text.Length <= 200, "id", "identifiant trop long", "the id is too long");
        return text;
    }

    /// <summary>A boolean.</summary>
    public static bool Flag(scoped ref Utf8JsonReader reader, string field)
    {
        Expect(reader.TokenType is JsonTokenType.True or JsonTokenType.False, field, "true ou false est attendu", "true or false is expected");
        return reader.GetBoolean();
    }

    /// <summary>Skips what the contract lets through: <c>expected</c> and names that start with an underscore. Anything else is unknown.</summary>
    public static void Ignore(scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<char> name, string field)
    {
        Expect(name is "expected" || name.StartsWith('_'), field, "champ inconnu", "unknown field");
        reader.Skip();
    }
}
