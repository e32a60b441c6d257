using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Facts;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Chooses, of all the amounts of a person's records, those that the rules read.</summary>
sealed class AmountChoice(FactRanks ranks)
{
    /// <summary>
    /// The incomes of the dossier chosen, the daily allowances of the body that is believed first, the profits of every body. Allowances that
    /// replace those of the dossier stay apart, by their table.
    /// </summary>
    public void Choose(in PersonFacts person, List<(int Source, Columns.Key128 Groupe, MonthAmount Amount)> all, List<MonthAmount> chosen)
    {
        var payer = int.MaxValue;
        foreach (var (source, _, amount) in all)
        {
            if (amount.Table == AmountKind.Allowance)
                payer = Math.Min(payer, ranks.Of(Fact.DailyAllowances, source));
        }

        var dossier = person.Dossier.IsFamily ? ranks.Of(Fact.DailyAllowances, person.Dossier.Source) : int.MaxValue;
        foreach (var (source, groupe, amount) in all)
        {
            var read = amount.Table switch
            {
                AmountKind.Income => person.Dossier.IsFamily && groupe == person.Dossier.Groupe,
                AmountKind.Allowance => payer < dossier && ranks.Of(Fact.DailyAllowances, source) == payer,
                _ => true,
            };
            if (read)
                chosen.Add(amount);
        }
    }
}
