using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// What a body deletes of its own when its time is over: oppositions past their months in its register, traces past theirs. Traces inside a signed result go with
/// <c>purge --run</c>, whose proof stands for them there.
/// </summary>
/// <param name="agreement">Whose clocks count.</param>
/// <param name="source">Source.</param>
/// <param name="secret">The body's secret.</param>
/// <param name="register">Path of the opposition register; the proof goes beside it.</param>
/// <param name="today">Day of the machine's clock.</param>
sealed class HolderPurge(Agreement agreement, Source source, HolderSecret secret, string register, DateOnly today)
{
    /// <summary>Oppositions that have ended.</summary>
    public int Oppositions()
    {
        var opened = OppositionRegister.Open(register, secret, source.Id, today);
        return opened.Entries.Count - opened.InForce(agreement.Retention.OppositionsMonths, today).Count;
    }

    /// <summary>Traces of this source that have ended, under some folders.</summary>
    /// <exception cref="Holder.Registers.RegisterException">A trace was altered.</exception>
    public IReadOnlyList<string> Traces(IReadOnlyList<string> folders)
        => [.. TraceFolders.Find(folders).Where(path => !IsSigned(path) && TraceFile.IsOf(path, secret, source.Id) && today >= HeaderOf(path).EndOf(agreement.Retention.TracesMonths))];

    /// <summary>Deletes them, and signs the proof.</summary>
    public HolderPurgeRecord Apply(IReadOnlyList<string> traces, SigningIdentity identity, TimeProvider clock)
    {
        var (day, folder) = (today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Path.GetDirectoryName(Path.GetFullPath(register))!);
        var record = HolderPurgeRecord.Read(folder, agreement.Id, source.Id);
        var ended = 0;
        if (File.Exists(register))
            OppositionRegister.Change(register, secret, source.Id, today, kept => (ended = kept.Expire(agreement.Retention.OppositionsMonths, today)) > 0);
        Directory.CreateDirectory(folder);
        foreach (var trace in traces)
        {
            var entry = FileEntry.Of(trace, Path.GetFileName(trace), 0);
            File.Delete(trace);
            record = record with { Fichiers = [.. record.Fichiers, new PurgedFile(entry.Name, entry.Sha256, entry.Bytes, "traces", day)] };
        }

        if (ended > 0)
            record = record with { Oppositions = [.. record.Oppositions, new PurgedOppositions(ended, day)] };
        HolderPurgeStatement.Write(folder, record, identity, clock);
        return record;
    }

    TraceHeader HeaderOf(string path) => TraceFile.Find(path, secret, source.Id, _ => new HashSet<Key128>()).Header;

    static bool IsSigned(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, AttestationFile.Name)))
                return true;
        }

        return false;
    }
}
