using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What the pension funds say together of one person.</summary>
internal static class PensionFactsOf
{
    /// <summary>The facts, or null when no fund holds the person.</summary>
    public static PensionConnue? Person(LinkedPerson person)
    {
        // CARSAT speaks first of pensions, the MSA of the family situation.
        var funds = person.Pensions.OrderBy(held => held.Record.Source.Kind != SourceKind.Carsat).ToList();
        if (funds.Count == 0)
            return null;
        var facts = funds.ConvertAll(held => held.Record.Pension!);
        var complete = facts.Find(pension => pension.TotalCents is not null);
        return new PensionConnue
        {
            Couverture = complete is null ? PensionKnowledge.Partial : PensionKnowledge.Complete,
            Brute = complete is null ? facts.Sum(pension => MemberFacts.Euros(pension.OwnCents)) : MemberFacts.Euros(complete.TotalCents!.Value),
            Nette = complete is null ? null : MemberFacts.Euros(PensionFacts.NetOf(complete.TotalCents!.Value)),
            Situation = funds.OrderBy(held => held.Record.Source.Kind != SourceKind.Msa)
                .Select(held => held.CompositionWithheld ? Situation.Unknown : FoyerFacts.Declared(held.Record.Pension!.Situation))
                .FirstOrDefault(situation => situation != Situation.Unknown),
            Aspa = facts.Select(pension => pension.Aspa).MaxBy(state => "NRDO".IndexOf(state, StringComparison.Ordinal)) switch
            {
                'O' => AspaState.Paid,
                'D' => AspaState.Pending,
                'R' => AspaState.Refused,
                _ => AspaState.None,
            },
            TauxPlein = First(facts.Select(pension => pension.FullRate)),
            CarriereEtranger = First(facts.Select(pension => pension.ForeignCareer)),
            EnFrance = First(facts.Select(pension => pension.Country.Length == 0 ? (bool?)null : pension.Country == "FR")),
        };
    }

    static Ternary First(IEnumerable<bool?> values)
        => values.FirstOrDefault(value => value is not null) is { } known ? known ? Ternary.Yes : Ternary.No : Ternary.Unknown;
}
