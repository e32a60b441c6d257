using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>The communes of a perimeter as small numbers, so that they fit in fixed-size facts; 0 is none of them.</summary>
sealed class CommunePlaces
{
    readonly string[] _codes;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    public CommunePlaces(Perimeter perimeter)
    {
        _codes = [.. perimeter.Communes.Order(StringComparer.Ordinal)];
        _places = _codes.Index().ToDictionary(code => code.Item, code => code.Index + 1, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many numbers there are, 0 included.</summary>
    public int Count => _codes.Length + 1;

    /// <summary>The code of a number above 0.</summary>
    public string this[int place] => _codes[place - 1];

    /// <summary>The number of a code.</summary>
    public int Of(ReadOnlySpan<char> code) => _places.TryGetValue(code, out var place) ? place : 0;
}
