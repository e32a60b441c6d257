using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// One key with what is known about it. Dispose it as soon as <see cref="OpenRoot"/> or <see cref="OpenSecret"/> has given the key to use.
/// </summary>
public sealed class KeyFile : KeyMaterial
{
    readonly KeyHeader _header;

    internal KeyFile(KeyHeader header, ReadOnlySpan<byte> key)
        : base(key) => _header = header with { Check = FingerprintOf(key) };

    /// <summary>What it is; null when the reference gave bare digits, which may serve as either.</summary>
    public KeyKind? Kind => _header.Kind;

    /// <summary>Its name, which says nothing about its value.</summary>
    public string Id => _header.Id;

    /// <summary>Whether it is a test key: exempt from the permission check, and every output made with it says TEST.</summary>
    public bool Test => _header.Test;

    /// <summary>Its life.</summary>
    public KeyDates Dates => _header.Dates;

    /// <summary>
    /// Eight bytes in hexadecimal that tell two keys apart without helping to find either: a truncated SHA-256 of an HMAC made with the key,
    /// never of the key itself.
    /// </summary>
    public string Fingerprint => _header.Check!;

    /// <summary>Makes a new key from the operating system's generator.</summary>
    /// <param name="kind">Root or secret.</param>
    /// <param name="test">Whether it is a test key.</param>
    /// <param name="clock">Gives the day of creation.</param>
    /// <param name="activated">First day of use; null: today.</param>
    /// <param name="expires">Last day of use; null: none.</param>
    public static KeyFile Create(KeyKind kind, bool test, TimeProvider clock, DateOnly? activated = null, DateOnly? expires = null)
    {
        var bytes = GC.AllocateArray<byte>(Size, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(bytes);
            var created = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return new KeyFile(new KeyHeader(kind, IdOf(kind, created, bytes), test, new KeyDates(created, activated, expires)), bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Makes the test key that belongs to a label, for samples that must be the same on every machine. It protects nothing and says so.</summary>
    public static KeyFile CreateTest(KeyKind kind, DateOnly created, string label)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("NonRecoursMatch test key|" + label));
        return new KeyFile(new KeyHeader(kind, IdOf(kind, created, bytes), Test: true, new KeyDates(created)), bytes);
    }

    /// <summary>The root key.</summary>
    /// <exception cref="KeyRefusedException">It is a holder secret.</exception>
    public RootKey OpenRoot()
    {
        Expect(KeyKind.Root);
        return new RootKey(Bytes, Test);
    }

    /// <summary>The holder secret.</summary>
    /// <exception cref="KeyRefusedException">It is a root key.</exception>
    public HolderSecret OpenSecret()
    {
        Expect(KeyKind.Secret);
        return new HolderSecret(Bytes, Test);
    }

    /// <summary>Refuses a key outside its life.</summary>
    /// <exception cref="KeyRefusedException">Not active yet, expired, rotated, or made on a day that this machine's clock has not reached.</exception>
    public void RequireInForce(TimeProvider clock) => _header.RequireInForce(clock);

    /// <summary>Writes the key into one file, or its two halves into two. Each is readable by its owner only; an existing file is never replaced.</summary>
    /// <param name="paths">One file, or two.</param>
    /// <param name="passphrases">References of their passphrases, in the same order; a null one, or none at all: in clear.</param>
    /// <exception cref="KeyRefusedException">A passphrase is not there, or too short.</exception>
    /// <exception cref="IOException">A file exists or cannot be made.</exception>
    public void Save(IReadOnlyList<string> paths, params IReadOnlyList<string?> passphrases)
    {
        using var whole = new KeyPart(_header, Bytes);
        var parts = paths.Count == 1 ? [whole] : whole.Split();
        var written = 0;
        try
        {
            for (; written < parts.Length; written++)
                parts[written].Save(paths[written], passphrases.Count == 0 ? null : passphrases[written]);
        }
        catch
        {
            // A half alone is worth nothing.
            for (var i = 0; i < written; i++)
                File.Delete(paths[i]);
            throw;
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }

    /// <summary>Gives the bytes of its file, in clear, to one who encrypts them for somebody; they are overwritten afterwards.</summary>
    public T Expose<T>(Func<Span<byte>, T> use)
    {
        using var whole = new KeyPart(_header, Bytes);
        using var bytes = new PinnedBuffer();
        KeyFileJson.Write(whole, null, bytes);
        return use(bytes.Written);
    }

    /// <summary>Reads the bytes that <see cref="Expose"/> gave; the caller overwrites them.</summary>
    /// <exception cref="KeyRefusedException">They are not a key in clear.</exception>
    public static KeyFile Read(ReadOnlySpan<byte> utf8, string origin)
    {
        using var content = KeyFileJson.Read(utf8, origin);
        if (content.Header.Half is not null || content.Seal is not null || content.Header.Kind is null)
            throw KeyFileJson.Malformed(origin, "a whole key in clear is expected");
        using var part = new KeyPart(content.Header, content.Bytes);
        return new KeyFile(part.Checked(origin).Header, part.Bytes);
    }

    internal static string FingerprintOf(ReadOnlySpan<byte> key)
    {
        Span<byte> check = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, "NonRecoursMatch/1|empreinte"u8, check);
        return Convert.ToHexStringLower(SHA256.HashData(check).AsSpan(0, 8));
    }

    static string IdOf(KeyKind kind, DateOnly created, ReadOnlySpan<byte> key)
        => string.Create(CultureInfo.InvariantCulture, $"{(kind == KeyKind.Root ? "racine" : "secret")}-{created:yyyy-MM-dd}-{FingerprintOf(key)[..8]}");

    void Expect(KeyKind kind)
    {
        if (Kind is { } own && own != kind)
            throw new KeyRefusedException(KeyRefusal.WrongKind, $"key {Id} is a {KeyFileJson.NameOf(own)} where a {KeyFileJson.NameOf(kind)} is needed");
    }
}
