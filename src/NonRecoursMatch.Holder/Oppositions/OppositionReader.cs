using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>
/// Reads oppositions.csv. Every row must be understood: an opposition that would be lost blocks the extract, whatever the threshold of rejected rows.
/// </summary>
static class OppositionReader
{
    /// <summary>Checks the file without keeping anything.</summary>
    public static ScanCounts Check(string path, Source source, ConventionLibrary library, AnomalyCollector anomalies)
        => Scan(path, source, library, anomalies, (_, _, _) => { });

    /// <summary>Reads the oppositions of a folder; an absent file is a body without oppositions.</summary>
    public static OppositionSet Read(string folder, Source source, ConventionLibrary library, AnomalyCollector anomalies, HandleMaker handles, PersonTokeniser tokeniser)
    {
        var set = new OppositionSet();
        var path = Path.Combine(folder, OppositionTable.FileName);
        if (!File.Exists(path))
            return set;
        Scan(path, source, library, anomalies, (reference, identity, scope) =>
        {
            set.Lines++;
            if (!reference.IsEmpty)
                set.AddHandle(handles.Person(reference), scope);
            set.AddTokens(tokeniser.Of(identity), scope);
        });
        return set;
    }

    static ScanCounts Scan(string path, Source source, ConventionLibrary library, AnomalyCollector anomalies, Opposed each)
    {
        var plan = OppositionTable.Plan(library, source.Format.HoldsNir);
        using var scan = new TableScan(plan, path, library.Oppositions.Separator, source.Encoding, library.Communes, anomalies);
        var columns = new PersonColumns(scan, plan.Table);
        var identity = new CanonicalIdentity();
        var (scope, nir) = (scan.IndexOf(OppositionTable.Scope), scan.IndexOf("nir"));
        while (scan.Read())
        {
            if (scan.Fault is not null)
            {
                anomalies.AddFile(AnomalyCodes.OppositionIllisible, OppositionTable.Name, line: scan.Line);
                continue;
            }

            if (!source.Format.HoldsNir && !scan.Raw(nir).IsEmpty)
                anomalies.Add(AnomalyCodes.NirInterdit, OppositionTable.Name, scan.Line, "nir", scan.Raw(nir), "");
            columns.Read(identity);
            var reference = columns.Reference();
            if (reference.IsEmpty && identity.Strong.IsEmpty && identity.WeakCount == 0)
                anomalies.AddFile(AnomalyCodes.OppositionInapplicable, OppositionTable.Name, line: scan.Line);
            else
                each(reference, identity, OppositionScope.Read(scan.Raw(scope)));
        }

        return new ScanCounts(scan.LastLine, scan.Rows, scan.RejectedRows, scan.Labels);
    }

    delegate void Opposed(ReadOnlySpan<byte> reference, CanonicalIdentity identity, int scope);
}
