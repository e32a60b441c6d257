using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// Finds the tokens of persons who opposed by reference, in a first reading of the persons: another row of the same person may come before
/// the one that the reference names, and must not leave either.
/// </summary>
static class OpposedReferences
{
    /// <summary>Adds the tokens of the rows named by opposed handles.</summary>
    public static void Resolve(HolderRun run, TablePlan plan, OppositionSet oppositions)
    {
        if (oppositions.Handles.Count == 0)
            return;

        // The second reading reports the anomalies; here they would count twice.
        var unheard = new AnomalyCollector(keptPerCode: 0);
        using var scan = new TableScan(plan, run.FileOf(plan.Table), run.Communes, unheard);
        var columns = new PersonColumns(scan, plan.Table);
        var identity = new CanonicalIdentity();
        while (scan.Read())
        {
            run.Tick(OppositionTable.Name, scan.Rows);
            if (!scan.HasFields || !oppositions.Handles.TryGetValue(run.Handles.Person(columns.Reference()), out var scope))
                continue;
            columns.Read(identity);
            oppositions.AddTokens(run.Tokeniser.Of(identity), scope);
        }
    }
}
