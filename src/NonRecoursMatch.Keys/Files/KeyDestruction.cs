using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>What a key file says in clear, before it is destroyed.</summary>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Id">Id of the key; of bare digits, the file name.</param>
/// <param name="Kind"><c>root</c> or <c>secret</c>; null for bare digits.</param>
/// <param name="Test">Whether it is a test key.</param>
/// <param name="Dates">Its life.</param>
/// <param name="Fingerprint">Of the key; null where its file does not state it and holds it encrypted.</param>
/// <param name="Half">1 or 2 for a half.</param>
public sealed record KeyFileDescription(string Name, long Bytes, string Id, string? Kind, bool Test, KeyDates Dates, string? Fingerprint, int? Half);

/// <summary>
/// Ends the life of a key that is in files. Overwriting reaches the blocks of a plain disk; copies, backups and the spare blocks of a flash disk
/// keep what they had, which is why a key is best kept under a passphrase.
/// </summary>
public static class KeyDestruction
{
    /// <summary>What the files say in clear: no passphrase is needed to destroy a key whose passphrase is lost.</summary>
    /// <exception cref="KeyRefusedException">One is not a key file, or is a link.</exception>
    public static IReadOnlyList<KeyFileDescription> Describe(KeyAccess access, string reference)
        => [.. access.FilesOf(reference).Select(path => KeyReference.Read("file:" + path, "", "key", found => Describe(path, found)))];

    /// <summary>Overwrites each file with random bytes, flushes it to disk and removes it.</summary>
    /// <exception cref="KeyRefusedException">One is a link.</exception>
    /// <exception cref="IOException">A file cannot be overwritten.</exception>
    public static void Destroy(KeyAccess access, string reference)
    {
        foreach (var path in access.FilesOf(reference))
        {
            using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(RandomNumberGenerator.GetBytes((int)stream.Length));
                stream.Flush(flushToDisk: true);
            }

            File.Delete(path);
        }
    }

    static KeyFileDescription Describe(string path, KeyReference.Found found)
    {
        using var content = KeyFileJson.Read(found.Bytes, found.Origin);
        var (header, name) = (content.Header, Path.GetFileName(path));
        var fingerprint = header.Check ?? (content.Seal is null && header.Half is null ? KeyFile.FingerprintOf(content.Bytes) : null);
        return new KeyFileDescription(
            name, found.Bytes.Length, header.Id, header.Kind is { } kind ? KeyFileJson.NameOf(kind) : null, header.Test, header.Dates, fingerprint, header.Half);
    }
}
