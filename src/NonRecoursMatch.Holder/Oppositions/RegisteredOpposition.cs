using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>
/// One opposition as the body keeps it, encrypted: what is needed to honour it next month, and nothing else. The person is named by identity, because
/// its row may leave the extract before the opposition ends; by the body's own reference too, because a name may be corrected.
/// </summary>
/// <param name="Reference">The body's own reference, or empty.</param>
/// <param name="Nir">NIR, or empty.</param>
/// <param name="NomNaissance">Birth name, or empty.</param>
/// <param name="NomUsage">Usage name, or empty.</param>
/// <param name="Prenom">First given name, or empty.</param>
/// <param name="DateNaissance">Birth date, JJ/MM/AAAA, or empty.</param>
/// <param name="Portee"><c>toutes</c>, or benefit codes joined with <c>+</c>.</param>
/// <param name="RecueLe">Day on which it was received, AAAA-MM-JJ.</param>
/// <param name="Canal">How it came.</param>
public sealed record RegisteredOpposition(
    string Reference, string Nir, string NomNaissance, string NomUsage, string Prenom, string DateNaissance, string Portee, string RecueLe, string Canal)
{
    /// <summary>Format of days.</summary>
    public const string Day = "yyyy-MM-dd";

    /// <summary>An opposition by the body's own reference alone.</summary>
    public static RegisteredOpposition ByReference(string reference, string scope, DateOnly received)
        => new(reference, "", "", "", "", "", scope, received.ToString(Day, CultureInfo.InvariantCulture), "");

    /// <summary>The benefits that it is about, as a bit mask.</summary>
    [JsonIgnore]
    public int Scope => OppositionScope.Read(Encoding.UTF8.GetBytes(Portee));

    /// <summary>Birth date; default when unknown.</summary>
    internal BirthDate Birth => BirthDate.TryRead(Encoding.UTF8.GetBytes(DateNaissance), out var date) ? date : default;

    /// <summary>The day from which it no longer counts, under an agreement that keeps oppositions this long.</summary>
    public DateOnly EndOf(int months) => DateOnly.ParseExact(RecueLe, Day, CultureInfo.InvariantCulture).AddMonths(months);

    /// <summary>Whether an identity is given: without one only the reference names the person.</summary>
    [JsonIgnore]
    public bool IsNamed => Nir.Length + NomNaissance.Length + NomUsage.Length > 0;

    /// <summary>
    /// Whether both are the same person in the same words. The reference decides only where a name is missing: a body may give the reference of a
    /// lease to the next tenant.
    /// </summary>
    public bool IsOf(RegisteredOpposition other)
        => IsNamed && other.IsNamed ? Who == other.Who : Reference.Length > 0 && Reference == other.Reference;

    (string, string, string, string, string) Who => (Nir, NomNaissance, NomUsage, Prenom, DateNaissance);

    /// <summary>Reads the identity.</summary>
    internal void Read(CanonicalIdentity identity)
        => identity.Read(Bytes(Nir), Bytes(NomNaissance), Bytes(NomUsage), Bytes(Prenom), Birth, dayByDefault: false);

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
