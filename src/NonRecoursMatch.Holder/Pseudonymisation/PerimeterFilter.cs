using System.Text;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// Whether the person of the current row lives in the perimeter: in one of its communes and, where it has quartiers, with one of their codes in
/// one of the columns that the agreement names. What cannot be decided is out.
/// </summary>
sealed class PerimeterFilter
{
    // Longer than any code of a quartier; the formats refuse longer cells before they come here.
    const int LongestCode = 16;

    readonly TableScan _scan;
    readonly CommuneTable _communes;
    readonly Perimeter _perimeter;
    readonly int _commune;
    readonly (int Column, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Codes)[] _quartiers;

    public PerimeterFilter(TablePlan plan, TableScan scan, CommuneTable communes, Perimeter perimeter)
    {
        _scan = scan;
        _communes = communes;
        _perimeter = perimeter;
        _commune = plan.Table.Commune is { } commune ? scan.IndexOf(commune) : -1;
        _quartiers = [.. plan.Deciding.Select(field => (scan.IndexOf(field.Name), Lookup(perimeter.Quartiers!.Codes[field.Name])))];
    }

    /// <summary>Why the current row does not leave, or null when it lies in the perimeter.</summary>
    public string? CauseOfDrop()
    {
        var commune = _scan.Raw(_commune);
        if (commune.IsEmpty)
            return DropCauses.SansCommune;
        if (!CommuneCode.IsInside(commune, _communes, _perimeter))
            return DropCauses.HorsPerimetre;
        return _perimeter.Quartiers is null ? null : CauseOfQuartier();
    }

    string? CauseOfQuartier()
    {
        var hasCode = false;
        foreach (var (column, codes) in _quartiers)
        {
            var code = _scan.Raw(column);
            if (code.IsEmpty)
                continue;
            if (Contains(codes, code))
                return null;
            hasCode = true;
        }

        return hasCode ? DropCauses.HorsPerimetre : DropCauses.SansQuartier;
    }

    static bool Contains(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> codes, ReadOnlySpan<byte> code)
    {
        if (code.Length > LongestCode)
            return false;
        Span<char> characters = stackalloc char[LongestCode];
        return codes.Contains(characters[..Encoding.ASCII.GetChars(code, characters)]);
    }

    static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IReadOnlySet<string> codes)
        => codes.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
