using System.Globalization;
using System.Security.Cryptography;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>
/// Opens a sealed package. In this order, each before anything else is used: the signature, by an expected sender; the campaign; the receiver; the
/// clock; the names; the digest of every envelope. Only then is one decrypted.
/// </summary>
/// <param name="folder">The sealed package.</param>
/// <param name="senders">Who may have sent it.</param>
/// <param name="mine">The receiver.</param>
/// <param name="clock">Tells whether the sender's certificate is valid.</param>
public sealed class PackageOpener(string folder, ExpectedSigners senders, ReceivingIdentity mine, TimeProvider clock)
{
    // Two machines are never quite of one time.
    static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Opens every file.</summary>
    /// <param name="campaign">What it must belong to.</param>
    /// <param name="output">An empty folder.</param>
    /// <param name="stop">Interrupts.</param>
    /// <returns>What was opened, and who sent it.</returns>
    /// <exception cref="SealRefusedException">It may not be opened; nothing was decrypted.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public (SealManifest Manifest, SignerCertificate Sender) Open(SealedFor campaign, string output, CancellationToken stop)
    {
        var (manifest, sender) = SignedDocument.Read<SealManifest>(Path.Combine(folder, SealManifest.FileName), senders, clock);
        Require(manifest, sender, campaign);
        RequireFiles(manifest, stop);
        var buffer = new byte[manifest.Fichiers.SelectMany(file => file.Parties).Max(part => part.Octets)];
        foreach (var file in manifest.Fichiers)
            Write(file, Path.Combine(output, file.Nom), buffer, stop);
        return (manifest, sender);
    }

    void Require(SealManifest manifest, SignerCertificate sender, SealedFor campaign)
    {
        if (manifest.Version != SealManifest.Known)
            throw Altered($"{SealManifest.FileName}: version {manifest.Version} is not known, {SealManifest.Known} is expected");
        if (manifest.Campagne != campaign)
            throw new SealRefusedException(SealRefusal.OtherCampaign, $"{Words(manifest.Campagne)}; expected: {Words(campaign)}");
        if (manifest.Expediteur != sender.KeyId)
            throw new SealRefusedException(SealRefusal.UnknownSender, $"says certificate {manifest.Expediteur}, signed by {sender.KeyId}");
        if (manifest.Destinataire != mine.Certificate.KeyId)
            throw new SealRefusedException(SealRefusal.NotForUs, $"sealed to certificate {manifest.Destinataire}");
        if (!DateTimeOffset.TryParseExact(manifest.ScelleLe, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            || moment > clock.GetUtcNow() + s_tolerance)
        {
            throw new SealRefusedException(SealRefusal.FromTheFuture, $"sealed on {manifest.ScelleLe}");
        }
    }

    /// <summary>The folder holds the stated envelopes, whole and plain, and nothing else.</summary>
    void RequireFiles(SealManifest manifest, CancellationToken stop)
    {
        var present = FolderFiles.Of(folder);
        var parts = manifest.Fichiers.SelectMany(file => file.Parties).ToList();
        if (parts.Count == 0)
            throw Altered("no file");
        var stated = parts.Select(part => part.Fichier).Concat(SignedDocument.FilesOf(SealManifest.FileName)).ToList();
        var names = manifest.Fichiers.Select(file => file.Nom).ToList();
        var unsafeName = stated.Concat(names).FirstOrDefault(name => !FolderFiles.IsPlain(name));
        if (unsafeName is not null || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            throw Altered(unsafeName ?? "a name is there twice");
        if (!stated.Order(StringComparer.Ordinal).SequenceEqual(present.Keys.Order(StringComparer.Ordinal)) || present.ContainsValue(true))
            throw Altered(string.Join(", ", stated.Except(present.Keys).Concat(present.Keys.Except(stated)).Concat(present.Where(file => file.Value).Select(file => file.Key)).Order(StringComparer.Ordinal)));
        foreach (var part in parts)
        {
            stop.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, part.Fichier);
            if (part.Octets is < 0 or > PackageSealer.LargestPart || new FileInfo(path).Length != part.Octets || FileEntry.Of(path, part.Fichier, 0).Sha256 != part.Sha256)
                throw Altered(part.Fichier);
        }
    }

    void Write(SealedFile file, string target, byte[] buffer, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var part in file.Parties)
        {
            stop.ThrowIfCancellationRequested();
            var envelope = buffer.AsMemory(0, (int)part.Octets);
            using (var input = new FileStream(Path.Combine(folder, part.Fichier), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0))
                input.ReadExactly(envelope.Span);
            // Of these very bytes: the file could have been exchanged since it was checked.
            if (Convert.ToHexStringLower(SHA256.HashData(envelope.Span)) != part.Sha256)
                throw Altered(part.Fichier);
            stream.Write(AuthEnvelope.Open(envelope, mine).Span);
        }

        stream.Flush(flushToDisk: true);
    }

    static string Words(SealedFor campaign) => $"{campaign.Source}, {campaign.Mois}, {campaign.Convention} ({campaign.ConventionSha256[..Math.Min(12, campaign.ConventionSha256.Length)]})";

    static SealRefusedException Altered(string what) => new(SealRefusal.Altered, what);
}
