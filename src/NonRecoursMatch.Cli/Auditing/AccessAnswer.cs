using System.Globalization;
using System.Text;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>Something that left the body about the person.</summary>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Le">Day, AAAA-MM-JJ.</param>
/// <param name="Colonnes">What left, by table, where the person has rows there.</param>
sealed record SentExchange(string Mois, string Le, IReadOnlyDictionary<string, IReadOnlyList<string>> Colonnes);

/// <summary>A list that named the person to the body.</summary>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Le">Day on which it was reopened, AAAA-MM-JJ.</param>
/// <param name="Revision">Revision of the list.</param>
/// <param name="Niveau">What the body may learn.</param>
/// <param name="Prestations">Benefits named; none at level <c>invitation</c>.</param>
sealed record ReceivedExchange(string Mois, string Le, int Revision, string Niveau, IReadOnlyList<string> Prestations);

/// <summary>An opposition of the person.</summary>
/// <param name="Portee">Benefits, or <c>toutes</c>.</param>
/// <param name="RecueLe">Day on which it was received, AAAA-MM-JJ.</param>
/// <param name="JusquAu">Its last day, AAAA-MM-JJ.</param>
sealed record KnownOpposition(string Portee, string RecueLe, string JusquAu);

/// <summary>
/// The answer of one body to one person: which exchanges concerned them, from the body's own traces. It holds nothing of another body, and no identity: the body
/// sends it to the person who asked.
/// </summary>
sealed record AccessAnswer(
    int Version, string Convention, string Source, string EtabliLe, int ConservationMois, int TracesLues,
    IReadOnlyList<SentExchange> Envois, IReadOnlyList<ReceivedExchange> Receptions, IReadOnlyList<KnownOpposition> Oppositions)
{
    /// <summary>Looks a person up in the traces of a source.</summary>
    /// <param name="agreement">Agreement.</param>
    /// <param name="source">Source.</param>
    /// <param name="secret">The body's secret.</param>
    /// <param name="references">The body's references of the person.</param>
    /// <param name="traces">Traces of this source.</param>
    /// <param name="oppositions">Oppositions of the person.</param>
    /// <exception cref="Holder.Registers.RegisterException">A trace was altered.</exception>
    public static AccessAnswer Of(
        Agreement agreement, Source source, HolderSecret secret, IReadOnlySet<string> references, IReadOnlyList<string> traces, IEnumerable<RegisteredOpposition> oppositions)
    {
        var (sent, received) = (new List<SentExchange>(), new List<ReceivedExchange>());
        foreach (var path in traces)
        {
            var (header, found) = TraceFile.Find(path, secret, source.Id, about => Handles(secret, source, about, references));
            if (found.Count == 0 || header.Convention != agreement.Id || OwnRegisters.Clock >= header.EndOf(agreement.Retention.TracesMonths))
                continue;
            if (header.Sens == TraceHeader.Sent)
                sent.Add(new SentExchange(header.Mois, header.Le, header.Colonnes));
            else
                received.Add(new ReceivedExchange(header.Mois, header.Le, header.Revision, header.Niveau, [.. found.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct()]));
        }

        return new AccessAnswer(
            1, agreement.Id, source.Id, Day(OwnRegisters.Clock), agreement.Retention.TracesMonths, traces.Count, [.. sent.OrderBy(one => (one.Mois, one.Le))], [.. received.OrderBy(one => (one.Mois, one.Le))],
            [.. oppositions.Select(one => new KnownOpposition(one.Portee, one.RecueLe, Day(one.EndOf(agreement.Retention.OppositionsMonths).AddDays(-1)))).OrderBy(one => (one.RecueLe, one.Portee))]);
    }

    static HashSet<Key128> Handles(HolderSecret secret, Source source, TraceHeader header, IReadOnlySet<string> references)
    {
        using var handles = secret.Handles(source.Id, YearMonth.Parse(header.Mois));
        return [.. references.Select(reference => handles.Person(Encoding.UTF8.GetBytes(reference)))];
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
