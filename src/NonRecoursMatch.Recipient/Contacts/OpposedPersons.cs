using System.Text;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// Who opposed at the recipient itself. What came before the package was made is already out of every list; what came since is applied here, before anybody is called.
/// </summary>
sealed class OpposedPersons
{
    readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _identities = new(StringComparer.Ordinal);

    /// <summary>Whether anybody opposed.</summary>
    public bool Any => _references.Count + _identities.Count > 0;

    /// <summary>Reads the oppositions beside an extract; a body without the file has none.</summary>
    /// <exception cref="RecipientException">A row cannot be understood: an opposition must not be lost.</exception>
    public static OpposedPersons Read(OwnExtract extract, ConventionLibrary library)
    {
        var opposed = new OpposedPersons();
        if (!File.Exists(extract.OppositionsPath))
            return opposed;
        using var rows = new ExtractTexts(new DeliveredTable(extract.OppositionsPath, library.Oppositions.Personnes, library.Oppositions.Separator, extract.Encoding));
        var (reference, nir, birthName, usageName) = (rows.IndexOf("reference"), rows.IndexOf("nir"), rows.IndexOf("nom_naissance"), rows.IndexOf("nom_usage"));
        var (givenName, birthDate, portee) = (rows.IndexOf("prenom1"), rows.IndexOf("date_naissance"), rows.IndexOf(OppositionTable.Scope));
        var identity = new CanonicalIdentity();
        while (rows.Read())
        {
            var (birth, usage, given) = (Encoding.UTF8.GetBytes(rows.Text(birthName)), Encoding.UTF8.GetBytes(rows.Text(usageName)), Encoding.UTF8.GetBytes(rows.Text(givenName)));
            identity.Read(rows.Raw(nir), birth, usage, given, BirthDate.TryRead(rows.Raw(birthDate), out var date) ? date : default, dayByDefault: false);
            var scope = OppositionScope.Read(rows.Raw(portee));
            var own = rows.Text(reference);
            if (scope == 0 || (own.Length == 0 && identity.Strong.IsEmpty && identity.WeakCount == 0))
                throw rows.Refused(OppositionTable.FileName);
            if (own.Length > 0)
                Add(opposed._references, own, scope);
            foreach (var text in Texts(identity))
                Add(opposed._identities, text, scope);
        }

        return opposed;
    }

    /// <summary>The benefits that a person opposed to; 0 for none.</summary>
    public int ScopeOf(string reference, CanonicalIdentity identity)
        => Texts(identity).Aggregate(_references.GetValueOrDefault(reference), (scope, text) => scope | _identities.GetValueOrDefault(text));

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    static List<string> Texts(CanonicalIdentity identity)
    {
        List<string> texts = identity.Strong.IsEmpty ? [] : [Encoding.UTF8.GetString(identity.Strong)];
        for (var i = 0; i < identity.WeakCount; i++)
            texts.Add(Encoding.UTF8.GetString(identity.Weak(i)));
        return texts;
    }

    static void Add(Dictionary<string, int> scopes, string key, int scope) => scopes[key] = scopes.GetValueOrDefault(key) | scope;
}
