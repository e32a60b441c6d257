using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What only a body itself has: its extracts, of whatever month, and its secrets.</summary>
sealed class OwnMaterial : IDisposable
{
    readonly List<HolderSecret> _secrets = [];

    /// <summary>Opens them.</summary>
    /// <param name="agreement">The agreement, which gives format and encoding of each source.</param>
    /// <param name="extracts">Folders called after their source, or <c>SOURCE=PATH</c>.</param>
    /// <param name="secrets">References of the secrets.</param>
    /// <param name="keys">Opens them.</param>
    /// <exception cref="CliException">A source is not in the agreement, or has two extracts (2).</exception>
    /// <exception cref="FileNotFoundException">An extract has no persons.</exception>
    /// <exception cref="KeyRefusedException">A secret cannot be used.</exception>
    public OwnMaterial(Agreement agreement, IEnumerable<string> extracts, IEnumerable<string> secrets, KeyAccess keys)
    {
        Extracts = [.. extracts.Select(OwnExtract.Parse).Select(given => Extract(agreement, given.Source ?? Path.GetFileName(given.Folder), given.Folder))];
        // Two months of one source would count a person twice.
        if (Extracts.GroupBy(extract => extract.Source, StringComparer.Ordinal).FirstOrDefault(source => source.Skip(1).Any()) is { } twice)
            throw new CliException(ExitCode.Usage, CliTexts.Format("Error.TwoExtracts", twice.Key));
        foreach (var reference in secrets)
        {
            // In force or not: a secret that was rotated still opens what was made with it.
            using var file = keys.Open(reference);
            _secrets.Add(file.OpenSecret());
        }
    }

    /// <summary>The extracts.</summary>
    public IReadOnlyList<OwnExtract> Extracts { get; }

    /// <summary>The secrets.</summary>
    public IReadOnlyList<HolderSecret> Secrets => _secrets;

    /// <inheritdoc/>
    public void Dispose() => _secrets.ForEach(secret => secret.Dispose());

    static OwnExtract Extract(Agreement agreement, string id, string folder)
    {
        var source = SharedOptions.Find(agreement, id);
        var extract = new OwnExtract(folder, source.Id, source.Format, source.Encoding) { Mapping = source.Mapping };
        _ = extract.Persons;
        return extract;
    }
}
