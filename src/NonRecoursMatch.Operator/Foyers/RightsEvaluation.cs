using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Computes the rights of foyers, and turns conclusions into rows for recipients or into counts.</summary>
sealed class RightsEvaluation
{
    readonly Agreement _agreement;
    readonly YearMonth _month;
    readonly Action<RightRow> _emit;
    readonly ContactOrder _order;
    readonly EvaluationMensuelle _evaluation;
    readonly List<(Holding[] Holdings, int OpposedScope, int Commune)> _held = [];
    readonly CommunePlaces _places;
    readonly long[] _communes;
    readonly Dictionary<Sujet, Publics> _targets;
    readonly SortedDictionary<string, long> _publics = new(StringComparer.Ordinal);

    public RightsEvaluation(Agreement agreement, YearMonth month, RightsParameters parameters, Action<RightRow> emit)
    {
        (_agreement, _month, _emit) = (agreement, month, emit);
        _order = new ContactOrder(agreement);
        _places = new CommunePlaces(agreement.Perimeter);
        _communes = new long[_places.Count];
        _evaluation = new EvaluationMensuelle(parameters, month, agreement.Thresholds.AspaMargin, Conclude);
        Counts = Subjects.Of(agreement).ToDictionary(sujet => sujet, _ => new OutcomeCounts());
        _targets = Counts.Keys.Where(sujet => Subjects.Benefit(sujet) is { } benefit && agreement.Publics.ContainsKey(benefit))
            .ToDictionary(sujet => sujet, sujet => Subjects.Targets(agreement.Publics[Subjects.Benefit(sujet)!.Value]));
    }

    /// <summary>Counts per subject of the agreement.</summary>
    public IReadOnlyDictionary<Sujet, OutcomeCounts> Counts { get; }

    /// <summary>Rows by target public: a person counts in each.</summary>
    public IReadOnlyDictionary<string, long> Publics => _publics;

    /// <summary>Rows by commune of residence, every commune of the perimeter; the empty code stands for an unknown one.</summary>
    public IReadOnlyDictionary<string, long> Communes
        => new SortedDictionary<string, long>(_communes.Index().ToDictionary(count => count.Index == 0 ? "" : _places[count.Index], count => count.Item), StringComparer.Ordinal);

    /// <summary>Keeps what the rules do not read of a person until its foyer is concluded; answers its number.</summary>
    public int Hold(Holding[] holdings, int opposedScope, int commune)
    {
        _held.Add((holdings, opposedScope, commune));
        return _held.Count - 1;
    }

    /// <summary>Takes a foyer; its members are known by <see cref="Membre.Cle"/>.</summary>
    public void Add(FoyerMensuel foyer) => _evaluation.Ajouter(foyer);

    /// <summary>Forgets the persons concluded, once no foyer waits.</summary>
    public void Settle()
    {
        if (_evaluation.EnAttente == 0)
            _held.Clear();
    }

    /// <summary>Computes what remains.</summary>
    public void Complete() => _evaluation.Terminer();

    void Conclude(Conclusion conclusion)
    {
        if (!Counts.TryGetValue(conclusion.Sujet, out var counts))
            return;
        var (holdings, opposed, commune) = _held[conclusion.Membre.Cle];
        if (Subjects.Benefit(conclusion.Sujet) is { } benefit && (opposed & (1 << (int)benefit)) != 0)
        {
            counts.Dropped("oppose");
        }
        else if (!conclusion.FaitUneLigne)
        {
            counts.Dropped(conclusion.Outcome);
        }
        else
        {
            var publics = PublicsDe.Membre(conclusion.Foyer, conclusion.Membre, _month);
            if (_targets.TryGetValue(conclusion.Sujet, out var targets) && (publics & targets) == 0)
                counts.Dropped("hors_public");
            else if (_order.Recipient(conclusion.Sujet, conclusion.Foyer.Source, holdings) is not { } recipient)
                counts.Dropped("sans_destinataire");
            else
                Emit(conclusion, counts, recipient, publics, commune);
        }
    }

    void Emit(in Conclusion conclusion, OutcomeCounts counts, Holding recipient, Publics publics, int commune)
    {
        var (outcome, questions) = recipient.Weak
            ? (Outcome.AVerifier, conclusion.Questions | Questions.ConfirmerIdentite)
            : QuestionCommune.Appliquer(conclusion.Outcome, conclusion.Questions, recipient.Poignee);
        counts.Listed(outcome);
        _communes[commune]++;
        foreach (var word in Subjects.Words(publics))
            _publics[word] = _publics.GetValueOrDefault(word) + 1;
        _emit(new RightRow(
            recipient.Source, recipient.Poignee, conclusion.Sujet, outcome, (int)Math.Floor(conclusion.Montant), conclusion.Motif, questions, conclusion.Cautions));
    }
}
