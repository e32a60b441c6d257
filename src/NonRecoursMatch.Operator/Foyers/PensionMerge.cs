using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Rights.Aspa;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Merges what several pension funds say of one person.</summary>
sealed class PensionMerge(FactRanks ranks)
{
    readonly List<RecordFacts> _funds = [];

    /// <summary>Fills the pension part.</summary>
    public void Merge(ref PersonFacts facts, ReadOnlySpan<RecordFacts> records)
    {
        _funds.Clear();
        foreach (ref readonly var record in records)
        {
            if (record.IsPension)
                _funds.Add(record);
        }

        if (_funds.Count == 0)
            return;
        if (_funds.Count > 1)
            _funds.Sort((left, right) => ranks.Of(Fact.Pensions, left.Source).CompareTo(ranks.Of(Fact.Pensions, right.Source)));
        facts.HasPension = true;
        facts.Fund = _funds[0].Fund;
        facts.WeakPension = _funds[0].Weak;
        for (var i = 1; i < _funds.Count; i++)
        {
            facts.WeakPension |= _funds[i].Weak;
            Add(ref facts.Fund, _funds[i].Fund);
        }

        facts.Fund.Situation = SituationOf(_funds);
    }

    /// <summary>The situation has an order of its own: what a fund was told of it is not its pension.</summary>
    Situation SituationOf(List<RecordFacts> funds)
    {
        var (best, situation) = (int.MaxValue, Situation.Unknown);
        foreach (var fund in funds)
        {
            var rank = ranks.Of(Fact.Situation, fund.Source);
            if (fund.Fund.Situation != Situation.Unknown && (situation == Situation.Unknown || rank < best))
                (best, situation) = (rank, fund.Fund.Situation);
        }

        return situation;
    }

    static void Add(ref FundFacts sum, in FundFacts fund)
    {
        if (!sum.Complete && fund.Complete)
            (sum.Complete, sum.Total, sum.NetTotal) = (true, fund.Total, fund.NetTotal);
        if (fund.Own != RecordFacts.UnknownAmount)
            sum.Own = (sum.Own == RecordFacts.UnknownAmount ? 0 : sum.Own) + fund.Own;
        if (Weight(fund.Aspa) > Weight(sum.Aspa))
            sum.Aspa = fund.Aspa;
        if (sum.FullRate == Ternary.Unknown)
            sum.FullRate = fund.FullRate;
        if (sum.ForeignCareer == Ternary.Unknown)
            sum.ForeignCareer = fund.ForeignCareer;
        if (sum.InFrance == Ternary.Unknown)
            sum.InFrance = fund.InFrance;
    }

    /// <summary>One fund pays ASPA: a claim or refusal that it holds is not undone by another fund that knows nothing of it.</summary>
    static int Weight(AspaState state) => state switch
    {
        AspaState.Paid => 4,
        AspaState.Pending => 3,
        AspaState.Refused => 2,
        AspaState.None => 1,
        _ => 0,
    };
}
