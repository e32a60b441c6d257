using System.Text;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Anchors;
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

    /// <summary>Slots whose traits are published: one of each domain.</summary>
    static readonly int[] _slots =
    [
        TraitSlots.SurnameFull, TraitSlots.SurnameFull + 1, TraitSlots.SurnamePart, TraitSlots.SurnameSound, TraitSlots.SurnameDeletions, TraitSlots.SurnameDeletions + 1,
        TraitSlots.GivenName, TraitSlots.GivenNameSound, TraitSlots.Initial, TraitSlots.Year, TraitSlots.Month, TraitSlots.Day, TraitSlots.DayMonth,
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

        texts.AddRange(Anchors(_persons[1]).Select(anchor => (PseudonymProfile.Ancre, anchor)));
        return texts;
    }

    /// <summary>The traits of one of these persons under her first anchor.</summary>
    public static IReadOnlyList<DerivedVector> DerivedVectors()
    {
        var (forms, sounds, blocks) = (Forms(_persons[1]), new SoundKeys(), new TraitBlocks());
        sounds.Fill(forms);
        blocks.Fill(forms, sounds, default);
        return PublicVectors.Derive(
            Anchors(_persons[1])[0],
            _slots.Where(slot => !blocks.IsMissing(slot)).Select(slot => (slot, blocks.Blocks.Slice(slot * TraitCipher.BlockSize, TraitCipher.BlockSize).ToArray())));
    }

    static List<string> Anchors((string Nir, string BirthName, string UsageName, string GivenNames, string Birth) person)
    {
        var (forms, sounds, texts) = (Forms(person), new SoundKeys(), new AnchorTexts());
        sounds.Fill(forms);
        texts.Fill(forms, sounds);
        return [.. Enumerable.Range(0, texts.Count).Select(i => Encoding.UTF8.GetString(texts[i]))];
    }

    static IdentityForms Forms((string Nir, string BirthName, string UsageName, string GivenNames, string Birth) person)
    {
        var forms = new IdentityForms();
        BirthDate.TryRead(Encoding.UTF8.GetBytes(person.Birth), out var birth);
        var cells = new IdentityCells
        {
            BirthName = Encoding.UTF8.GetBytes(person.BirthName),
            UsageName = Encoding.UTF8.GetBytes(person.UsageName),
            GivenNames = Encoding.UTF8.GetBytes(person.GivenNames),
        };
        forms.Read(cells, birth, communes: null);
        return forms;
    }
}
