using System.Text;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>The invented persons of the published vectors, taken through the same normaliser as a real extract.</summary>
public static class SyntheticIdentities
{
    static readonly (string Nir, string BirthName, string UsageName, string GivenNames, string Birth)[] _persons =
    [
        ("186022A21532523", "Exemple-Fictif", "", "Jean-Pierre Marie", "14/02/1986"),
        ("295109912611193", "D'ESSAI", "de L'Épreuve", "Élodie", "30/10/1995"),
        ("2550814168025", "LEFÈVRE ŒUVRÉ", "", "Marie Anne", "09/08/1955"),
        ("180127512345642", "SNP", "Modèle", "Zoë", "25/12/1980"),
    ];

    /// <summary>The vectors of every canonical text of these persons.</summary>
    public static IReadOnlyList<PublicVector> Vectors() => PublicVectors.Build(Texts());

    static List<(string Kind, string Canonical)> Texts()
    {
        var texts = new List<(string, string)>();
        var identity = new CanonicalIdentity();
        foreach (var person in _persons)
        {
            BirthDate.TryRead(Encoding.UTF8.GetBytes(person.Birth), out var birth);
            identity.Read(Encoding.UTF8.GetBytes(person.Nir), Encoding.UTF8.GetBytes(person.BirthName), Encoding.UTF8.GetBytes(person.UsageName), Encoding.UTF8.GetBytes(person.GivenNames), birth, dayByDefault: false);
            texts.Add((PseudonymProfile.Nir, Encoding.UTF8.GetString(identity.Strong)));
            for (var i = 0; i < identity.WeakCount; i++)
                texts.Add((PseudonymProfile.Identite, Encoding.UTF8.GetString(identity.Weak(i))));
        }

        return texts;
    }
}
