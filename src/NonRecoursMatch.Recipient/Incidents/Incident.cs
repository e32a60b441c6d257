using System.Globalization;
using System.Text.Json.Serialization;

namespace NonRecoursMatch.Recipient.Incidents;

/// <summary>A wrong person was contacted: a personal data breach until the data protection officer has spoken. By handle, without any identity.</summary>
/// <param name="Mois">Reference month of the list, AAAA-MM.</param>
/// <param name="Source">Source of the person.</param>
/// <param name="Poignee">Handle.</param>
/// <param name="Prestation">Code of the benefit; empty where the list names none.</param>
/// <param name="RecuLe">When the answer was taken over, RFC 3339, UTC.</param>
/// <param name="Echeance">Seventy-two hours later (RGPD art. 33), RFC 3339, UTC.</param>
/// <param name="ClosLe">When it was closed; null while it is open.</param>
/// <param name="Conclusion">One of <see cref="Conclusions"/>; null while it is open.</param>
public sealed record Incident(string Mois, string Source, string Poignee, string Prestation, string RecuLe, string Echeance, string? ClosLe, string? Conclusion)
{
    /// <summary>Hours within which a breach is notified.</summary>
    public const int Hours = 72;

    /// <summary>What an incident can come to: notified to the authority, found not to put anybody at risk, or a slip in the answer.</summary>
    public static IReadOnlyList<string> Conclusions { get; } = ["notifie", "sans_risque", "erreur_de_saisie"];

    /// <summary>Whether it is still open.</summary>
    [JsonIgnore]
    public bool IsOpen => ClosLe is null;

    /// <summary>Whether it is open and its time is over.</summary>
    public bool IsLate(DateTimeOffset now) => IsOpen && now > Parse(Echeance);

    /// <summary>A new incident.</summary>
    public static Incident Of(string month, string source, string handle, string benefit, DateTimeOffset now)
        => new(month, source, handle, benefit, Moment(now), Moment(now.AddHours(Hours)), null, null);

    /// <summary>A moment as it is written.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A moment as it was written.</summary>
    public static DateTimeOffset Parse(string moment) => DateTimeOffset.ParseExact(moment, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
