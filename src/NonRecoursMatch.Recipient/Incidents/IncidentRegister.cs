using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.Incidents;

/// <summary>
/// The incidents of one folder of <c>outcome import</c> (<c>incidents.json</c>). An import again, even one whose answer was corrected, neither restarts a clock nor
/// forgets an incident: only somebody closes it.
/// </summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Incidents">In the order of arrival.</param>
public sealed record IncidentRegister(int Version, IReadOnlyList<Incident> Incidents)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "incidents.json";

    /// <summary>Reads the register of a folder; one that is not there is empty.</summary>
    /// <exception cref="ManifestException">It is not such a document.</exception>
    /// <exception cref="RegisterException">The clock was set back: deadlines would be wrong.</exception>
    public static IncidentRegister Read(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return new IncidentRegister(1, []);
        var register = StableJson.Read<IncidentRegister>(path);
        try
        {
            if (register.Incidents.FirstOrDefault(incident => Incident.Parse(incident.RecuLe) > now || Incident.Parse(incident.Echeance) != Incident.Parse(incident.RecuLe).AddHours(Incident.Hours)) is { } odd)
                throw new RegisterException(Incident.Parse(odd.RecuLe) > now ? RegisterRefusal.ClockSetBack : RegisterRefusal.Altered, path);
        }
        catch (FormatException)
        {
            throw new RegisterException(RegisterRefusal.Altered, path);
        }

        return register;
    }

    /// <summary>Adds the wrong persons of an import; those already there keep their clock.</summary>
    public IncidentRegister With(IEnumerable<FollowUpRow> wrong, string month, DateTimeOffset now)
    {
        var known = Incidents.Select(one => (one.Mois, one.Source, one.Poignee, one.Prestation)).ToHashSet();
        return this with
        {
            Incidents = [.. Incidents, .. wrong.Where(row => known.Add((month, row.Source, row.Poignee, row.Prestation))).Select(row => Incident.Of(month, row.Source, row.Poignee, row.Prestation, now))],
        };
    }

    /// <summary>Closes the open incidents of a person.</summary>
    public IncidentRegister Close(string handle, string conclusion, DateTimeOffset now) => this with
    {
        Incidents = [.. Incidents.Select(one => one.IsOpen && one.Poignee == handle ? one with { ClosLe = Incident.Moment(now), Conclusion = conclusion } : one)],
    };

    /// <summary>Writes the register.</summary>
    public void Write(string folder) => StableJson.Write(Path.Combine(folder, FileName), this);
}
