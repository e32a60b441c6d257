using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>Writes <c>truth/expected-lists/BODY.csv</c>: who should be on which list, under which handle, with which verdict.</summary>
internal sealed class ExpectedLists : IDisposable
{
    static readonly string[] _columns = ["poignee", "source", "reference", "prestation", "verdict"];
    readonly SortedDictionary<string, ExtractFile> _files = new(StringComparer.Ordinal);
    readonly HandleOf _handles;
    readonly HashSet<(long Person, string Body)> _invited = [];

    /// <summary>Starts one list per body.</summary>
    public ExpectedLists(string folder, SourcePlan plan, HandleOf handles)
    {
        _handles = handles;
        foreach (var body in plan.All.Select(source => source.Body).Distinct(StringComparer.Ordinal))
            _files[body] = new ExtractFile(Path.Combine(folder, "truth", "expected-lists", body + ".csv"), _columns);
    }

    /// <summary>Rows by body, in name order.</summary>
    public IReadOnlyDictionary<string, long> Rows => new SortedDictionary<string, long>(_files.ToDictionary(file => file.Key, file => file.Value.Rows), StringComparer.Ordinal);

    /// <summary>Routes the conclusions about a foyer: one recipient per person and subject, one invitation per person at a landlord.</summary>
    public void Add(IReadOnlyList<TrueConclusion> conclusions)
    {
        _invited.Clear();
        foreach (var conclusion in conclusions)
        {
            if (!conclusion.Conclusion.FaitUneLigne || conclusion.Opposed || RecipientOf(conclusion) is not { } recipient)
                continue;
            var source = recipient.Record.Source;
            var invitation = source.Kind == SourceKind.Bailleur;
            if (invitation && !_invited.Add((conclusion.Person.Number, source.Body)))
                continue;
            var handle = _handles(source.Id, "p|" + recipient.Record.Reference);
            var delivered = recipient.Weak ? Outcome.AVerifier : QuestionCommune.Appliquer(conclusion.Conclusion.Outcome, conclusion.Conclusion.Questions, handle).Outcome;
            var file = _files[source.Body];
            file.Set("poignee", handle.ToString());
            file.Set("source", source.Id);
            file.Set("reference", recipient.Record.Reference);
            file.Set("prestation", invitation ? "" : SubjectWords.Of(conclusion.Conclusion.Sujet));
            file.Set("verdict", VerdictOf(delivered));
            file.EndRow();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    static string VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Certain => "certain",
        Outcome.Presume => "presume",
        _ => "a_verifier",
    };

    // What a dossier opens is told by the body of that dossier, not by another of the same kind.
    static HeldRecord? RecipientOf(TrueConclusion conclusion)
    {
        var (subject, dossier) = (conclusion.Conclusion.Sujet, conclusion.Conclusion.Foyer.Source);
        var held = conclusion.Person.Records;
        if (subject is Sujet.DeclarationRsa or Sujet.DeclarationPpa)
            return held.FirstOrDefault(record => record.Record.Source.Index == dossier);
        var ofDossier = subject is Sujet.Rsa or Sujet.Ppa && held.Any(record => record.Record.Source.Index == dossier);
        return SubjectWords.ContactOrder(subject)
            .Select(kind => held
                .Where(record => record.Record.Source.Kind == kind
                    && (!ofDossier || kind is not (SourceKind.Caf or SourceKind.Msa) || record.Record.Source.Index == dossier))
                .MinBy(record => record.Record.Source.Index))
            .FirstOrDefault(record => record is not null);
    }
}
