using System.Globalization;
using System.Resources;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>The words of the lists, in the agreement's language (ListTexts.resx). Recipients never read "certain", "signalé", "non-recours", "anomalie" or "fraude".</summary>
sealed class ListTexts(CultureInfo language)
{
    static readonly ResourceManager s_resources = new("NonRecoursMatch.Operator.Lists.ListTexts", typeof(ListTexts).Assembly);
    static readonly int[] s_bands = [400, 200, 100, 50, 0];
    static readonly string[] s_followUps = ["AJoindre", "Joint", "DemandeDeposee", "Refus", "DejaOuvert", "NeSouhaitePas", "MauvaisePersonne"];

    /// <summary>Codes of <see cref="FollowUps"/>, in the same order.</summary>
    public static IReadOnlyList<string> FollowUpCodes { get; } = [.. s_followUps.Select(one => string.Concat(one.Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString())))];

    public string Verdict(Outcome verdict) => Get("Verdict." + verdict);

    public string Sujet(Sujet sujet) => Get("Sujet." + sujet);

    public string Motif(Motif motif) => Get("Motif." + motif);

    public string Invitation => Get("Invitation");

    /// <summary>What a contact can come to, in the order in which it is offered.</summary>
    public IReadOnlyList<string> FollowUps => [.. s_followUps.Select(one => Get("Suivi." + one))];

    /// <summary>All questions of a set, in the order of the enum, in one cell.</summary>
    public string Questions(Questions questions) => Join("Question.", questions, Enum.GetValues<Questions>());

    /// <summary>All cautions of a set, in one cell.</summary>
    public string Cautions(Cautions cautions) => Join("Caution.", cautions, Enum.GetValues<Cautions>());

    /// <summary>Amount band; empty for a benefit in kind.</summary>
    public string Band(int euros) => euros <= 0 ? "" : Get("Band." + s_bands.First(floor => euros >= floor).ToString(CultureInfo.InvariantCulture));

    public string Format(string name, params object[] values) => string.Format(language, Get(name), values);

    public string Get(string name)
        => s_resources.GetString(name, language) ?? throw new MissingManifestResourceException($"no text {name}");

    string Join<T>(string prefix, T set, T[] all)
        where T : struct, Enum
        => string.Join(' ', all.Where(one => Convert.ToInt32(one, CultureInfo.InvariantCulture) != 0 && set.HasFlag(one)).Select(one => Get(prefix + one)));
}
