using System.Globalization;

namespace NonRecoursMatch.Holder.Traces;

/// <summary>One exchange of a body: what left it for the operator, or the list that came back.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Sens"><see cref="Sent"/> or <see cref="Received"/>.</param>
/// <param name="Convention">Agreement.</param>
/// <param name="Source">Source of the body.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Le">Day of the exchange, AAAA-MM-JJ.</param>
/// <param name="Revision">Revision of the list; 0 for what was sent.</param>
/// <param name="Niveau">Level of disclosure of the list; empty for what was sent.</param>
/// <param name="Colonnes">Columns that left, by table; empty for what was received.</param>
public sealed record TraceHeader(
    int Version, string Sens, string Convention, string Source, string Mois, string Le, int Revision, string Niveau, IReadOnlyDictionary<string, IReadOnlyList<string>> Colonnes)
{
    /// <summary>The day from which the trace may no longer be kept.</summary>
    public DateOnly EndOf(int months) => DateOnly.ParseExact(Le, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(months);

    /// <summary>What the body sent.</summary>
    public const string Sent = "envoi";

    /// <summary>What the body received.</summary>
    public const string Received = "reception";
}
