using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>What rows are about, in the terms of the agreement.</summary>
static class Subjects
{
    static readonly (Publics Public, string Word)[] s_publics =
        [.. Enum.GetValues<Publics>().Where(one => one != Publics.Aucun).Select(one => (one, Snake(one.ToString())))];

    /// <summary>The subjects of an agreement: its benefits, the declarations that go with them, and those whom no fund knows where a CCAS is there to receive them.</summary>
    public static IEnumerable<Sujet> Of(Agreement agreement)
        => Enum.GetValues<Sujet>().Where(sujet => Benefit(sujet) is { } benefit
            ? agreement.Prestations.Contains(benefit)
            : agreement.Sources.Any(source => source.Kind == SourceKind.Ccas));

    /// <summary>The benefit that a subject belongs to: the one that an opposition names. None for those whom no fund knows.</summary>
    public static Prestation? Benefit(Sujet sujet) => sujet switch
    {
        Sujet.C2s => Prestation.C2s,
        Sujet.Aspa => Prestation.Aspa,
        Sujet.Rsa or Sujet.DeclarationRsa => Prestation.Rsa,
        Sujet.Ppa or Sujet.DeclarationPpa => Prestation.Ppa,
        _ => null,
    };

    /// <summary>Whether a kind of body pays the benefit: it alone may read the reason and the amount.</summary>
    public static bool IsPayer(Sujet sujet, SourceKind kind) => sujet switch
    {
        Sujet.C2s => kind is SourceKind.Cpam or SourceKind.Msa,
        Sujet.Aspa => kind is SourceKind.Carsat or SourceKind.Msa,
        Sujet.InconnuDesCaisses => false,
        _ => kind is SourceKind.Caf or SourceKind.Msa,
    };

    /// <summary>Name in reports.</summary>
    public static string NameOf(Sujet sujet) => Snake(sujet.ToString()).ToUpperInvariant();

    /// <summary>The publics of an agreement's words.</summary>
    public static Publics Targets(IEnumerable<string> words)
        => words.Aggregate(Publics.Aucun, (all, word) => all | s_publics.First(one => one.Word == word).Public);

    /// <summary>The words of a set of publics.</summary>
    public static IEnumerable<string> Words(Publics publics) => s_publics.Where(one => publics.HasFlag(one.Public)).Select(one => one.Word);

    static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var boundary = i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]) && i > 1));
            text.Append(boundary ? "_" : "").Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
