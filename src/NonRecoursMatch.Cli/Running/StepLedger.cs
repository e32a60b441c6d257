using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Running;

/// <summary>A finished step.</summary>
/// <param name="Nom">Source id, or the match.</param>
/// <param name="EntreesSha256">Digest of what it was made from.</param>
/// <param name="Sorties">What it left; rows are not counted here.</param>
sealed record FinishedStep(string Nom, string EntreesSha256, IReadOnlyList<FileEntry> Sorties);

/// <summary>
/// The finished steps of a month under way, in <c>reprise.json</c> of its staging folder. A step is taken over only if its inputs are the same and
/// every output still has its digest; all other files of the folder are removed before work goes on.
/// </summary>
sealed class StepLedger
{
    const string FileName = "reprise.json";

    readonly string _folder;
    readonly HashSet<string> _spared;
    List<FinishedStep> _steps;

    /// <summary>Opens the ledger of a staging folder; a file that cannot be read is an empty one.</summary>
    /// <param name="folder">The staging folder.</param>
    /// <param name="spared">Files that belong to no step and stay, relative.</param>
    public StepLedger(string folder, params string[] spared)
    {
        (_folder, _spared) = (folder, [FileName, .. spared]);
        try
        {
            _steps = File.Exists(Path.Combine(folder, FileName)) ? [.. StableJson.Read<List<FinishedStep>>(Path.Combine(folder, FileName))] : [];
        }
        catch (ManifestException)
        {
            _steps = [];
        }
    }

    /// <summary>Whether a step is finished.</summary>
    public bool IsDone(string name) => _steps.Exists(step => step.Nom == name);

    /// <summary>Whether there is anything to take over.</summary>
    public bool Any => _steps.Count > 0;

    /// <summary>Keeps the steps that these inputs would make again, and removes every file of another.</summary>
    public void Keep(IReadOnlyDictionary<string, string> inputs)
    {
        _steps = [.. _steps.Where(step => inputs.GetValueOrDefault(step.Nom) == step.EntreesSha256 && step.Sorties.All(IsIntact))];
        Save();
        RemoveUnfinished();
    }

    /// <summary>Records a step with all files of its folders.</summary>
    /// <param name="name">The step.</param>
    /// <param name="inputs">Digest of what it was made from.</param>
    /// <param name="folders">Folders of its files, relative.</param>
    /// <param name="known">Files digested while they were written, by their relative names: gigabytes that are not read again.</param>
    public void Record(string name, string inputs, IEnumerable<string> folders, IEnumerable<FileEntry>? known = null)
    {
        var digested = (known ?? []).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(_folder, folder), "*", SearchOption.AllDirectories)).Select(Relative)
            .Where(file => !_spared.Contains(file)).Order(StringComparer.Ordinal);
        _steps.Add(new FinishedStep(name, inputs, [.. files.Select(file => digested.GetValueOrDefault(file) ?? FileEntry.Of(Path.Combine(_folder, file), file, 0))]));
        Save();
    }

    /// <summary>Removes what no finished step has left.</summary>
    public void RemoveUnfinished()
    {
        var known = _steps.SelectMany(step => step.Sorties).Select(file => file.Name).Concat(_spared).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(path => !known.Contains(Relative(path))).ToList())
            File.Delete(path);
        foreach (var folder in Directory.EnumerateDirectories(_folder, "*", SearchOption.AllDirectories).OrderByDescending(folder => folder.Length).ToList())
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    /// <summary>Removes the ledger: the month is finished.</summary>
    public void Close() => File.Delete(Path.Combine(_folder, FileName));

    bool IsIntact(FileEntry file)
    {
        var path = Path.Combine(_folder, file.Name);
        return File.Exists(path) && new FileInfo(path).Length == file.Bytes && FileEntry.Of(path, file.Name, 0).Sha256 == file.Sha256;
    }

    string Relative(string path) => Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');

    void Save() => StableJson.Write(Path.Combine(_folder, FileName), _steps);
}
