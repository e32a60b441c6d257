using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Computes the rights of persons by batches of columns, and turns results into rows for recipients.</summary>
sealed class RightsEvaluation(Agreement agreement, YearMonth month, RightsParameters parameters, Action<RightRow> emit)
{
    const int BatchSize = 4_096;

    readonly ContactOrder _order = new(agreement);
    readonly List<Examined> _c2s = new(BatchSize);
    readonly List<Examined> _aspa = new(BatchSize);

    /// <summary>Counts per benefit of the agreement.</summary>
    public IReadOnlyDictionary<Prestation, OutcomeCounts> Counts { get; } = agreement.Prestations.ToDictionary(prestation => prestation, _ => new OutcomeCounts());

    /// <summary>Takes a person; computes when a batch is full.</summary>
    public void Add(Examined examined)
    {
        if (examined.Person.RsaRecord.IsFamily && Counts.ContainsKey(Prestation.C2s))
            _c2s.Add(examined);
        if (examined.Person.PensionRecord.IsPension && Counts.ContainsKey(Prestation.Aspa))
            _aspa.Add(examined);
        if (_c2s.Count >= BatchSize)
            ComputeC2s();
        if (_aspa.Count >= BatchSize)
            ComputeAspa();
    }

    /// <summary>Computes what remains.</summary>
    public void Complete()
    {
        ComputeC2s();
        ComputeAspa();
    }

    void ComputeC2s()
    {
        if (_c2s.Count == 0)
            return;
        var columns = FoyerBatch.ForC2s(_c2s);
        C2sParRsa.Compute(columns, month, parameters);
        for (var i = 0; i < _c2s.Count; i++)
            Route(Prestation.C2s, _c2s[i], columns.Outcome[i], 0, columns.Questions[i], columns.Cautions[i]);
        _c2s.Clear();
    }

    void ComputeAspa()
    {
        if (_aspa.Count == 0)
            return;
        var columns = FoyerBatch.ForAspa(_aspa, month);
        AspaRule.Compute(columns, month, parameters, agreement.Thresholds.AspaMargin);
        for (var i = 0; i < _aspa.Count; i++)
            Route(Prestation.Aspa, _aspa[i], columns.Outcome[i], (int)Math.Floor(columns.Amount[i]), columns.Questions[i], columns.Cautions[i]);
        _aspa.Clear();
    }

    void Route(Prestation prestation, Examined examined, Outcome outcome, int euros, Questions questions, Cautions cautions)
    {
        var counts = Counts[prestation];
        if ((examined.Person.OpposedScope & (1 << (int)prestation)) != 0)
        {
            counts.Dropped("oppose");
        }
        else if (outcome is not (Outcome.Certain or Outcome.Presume or Outcome.AVerifier))
        {
            counts.Dropped(outcome);
        }
        else if (_order.Recipient(prestation, examined.Holdings) is not { } recipient)
        {
            counts.Dropped("sans_destinataire");
        }
        else
        {
            if (recipient.Weak)
                (outcome, questions) = (Outcome.AVerifier, questions | Questions.ConfirmerIdentite);
            counts.Listed(outcome);
            emit(new RightRow(recipient.Source, recipient.Poignee, prestation, outcome, euros, questions, cautions));
        }
    }
}
