using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Pseudonymisation;
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
        => Scan(path, source, library, anomalies, (_, _, _, _, _) => { });

    /// <summary>Reads the oppositions of a folder; an absent file is a body without oppositions.</summary>
    public static OppositionSet Read(string folder, Source source, ConventionLibrary library, AnomalyCollector anomalies, HandleMaker handles, PersonTokeniser tokeniser, ExtractAnchors? anchors)
    {
        var set = new OppositionSet();
        var path = Path.Combine(folder, OppositionTable.FileName);
        if (!File.Exists(path))
            return set;
        Scan(path, source, library, anomalies, (_, reference, identity, columns, scope) =>
        {
            set.Lines++;
            if (!reference.IsEmpty)
                set.AddHandle(handles.Person(reference), scope);
            var tokens = tokeniser.Of(identity);
            set.AddTokens(tokens, scope);
            // The person need not have a row here: an identity token stands for the handle.
            if (scope == PackageTables.PorteeTotale && tokens.Weak is [var name, ..])
                anchors?.AddOpposed(columns, name, tokens.Nir);
        });
        return set;
    }

    /// <summary>Calls <paramref name="each"/> for every row that names somebody.</summary>
    internal static ScanCounts Scan(string path, Source source, ConventionLibrary library, AnomalyCollector anomalies, Opposed each)
    {
        var plan = OppositionTable.Plan(library, source.Format.HoldsNir);
        using var scan = new TableScan(plan, new DeliveredTable(path, plan.Table, library.Oppositions.Separator, source.Encoding), library.Communes, anomalies);
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
                each(scan, reference, identity, columns, OppositionScope.Read(scan.Raw(scope)));
        }

        return new ScanCounts(scan.LastLine, scan.Rows, scan.RejectedRows, scan.Labels);
    }

    /// <summary>One row.</summary>
    internal delegate void Opposed(TableScan scan, ReadOnlySpan<byte> reference, CanonicalIdentity identity, PersonColumns columns, int scope);
}
