using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>What a token says of a record that bears it.</summary>
enum TokenSays : byte
{
    /// <summary>It designates several persons: it links nothing.</summary>
    Several,

    /// <summary>It designates one person.</summary>
    One,

    /// <summary>Nobody else bears it.</summary>
    Nobody,
}

/// <summary>
/// Exact linkage on an identity token, unambiguous only (docs/linkage.md): a token designates one person when all its bearers with a NIR have
/// the same one and no source bears it twice; otherwise it links nothing.
/// </summary>
static class WeakLinkRule
{
    /// <summary>What a token says of each of its bearers without NIR.</summary>
    /// <param name="bearers">Records that bear the token, by source.</param>
    /// <param name="candidate">Receives the record, what the token says of it, and the person designated.</param>
    public static void Apply(IReadOnlyList<Bearer> bearers, Action<Bearer, TokenSays, Key128> candidate)
    {
        var ambiguous = IsAmbiguous(bearers);
        var person = ambiguous ? null : PersonOf(bearers);
        var says = ambiguous ? TokenSays.Several : person is null ? TokenSays.Nobody : TokenSays.One;
        foreach (var bearer in bearers)
        {
            if (bearer.Nir is null)
                candidate(bearer, says, person ?? default);
        }
    }

    /// <summary>Key of the person founded by a record without NIR that others join.</summary>
    public static Key128 FoundedBy(int source, int row) => Derived("fondateur", source, row);

    /// <summary>Key of the person made of one record that joins nobody.</summary>
    public static Key128 Alone(int source, int row) => Derived("seul", source, row);

    static bool IsAmbiguous(IReadOnlyList<Bearer> bearers)
    {
        Key128? nir = null;
        for (var i = 0; i < bearers.Count; i++)
        {
            if (bearers[i].Nir is { } own)
            {
                if (nir is { } other && other != own)
                    return true;
                nir = own;
            }

            for (var j = i + 1; j < bearers.Count && bearers[j].Source == bearers[i].Source; j++)
            {
                if (bearers[j].Row != bearers[i].Row)
                    return true;
            }
        }

        return false;
    }

    static Key128? PersonOf(IReadOnlyList<Bearer> bearers)
    {
        foreach (var bearer in bearers)
        {
            if (bearer.Nir is { } nir)
                return nir;
        }

        if (bearers.Count < 2)
            return null;
        var founder = bearers.MinBy(bearer => (bearer.Source, bearer.Row));
        return FoundedBy(founder.Source, founder.Row);
    }

    static Key128 Derived(string label, int source, int row)
        => Key128.Read(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{label}|{source}|{row}"))));
}
