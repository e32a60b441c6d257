using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Whether a table stands in one file, and in a file.</summary>
static class TableFileChecks
{
    /// <summary>Reports several files for one table, and a folder where its file should be.</summary>
    /// <param name="table">The table.</param>
    /// <param name="paths">What there is of it.</param>
    /// <param name="anomalies">Where to.</param>
    /// <returns>Whether it can be read.</returns>
    public static bool Report(TableFormat table, IReadOnlyList<string> paths, AnomalyCollector anomalies)
    {
        if (paths.Count > 1)
            anomalies.AddFile(AnomalyCodes.PlusieursFichiers, table.Name, null, string.Join(" + ", paths.Select(Path.GetFileName)));
        else if (paths.FirstOrDefault(Directory.Exists) is { } folder)
            anomalies.AddFile(AnomalyCodes.FichierDossier, Path.GetFileName(folder));
        else
            return true;
        return false;
    }
}
