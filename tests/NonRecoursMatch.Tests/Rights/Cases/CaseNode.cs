using System.Globalization;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Tests.Rights.Cases;

/// <summary>A map of a case file: values by French key. Keys that nobody read are reported, so that a misspelt one cannot pass for a default.</summary>
sealed class CaseNode(string path, IReadOnlyDictionary<object, object> map)
{
    readonly HashSet<object> _read = [];
    readonly List<CaseNode> _children = [];

    public bool Has(string key) => map.ContainsKey(key);

    public string? Text(string key)
    {
        _read.Add(key);
        return map.TryGetValue(key, out var value) ? (string)value : null;
    }

    public double Number(string key) => Text(key) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    public bool Yes(string key) => Word(key, ("non", false), ("oui", true));

    /// <summary>A whole number; absent or "inconnu" = -1.</summary>
    public int Count(string key) => Text(key) is { } text and not "inconnu" ? int.Parse(text, CultureInfo.InvariantCulture) : -1;

    /// <summary>A day as <see cref="DateOnly.DayNumber"/>; absent or "aucune" = -1.</summary>
    public int Day(string key) => Text(key) is { } text and not "aucune"
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber
        : -1;

    public YearMonth Month(string key) => YearMonth.Parse(Text(key) ?? throw Wrong(key));

    /// <summary>One of the words given; the first when the key is absent.</summary>
    public T Word<T>(string key, params (string Word, T Value)[] words)
    {
        var text = Text(key);
        if (text is null)
            return words[0].Value;
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }

        throw Wrong(key);
    }

    public string[] List(string key)
    {
        _read.Add(key);
        return map.TryGetValue(key, out var value) ? [.. ((IEnumerable<object>)value).Cast<string>()] : [];
    }

    public CaseNode Child(string key)
    {
        _read.Add(key);
        var child = new CaseNode($"{path}, {key}", map.TryGetValue(key, out var value) ? (IReadOnlyDictionary<object, object>)value : new Dictionary<object, object>());
        _children.Add(child);
        return child;
    }

    public IEnumerable<string> UnreadKeys()
        => map.Keys.Where(key => !_read.Contains(key)).Select(key => $"{path}: {key}").Concat(_children.SelectMany(child => child.UnreadKeys()));

    FormatException Wrong(string key) => new FormatException($"{path}: `{key}` is missing or not one of the words of conventions/rights/README.md");
}
