using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Facts;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Assembles foyers, computes their rights and writes those found.</summary>
sealed class RightsStep(Agreement agreement, YearMonth month, RightsParameters parameters, FactRanks ranks)
{
    public StageRecord Run(IEnumerable<SortedRows> byFoyer, ColumnFileWriter rights, CancellationToken stop)
    {
        var evaluation = new RightsEvaluation(agreement, month, parameters, row =>
        {
            RightsFile.Append(rights.Batch, row);
            rights.RowDone();
        });
        var foyers = new FoyerAssembly(ranks, month, evaluation.Add);
        var members = new List<(PersonFacts, Membre)>();
        foreach (var bucket in byFoyer)
        {
            stop.ThrowIfCancellationRequested();
            for (var start = 0; start < bucket.Count; start = bucket.EndOfRun(start))
            {
                members.Clear();
                for (var i = start; i < bucket.EndOfRun(start); i++)
                {
                    var person = PersonFacts.Decode(bucket.Payload(i), out var holdings, out var amounts);
                    members.Add((person, MembreMaker.Make(evaluation.Hold(holdings, person.OpposedScope, person.Commune), person, amounts, month)));
                }

                foyers.Make(members);
                evaluation.Settle();
            }
        }

        evaluation.Complete();
        return Counted(evaluation);
    }

    static StageRecord Counted(RightsEvaluation evaluation)
    {
        var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal);
        var verdicts = new SortedDictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var (sujet, counts) in evaluation.Counts)
        {
            balances[Subjects.NameOf(sujet)] = counts.Balance;
            verdicts[Subjects.NameOf(sujet)] = counts.Verdicts;
        }

        return new StageRecord(balances, verdicts, evaluation.Publics, evaluation.Communes);
    }
}
