using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>
/// The first pass, exact and unambiguous (docs/linkage.md): an identity token designates one person when all its bearers with a NIR have the same
/// one and no source bears it twice; otherwise it links nothing.
/// </summary>
static class ExactRule
{
    /// <summary>Tells every record without NIR what its token says.</summary>
    /// <param name="group">Records that bear the token, by source.</param>
    /// <param name="say">Receives the record, what is said, and the person designated.</param>
    public static void Apply(TokenGroup group, Action<Bearer, TokenSays, Key128> say)
    {
        var bearers = group.Bearers;
        var ambiguous = group.Beyond > 0 || IsAmbiguous(bearers);
        var (says, person) = ambiguous ? (TokenSays.Several, default) : PersonOf(bearers);
        foreach (var bearer in bearers)
        {
            if (bearer.Nir is null)
                say(bearer, says, person);
        }
    }

    /// <summary>Key of the person founded by a record without NIR that others join.</summary>
    public static Key128 FoundedBy(int source, Key128 handle) => Derived("fondateur", source, handle);

    /// <summary>Key of the person made of one record that joins nobody.</summary>
    public static Key128 Alone(int source, Key128 handle) => Derived("seul", source, handle);

    static bool IsAmbiguous(List<Bearer> bearers)
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

            if (i > 0 && bearers[i].Source == bearers[i - 1].Source && bearers[i].Handle != bearers[i - 1].Handle)
                return true;
        }

        return false;
    }

    static (TokenSays Says, Key128 Person) PersonOf(List<Bearer> bearers)
    {
        foreach (var bearer in bearers)
        {
            if (bearer.Nir is { } nir)
                return (TokenSays.One, nir);
        }

        if (bearers.Count < 2)
            return (TokenSays.Nobody, default);
        var founder = bearers.MinBy(bearer => (bearer.Source, bearer.Handle));
        return (TokenSays.Founded, FoundedBy(founder.Source, founder.Handle));
    }

    static Key128 Derived(string label, int source, Key128 handle)
        => Key128.Read(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{label}|{source}|{handle}"))));
}
