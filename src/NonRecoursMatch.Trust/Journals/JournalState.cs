using System.Security.Cryptography;
using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Trust.Journals;

/// <summary>
/// A journal as it stood at some moment: lines are only added later, so its first bytes stay what they were. <c>head -c OCTETS journal.jsonl | sha256sum</c> recomputes it.
/// </summary>
/// <param name="Lines">Number of lines.</param>
/// <param name="Bytes">Number of bytes.</param>
/// <param name="Sha256">Digest of those bytes.</param>
public sealed record JournalState(long Lines, long Bytes, string Sha256)
{
    /// <summary>Name of the file in a result.</summary>
    public const string FileName = "journal.jsonl";

    const string LinesName = "lignes";
    const string BytesName = "octets";

    /// <summary>The state of a whole journal now.</summary>
    /// <exception cref="JournalBrokenException">Its chain is broken.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static JournalState Of(string path)
    {
        var found = Journal.Verify(path);
        return found.Intact ? new JournalState(found.Lines, found.Bytes, DigestOf(path, found.Bytes)!) : throw new JournalBrokenException(found);
    }

    /// <summary>As a statement names it.</summary>
    public Resource Described() => new(FileName, new DigestSet(Sha256), new SortedDictionary<string, long>(StringComparer.Ordinal) { [LinesName] = Lines, [BytesName] = Bytes });

    /// <summary>Reads what a statement says; null when it says nothing of a journal.</summary>
    public static JournalState? Find(IEnumerable<Resource> stated)
        => stated.FirstOrDefault(resource => resource.Name == FileName) is { Annotations: { } counts } journal
            && counts.TryGetValue(LinesName, out var lines) && counts.TryGetValue(BytesName, out var bytes)
            ? new JournalState(lines, bytes, journal.Digest.Sha256)
            : null;

    /// <summary>Whether a journal begins with these very bytes.</summary>
    public bool IsStartOf(string path) => DigestOf(path, Bytes) == Sha256;

    static string? DigestOf(string path, long bytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        if (bytes < 0 || stream.Length < bytes)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 16];
        for (var left = bytes; left > 0;)
        {
            var read = stream.Read(block, 0, (int)Math.Min(left, block.Length));
            if (read == 0)
                return null;
            hash.AppendData(block, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
