using System.Globalization;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>
/// Seals the files of a folder to one receiver: each file becomes one or more CMS envelopes of at most <see cref="LargestPart"/> bytes (the cipher works on
/// a whole part in memory), under a signed manifest.
/// </summary>
public static class PackageSealer
{
    /// <summary>Largest envelope: 64 MiB.</summary>
    public const int LargestPart = 64 << 20;

    /// <summary>Seals every file of a folder.</summary>
    /// <param name="folder">The files; no links.</param>
    /// <param name="campaign">What they belong to.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="identity">The sender.</param>
    /// <param name="output">An empty folder.</param>
    /// <param name="clock">Gives the time of sealing.</param>
    /// <param name="stop">Interrupts.</param>
    /// <param name="largestPart">Largest envelope.</param>
    /// <exception cref="SealRefusedException">There is no file, or there is a link.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static SealManifest Seal(
        string folder, SealedFor campaign, SealingCertificate to, SigningIdentity identity, string output, TimeProvider clock, CancellationToken stop, int largestPart = LargestPart)
    {
        var names = FolderFiles.Of(folder);
        if (names.Count == 0 || names.ContainsValue(true))
            throw new SealRefusedException(SealRefusal.NothingToSeal, $"{folder}: {names.Count} file(s), {names.Values.Count(isLink => isLink)} link(s)");
        var files = new List<SealedFile>();
        foreach (var name in names.Keys.Order(StringComparer.Ordinal))
            files.Add(new SealedFile(name, Parts(Path.Combine(folder, name), name, to, output, largestPart - AuthEnvelope.Overhead, stop)));
        var manifest = new SealManifest(
            SealManifest.Known, campaign, clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), identity.Certificate.KeyId, to.KeyId, files);
        SignedDocument.Write(Path.Combine(output, SealManifest.FileName), manifest, identity);
        return manifest;
    }

    static List<SealedPart> Parts(string path, string name, SealingCertificate to, string output, int size, CancellationToken stop)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var content = new byte[(int)Math.Min(size, Math.Max(1, input.Length))];
        var parts = new List<SealedPart>();
        for (var read = input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false); read > 0 || parts.Count == 0; read = input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false))
        {
            stop.ThrowIfCancellationRequested();
            var part = string.Create(CultureInfo.InvariantCulture, $"{name}.{parts.Count + 1:000}.p7m");
            var target = Path.Combine(output, part);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                AuthEnvelope.Seal(content.AsSpan(0, read), to, stream);
                stream.Flush(flushToDisk: true);
            }

            var entry = FileEntry.Of(target, part, 0);
            parts.Add(new SealedPart(part, entry.Sha256, entry.Bytes));
        }

        return parts;
    }
}
