using NonRecoursMatch.Conventions;
using NonRecoursMatch.Holder.IdentityFiles;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Cli.Comparing;

/// <summary>
/// Compares two files of identities as the monthly job would: each becomes tokens under a throw-away key, then only tokens are compared. Tokens
/// lie in a working folder beside the result, removed at the end.
/// </summary>
sealed class FileComparison(ConventionLibrary library, string workFolder) : IDisposable
{
    /// <summary>The first file.</summary>
    public IdentityPackage Left { get; private set; } = null!;

    /// <summary>The second.</summary>
    public IdentityPackage Right { get; private set; } = null!;

    /// <summary>Links, by the rows of the two files.</summary>
    public LinkedPairs Pairs { get; private set; } = null!;

    /// <summary>Compares.</summary>
    public async Task<LinkReport> RunAsync(string left, string right, CancellationToken stop)
    {
        var digests = await Task.WhenAll(Task.Run(() => ThrowAwayKey.Digest(left, stop), stop), Task.Run(() => ThrowAwayKey.Digest(right, stop), stop)).ConfigureAwait(false);
        // A file compared with itself, or with another order of its rows: handles, and random anchors with them, must not be the same on both sides.
        if (digests[0].AsSpan().SequenceEqual(digests[1]))
            digests[1][0] ^= 1;
        using var key = ThrowAwayKey.Of(digests[0], digests[1]);
        var packages = await Task.WhenAll(Tokenise(left, "gauche", digests[0], key, stop), Tokenise(right, "droite", digests[1], key, stop)).ConfigureAwait(false);
        (Left, Right) = (packages[0], packages[1]);
        LinkSource[] sources = [SourceOf(0, "gauche", Left), SourceOf(1, "droite", Right)];
        (var report, Pairs) = new FileLinkage(sources, workFolder, calibrateGuard: true).Run(stop);
        return report;
    }

    /// <summary>Removes every token.</summary>
    public void Dispose()
    {
        if (Directory.Exists(workFolder))
            Directory.Delete(workFolder, recursive: true);
    }

    Task<IdentityPackage> Tokenise(string path, string name, byte[] digest, CampaignKey key, CancellationToken stop)
        => Task.Run(() => IdentityPackage.Write(path, digest, key, library, Path.Combine(workFolder, name), stop), stop);

    LinkSource SourceOf(int index, string name, IdentityPackage package)
        => new(index, name, Path.Combine(workFolder, name), package.Ids.Count, package.Concentration);
}
