using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Reads one line of households. Strict: an unknown name, a wrong type or an absurd amount is a fault that names the field, never its value.</summary>
public sealed class HouseholdReader(CommuneKnown known)
{
    static readonly Dictionary<string, Revenu>.AlternateLookup<ReadOnlySpan<char>> s_incomes = Lookup(HouseholdNames.Incomes);
    static readonly Dictionary<string, Traits>.AlternateLookup<ReadOnlySpan<char>> s_flags = Lookup(HouseholdNames.Flags);
    static readonly Dictionary<string, Verse>.AlternateLookup<ReadOnlySpan<char>> s_paid = Lookup(HouseholdNames.Paid);

    /// <summary>Fills <paramref name="household"/> from one JSON object.</summary>
    /// <exception cref="HouseholdException">The line is not such an object; <see cref="Household.Id"/> is set when it could be read.</exception>
    public void Read(ReadOnlySpan<byte> line, Household household)
    {
        household.Clear();
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            Json.Expect(reader.TokenType == JsonTokenType.StartObject, "", "un objet est attendu sur la ligne", "the line must hold one object");
            ReadHousehold(ref reader, household);
            Json.Expect(!reader.Read(), "", "un seul objet par ligne", "one object a line");
        }
        catch (JsonException e)
        {
            throw new HouseholdException("", $"JSON mal formé, octet {e.BytePositionInLine}", $"malformed JSON, byte {e.BytePositionInLine}");
        }

        Json.Expect(household.Adults.Count is 1 or 2, "adults", "un ou deux adultes sont attendus", "one or two adults are expected");
    }

    void ReadHousehold(scoped ref Utf8JsonReader reader, Household household)
    {
        Span<char> buffer = stackalloc char[64];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> name = buffer[..Json.Name(ref reader, buffer, "")];
            reader.Read();
            if (s_paid.TryGetValue(name, out var paid))
            {
                var field = name.ToString();
                if (!Amounts.ReadInto(ref reader, household.Paid(paid), field, Amounts.Highest))
                    ReadDatedPaid(ref reader, household, paid, field);
                continue;
            }

            switch (name)
            {
                case "id":
                    household.Id = Json.Id(ref reader);
                    break;
                case "month":
                    Json.Expect(YearMonth.TryParse(Json.Text(ref reader, "month"), out var month), "month", "un mois s'écrit AAAA-MM", "a month is written YYYY-MM");
                    household.Month = month;
                    break;
                case "depcom":
                    household.Depcom = Json.Text(ref reader, "depcom");
                    household.Zone = Zones.Of(household.Depcom, known)
                        ?? throw new HouseholdException("depcom", "code commune inconnu du COG", "no commune of the COG has this code");
                    break;
                case "housing":
                    household.Housing = HouseholdNames.Housing.TryGetValue(Json.Text(ref reader, "housing"), out var housing)
                        ? housing
                        : throw new HouseholdException("housing", $"attendu : {string.Join(' ', HouseholdNames.Housing.Keys)}", $"expected: {string.Join(' ', HouseholdNames.Housing.Keys)}");
                    break;
                case "rent":
                    household.Rent = Amounts.Number(ref reader, "rent", Amounts.Highest);
                    break;
                case "married":
                    household.Married = Json.Flag(ref reader, "married");
                    break;
                case "isolated_recent":
                    household.IsolatedRecent = Json.Flag(ref reader, "isolated_recent");
                    break;
                case "adults":
                    ReadPersons(ref reader, household, household.Adults, "adults");
                    break;
                case "children":
                    ReadPersons(ref reader, household, household.Children, "children");
                    break;
                default:
                    Json.Ignore(ref reader, name, name.ToString());
                    break;
            }
        }
    }

    static void ReadPersons(scoped ref Utf8JsonReader reader, Household household, List<Person> persons, string field)
    {
        Json.Expect(reader.TokenType == JsonTokenType.StartArray && persons.Count == 0, field, "une liste est attendue, une fois", "one list is expected");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var person = household.NewPerson();
            var path = $"{field}[{persons.Count}]";
            persons.Add(person);
            ReadPerson(ref reader, person, path);
        }

        Json.Expect(reader.TokenType == JsonTokenType.EndArray && persons.Count <= 30, field, "une liste d'au plus 30 personnes est attendue", "a list of at most 30 persons is expected");
    }

    static void ReadPerson(scoped ref Utf8JsonReader reader, Person person, string path)
    {
        Span<char> buffer = stackalloc char[64];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> name = buffer[..Json.Name(ref reader, buffer, path)];
            reader.Read();
            if (s_incomes.TryGetValue(name, out var kind))
                ReadIncome(ref reader, person, kind, path, name);
            else if (s_flags.TryGetValue(name, out var flag))
                person.Traits |= Json.Flag(ref reader, path) ? flag : Traits.None;
            else
                ReadOther(ref reader, person, path, name);
        }
    }

    static void ReadIncome(scoped ref Utf8JsonReader reader, Person person, Revenu kind, string path, scoped ReadOnlySpan<char> name)
    {
        var highest = kind is Revenu.EpargneLivretA or Revenu.EpargneAutre ? Amounts.HighestStock : Amounts.Highest;
        if (reader.TokenType == JsonTokenType.Number)
        {
            var amount = reader.GetDouble();
            if (amount is >= 0 && amount <= highest)
            {
                person.Give(kind).Fill(amount);
                return;
            }
        }

        var field = $"{path}.{name}";
        if (!Amounts.ReadInto(ref reader, person.Give(kind), field, highest))
            ReadDated(ref reader, person, kind, field, highest);
    }

    // Apart: a method that holds such a lambda allocates for it on every call.
    static void ReadDated(scoped ref Utf8JsonReader reader, Person person, Revenu kind, string field, double highest)
        => Amounts.ReadDated(ref reader, field, highest, (month, amount) => person.Give(kind, month, amount));

    static void ReadDatedPaid(scoped ref Utf8JsonReader reader, Household household, Verse kind, string field)
        => Amounts.ReadDated(ref reader, field, Amounts.Highest, (month, amount) => household.GivePaid(kind, month, amount));

    static void ReadOther(scoped ref Utf8JsonReader reader, Person person, string path, scoped ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "birth":
                person.Birth = reader.TokenType == JsonTokenType.String && TryDate(ref reader, out var birth) && birth.Year >= 1890
                    ? birth
                    : throw new HouseholdException($"{path}.birth", "une date de naissance s'écrit AAAA-MM-JJ", "a birth date is written YYYY-MM-DD");
                break;
            case "nationality":
                person.Traits |= Nationalities.Of(Json.Text(ref reader, $"{path}.nationality"))
                    ?? throw new HouseholdException($"{path}.nationality", "code ISO de deux lettres attendu", "an ISO code of two letters is expected");
                break;
            case "permit_years":
                person.PermitYears = Amounts.Number(ref reader, $"{path}.permit_years", 120);
                break;
            case "incapacity_rate":
                person.IncapacityRate = Amounts.Number(ref reader, $"{path}.incapacity_rate", 1);
                break;
            case "tns_annual":
                Amounts.ReadYears(ref reader, $"{path}.tns_annual", person.Independent);
                break;
            case "farm_annual":
                Amounts.ReadYears(ref reader, $"{path}.farm_annual", person.Farm);
                break;
            default:
                Json.Ignore(ref reader, name, $"{path}.{name}");
                break;
        }
    }

    static bool TryDate(scoped ref Utf8JsonReader reader, out DateOnly date)
    {
        Span<char> text = stackalloc char[16];
        date = default;
        return reader.ValueSpan.Length <= text.Length && DateOnly.TryParseExact(text[..reader.CopyString(text)], "yyyy-MM-dd", out date);
    }

    static Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Lookup<T>(IReadOnlyDictionary<string, T> names)
        => ((Dictionary<string, T>)names).GetAlternateLookup<ReadOnlySpan<char>>();
}
