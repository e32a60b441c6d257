using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// One key with what is known about it. Dispose it as soon as <see cref="OpenRoot"/> or <see cref="OpenSecret"/> has given the key to use.
/// </summary>
public sealed class KeyFile : KeyMaterial
{
    internal KeyFile(KeyKind? kind, string id, bool test, DateOnly? created, ReadOnlySpan<byte> key)
        : base(key)
    {
        Kind = kind;
        Id = id;
        Test = test;
        Created = created;
    }

    /// <summary>What it is; null when the reference gave bare digits, which may serve as either.</summary>
    public KeyKind? Kind { get; }

    /// <summary>Its name, which says nothing about its value.</summary>
    public string Id { get; }

    /// <summary>Whether it is a test key: exempt from the permission check, and every output made with it says TEST.</summary>
    public bool Test { get; }

    /// <summary>Day it was made, where stated.</summary>
    public DateOnly? Created { get; }

    /// <summary>
    /// Eight bytes in hexadecimal that tell two keys apart without helping to find either: a truncated SHA-256 of an HMAC made with the key,
    /// never of the key itself.
    /// </summary>
    public string Fingerprint => FingerprintOf(Bytes);

    /// <summary>Makes a new key from the operating system's generator.</summary>
    public static KeyFile Create(KeyKind kind, bool test, TimeProvider clock)
    {
        var bytes = GC.AllocateArray<byte>(Size, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(bytes);
            var created = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return new KeyFile(kind, IdOf(kind, created, bytes), test, created, bytes);
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
        return new KeyFile(kind, IdOf(kind, created, bytes), test: true, created, bytes);
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

    /// <summary>Writes the key file, readable by its owner only. An existing file is never replaced.</summary>
    /// <exception cref="IOException">The file exists or cannot be made.</exception>
    public void Save(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var bytes = new ArrayBufferWriter<byte>(512);
        try
        {
            KeyFileJson.Write(this, Bytes, bytes);
            using var stream = new FileStream(path, options);
            stream.Write(bytes.WrittenSpan);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            bytes.Clear();
        }
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
