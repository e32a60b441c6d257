using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Synthetic.Agreements;
using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>Writes <c>truth/expected-lists/BODY.csv</c>: who should be on which list, under which handle, with which verdict.</summary>
internal sealed class ExpectedLists : IDisposable
{
    static readonly string[] _columns = ["poignee", "source", "reference", "prestation", "verdict"];
    readonly SortedDictionary<string, ExtractFile> _files = new(StringComparer.Ordinal);
    readonly HandleOf _handles;

    /// <summary>Starts one list per body.</summary>
    public ExpectedLists(string folder, SourcePlan plan, HandleOf handles)
    {
        _handles = handles;
        foreach (var body in plan.All.Select(source => source.Body).Distinct(StringComparer.Ordinal))
            _files[body] = new ExtractFile(Path.Combine(folder, "truth", "expected-lists", body + ".csv"), _columns);
    }

    /// <summary>Rows by body, in name order.</summary>
    public IReadOnlyDictionary<string, long> Rows => new SortedDictionary<string, long>(_files.ToDictionary(file => file.Key, file => file.Value.Rows), StringComparer.Ordinal);

    /// <summary>Routes the conclusions about one person: one recipient per benefit, one invitation per person at a landlord.</summary>
    public void Add(IReadOnlyList<Conclusion> conclusions)
    {
        var invited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var conclusion in conclusions)
        {
            if (VerdictOf(conclusion.Outcome) is not { } verdict || (conclusion.Person.Mask & conclusion.Bit) != 0)
                continue;
            if (RecipientOf(conclusion.Person, conclusion.Prestation == "c2s" ? ContactOrders.C2s : ContactOrders.Aspa) is not { } recipient)
                continue;
            var source = recipient.Record.Source;
            var invitation = source.Kind == SourceKind.Bailleur;
            if (invitation && !invited.Add(source.Body))
                continue;
            var file = _files[source.Body];
            file.Set("poignee", _handles(source.Id, "p|" + recipient.Record.Reference).ToString());
            file.Set("source", source.Id);
            file.Set("reference", recipient.Record.Reference);
            file.Set("prestation", invitation ? "" : conclusion.Prestation);
            file.Set("verdict", recipient.Weak ? "a_verifier" : verdict);
            file.EndRow();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    static string? VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Certain => "certain",
        Outcome.Presume => "presume",
        Outcome.AVerifier => "a_verifier",
        _ => null,
    };

    static HeldRecord? RecipientOf(LinkedPerson person, IReadOnlyList<SourceKind> order)
        => order.Select(kind => person.Records.Where(held => held.Record.Source.Kind == kind).MinBy(held => held.Record.Source.Index))
            .FirstOrDefault(held => held is not null);
}
