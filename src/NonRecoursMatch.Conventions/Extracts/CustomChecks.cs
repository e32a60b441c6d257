using System.Text.Json;

namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>The <c>custom_checks</c> of a schema, in the shape that Validata reads: a name and the columns that it is about.</summary>
/// <param name="ByField">Names of the checks of one field.</param>
/// <param name="DateOrders">Dates that follow one another.</param>
/// <param name="RoleAges">Ages that fit a role.</param>
sealed record CustomChecks(ILookup<string, string> ByField, IReadOnlyList<DateOrder> DateOrders, IReadOnlyList<RoleAge> RoleAges)
{
    const string OrderedDates = "ordered-dates";
    const string DatesAfterBirth = "dates-after-birth";
    const string AgeOfRole = "age-of-role";

    /// <exception cref="KeyNotFoundException">A check lacks a parameter.</exception>
    public static CustomChecks Read(JsonElement schema)
    {
        var checks = schema.TryGetProperty("custom_checks", out var list)
            ? list.EnumerateArray().Select(check => (Name: check.GetProperty("name").GetString()!, Given: check.GetProperty("params"))).ToList()
            : [];
        return new CustomChecks(
            checks.Where(check => check.Name is not (OrderedDates or DatesAfterBirth or AgeOfRole)).ToLookup(check => Text(check.Given, "column"), check => check.Name, StringComparer.Ordinal),
            [.. checks.Where(check => check.Name == OrderedDates).Select(check => Columns(check.Given, "columns")).Select(pair => new DateOrder(pair[0], pair[1], IsBirth: false)),
             .. checks.Where(check => check.Name == DatesAfterBirth).SelectMany(check => Columns(check.Given, "othercolumns").Select(last => new DateOrder(Text(check.Given, "column"), last, IsBirth: true)))],
            [.. checks.Where(check => check.Name == AgeOfRole).Select(check => Age(check.Given))]);
    }

    static RoleAge Age(JsonElement given)
        => new(Text(given, "column"), Text(given, "value"), Text(given, "column2"), given.GetProperty("minimum").GetInt32(), given.GetProperty("maximum").GetInt32());

    static string Text(JsonElement given, string name) => given.GetProperty(name).GetString()!;

    static List<string> Columns(JsonElement given, string name) => [.. given.GetProperty(name).EnumerateArray().Select(column => column.GetString()!)];
}
