using System.Text;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>Counts the places of an extract, to say in one number how concentrated they are. Memory is that of the COG, whatever the rows.</summary>
public sealed class PlaceCounts
{
    /// <summary>Places beyond the COG and the countries (free text) are counted together.</summary>
    const int MostPlaces = 60_000;

    readonly Dictionary<string, long> _births = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _residences = new(StringComparer.Ordinal);

    /// <summary>Counts the places of one identity.</summary>
    public void Add(IdentityForms identity)
    {
        Add(_births, identity.BirthPlace);
        Add(_residences, identity.Residence);
    }

    /// <summary>The concentration, to four decimals.</summary>
    public Concentration Concentration() => new(Of(_births), Of(_residences));

    static void Add(Dictionary<string, long> counts, ReadOnlySpan<byte> place)
    {
        if (place.IsEmpty)
            return;
        Span<char> text = stackalloc char[place.Length];
        var length = Encoding.UTF8.GetChars(place, text);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text[..length], out var count))
            lookup[text[..length]] = count + 1;
        else if (counts.Count < MostPlaces)
            counts.Add(new string(text[..length]), 1);
    }

    static double Of(Dictionary<string, long> counts)
    {
        var total = (double)counts.Values.Sum();
        return total == 0 ? 1 : Math.Round(counts.Values.OrderDescending().Sum(count => count / total * (count / total)), 4);
    }
}
