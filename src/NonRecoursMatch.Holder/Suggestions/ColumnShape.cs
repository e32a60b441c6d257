using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Reading.Forms;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Suggestions;

/// <summary>What the values of one column of a sample look like. None is kept: only counts, and hashes to count the different ones.</summary>
sealed class ColumnShape
{
    /// <summary>Patterns of dates that are told apart, that of the formats first.</summary>
    public static readonly IReadOnlyList<string> DatePatterns = ["JJ/MM/AAAA", "AAAA-MM-JJ", "AAAA/MM/JJ", "JJ-MM-AAAA", "JJ.MM.AAAA", "AAAAMMJJ", "JJMMAAAA"];

    /// <summary>Patterns of months that are told apart, that of the formats first.</summary>
    public static readonly IReadOnlyList<string> MonthPatterns = ["AAAA-MM", "MM/AAAA", "AAAA/MM", "AAAAMM"];

    const int MostDifferent = 50;
    const int MostShapes = 5;

    readonly SaltedHash _hash = new();
    readonly HashSet<ulong> _different = [];
    readonly SortedSet<string> _shapes = new(StringComparer.Ordinal);
    readonly (string Pattern, DateForm Form)[] _dates = [.. DatePatterns.Select(pattern => (pattern, new DateForm(pattern, isMonth: false)))];
    readonly (string Pattern, DateForm Form)[] _months = [.. MonthPatterns.Select(pattern => (pattern, new DateForm(pattern, isMonth: true)))];
    readonly Dictionary<string, int> _fits = new(StringComparer.Ordinal);
    readonly PointForm _point = new(decimals: 2);
    int _commas;
    int _points;
    int _codes;
    int _nirs;

    /// <summary>Values that are not empty.</summary>
    public int Filled { get; private set; }

    /// <summary>Different values, up to 50.</summary>
    public int Different => _different.Count;

    /// <summary>Shapes of the first different values.</summary>
    public IEnumerable<string> Shapes => _shapes;

    /// <summary>The pattern that every date of the column follows, or null.</summary>
    public string? Dates => _dates.Select(date => date.Pattern).FirstOrDefault(Always);

    /// <summary>The pattern that every month of the column follows, or null.</summary>
    public string? Months => _months.Select(month => month.Pattern).FirstOrDefault(Always);

    /// <summary>Whether all are numbers of the format, with a decimal comma or none.</summary>
    public bool HasCommas => Filled > 0 && _commas == Filled;

    /// <summary>Whether all are numbers, some with a decimal point.</summary>
    public bool HasPoints => Filled > 0 && _points == Filled && !HasCommas;

    /// <summary>Whether all have the form of a NIR.</summary>
    public bool IsNir => Filled > 0 && _nirs == Filled;

    /// <summary>Whether all are codes of a field.</summary>
    public bool AreCodes => Filled > 0 && _codes == Filled;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, in UTF-8.</param>
    /// <param name="codes">Codes of the field that its column may be.</param>
    public void Add(ReadOnlySpan<byte> value, IReadOnlyList<byte[]> codes)
    {
        if (value.IsEmpty)
            return;
        Filled++;
        if (_different.Count < MostDifferent)
            _different.Add(_hash.Of(value));
        if (_shapes.Count < MostShapes)
            _shapes.Add(ValueShape.Of(value));
        foreach (var (pattern, form) in _dates)
            Count(pattern, form.TryRead(value, out var date) && (date.IsEmpty || BirthDate.TryRead(date, out _)));
        foreach (var (pattern, form) in _months)
            Count(pattern, form.TryRead(value, out var month) && (month.IsEmpty || FieldText.TryMonth(month, out _)));
        _commas += FieldText.TryAmount(value, out _) ? 1 : 0;
        _points += _point.TryRead(value, out var amount) && FieldText.TryAmount(amount, out _) ? 1 : 0;
        _nirs += Nir.Read(value).Class == NirClass.Malformed ? 0 : 1;
        foreach (var code in codes)
        {
            if (value.SequenceEqual(code))
                _codes++;
        }
    }

    /// <summary>Whether the values may be those of a field; a column without any may be of every field.</summary>
    public bool MayBe(FieldFormat field) => Filled == 0 || field.Type switch
    {
        FieldType.Date => Dates is not null,
        FieldType.Mois => Months is not null,
        FieldType.Montant or FieldType.Entier => HasCommas || HasPoints,
        FieldType.OuiNon => Different <= 3,
        _ when field.CustomChecks.Contains("french-nir-value") => IsNir,
        _ when field.Codes.Count > 0 => Different <= 2 * field.Codes.Count,
        _ => true,
    };

    bool Always(string pattern) => Filled > 0 && _fits.GetValueOrDefault(pattern) == Filled;

    void Count(string pattern, bool fits)
    {
        if (fits)
            _fits[pattern] = _fits.GetValueOrDefault(pattern) + 1;
    }
}
