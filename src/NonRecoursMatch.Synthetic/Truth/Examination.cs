using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Synthetic.Agreements;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>A conclusion about a true person.</summary>
internal readonly record struct TrueConclusion(LinkedPerson Person, Conclusion Conclusion)
{
    /// <summary>Whether the person objected to the benefit.</summary>
    public bool Opposed => (Person.Mask & SubjectWords.Bit(Conclusion.Sujet)) != 0;
}

/// <summary>Puts true foyers through the shared evaluation of the month, and hands over what is concluded foyer by foyer.</summary>
internal sealed class Examination
{
    readonly YearMonth _month;
    readonly FoyerFacts _facts;
    readonly EvaluationMensuelle _evaluation;
    readonly Action<TrueFoyer, IReadOnlyList<TrueConclusion>> _concluded;
    readonly Dictionary<FoyerMensuel, TrueFoyer> _waiting = new(ReferenceEqualityComparer.Instance);
    readonly List<TrueConclusion> _conclusions = [];
    FoyerMensuel? _current;

    /// <summary>Prepares the evaluation of a month.</summary>
    public Examination(
        YearMonth month, RightsParameters parameters, IReadOnlySet<string> border, Action<TrueFoyer, IReadOnlyList<TrueConclusion>> concluded)
    {
        (_month, _concluded) = (month, concluded);
        _facts = new FoyerFacts(month, border);
        _evaluation = new EvaluationMensuelle(parameters, month, AgreementText.AspaMargin, Take);
    }

    /// <summary>Takes the persons of one or two households.</summary>
    public void Add(IReadOnlyList<LinkedPerson> persons)
    {
        foreach (var made in FoyerRule.Apply(persons, _month))
        {
            var foyer = _facts.Of(made);
            for (var i = 0; i < made.Members.Count; i++)
                foyer.Membres.Add(MemberFacts.Of(made.Members[i].Person, made.Members[i].Place, i, _month));
            _waiting[foyer] = made;
            _evaluation.Ajouter(foyer);
        }
    }

    /// <summary>Examines what remains.</summary>
    public void Conclude()
    {
        _evaluation.Terminer();
        HandOver();
    }

    // The evaluation concludes foyer by foyer: another foyer means that the one before is complete.
    void Take(Conclusion conclusion)
    {
        if (!ReferenceEquals(_current, conclusion.Foyer))
            HandOver();
        _current = conclusion.Foyer;
        _conclusions.Add(new TrueConclusion(_waiting[conclusion.Foyer].Members[conclusion.Membre.Cle].Person, conclusion));
    }

    void HandOver()
    {
        if (_current is null)
            return;
        _waiting.Remove(_current, out var made);
        _concluded(made!, _conclusions);
        _conclusions.Clear();
        _current = null;
    }
}
