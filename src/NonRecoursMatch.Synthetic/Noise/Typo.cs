using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Noise;

/// <summary>One slip of the hand in a name: the kinds of error that clerks and scanners make. The result is never empty and holds letters only where letters were.</summary>
internal static class Typo
{
    const string Neighbours = "aqsz bvnhg cxvdf dsfer ezrd fdgrt ghftv hgjyu iuok jhkui kjlio lkmop mlp njbh oipl pomù qawz rtef sqdze tryg uyij vcbf wxs xwcs ytuh zaes";

    /// <summary>Makes one slip.</summary>
    public static string In(Xoshiro random, string name)
    {
        if (name.Length < 3)
            return name + name[^1];
        var at = random.Between(1, name.Length - 2);
        if (!char.IsLetter(name[at]) || !char.IsLetter(name[at + 1]))
            at = 1;
        return random.PickWeighted([30, 25, 20, 25]) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => string.Concat(name.AsSpan(0, at), [name[at + 1], name[at]], name.AsSpan(at + 2)),
            _ => string.Concat(name.AsSpan(0, at), [Neighbour(random, name[at])], name.AsSpan(at + 1)),
        };
    }

    static char Neighbour(Xoshiro random, char letter)
    {
        var row = Array.Find(Neighbours.Split(' '), keys => keys[0] == char.ToLowerInvariant(letter));
        var key = row is null ? 'e' : row[1 + random.Below(row.Length - 1)];
        key = key == 'ù' ? 'm' : key;
        return char.IsUpper(letter) ? char.ToUpperInvariant(key) : key;
    }
}
