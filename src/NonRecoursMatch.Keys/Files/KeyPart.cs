using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>What one key file holds, opened: a whole key, or one half of two custodians.</summary>
sealed class KeyPart : KeyMaterial
{
    public KeyPart(KeyHeader header, ReadOnlySpan<byte> value, string? passphrase = null)
        : base(value) => (Header, Passphrase) = (header, passphrase);

    /// <summary>What the file says in clear.</summary>
    public KeyHeader Header { get; }

    /// <summary>Reference of the passphrase that opened the file; null when it was in clear.</summary>
    public string? Passphrase { get; }

    /// <summary>Refuses a value that is not the one its file speaks of.</summary>
    /// <exception cref="KeyRefusedException">The check value differs.</exception>
    public KeyPart Checked(string origin)
    {
        var stated = Header.Half is null ? Header.Check : Header.HalfCheck;
        return stated is null || stated == KeyFile.FingerprintOf(Bytes)
            ? this
            : throw new KeyRefusedException(KeyRefusal.Malformed, $"{origin} is not a key: its check value does not fit, the file was altered");
    }

    /// <summary>Writes the file, readable by its owner only, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">Reference of the passphrase that encrypts it; null: in clear.</param>
    /// <param name="replace">Whether a file of that name is replaced; otherwise it is an error.</param>
    /// <exception cref="IOException">The file exists, or cannot be made.</exception>
    public void Save(string path, string? passphrase, bool replace = false)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var secret = passphrase is null ? null : Files.Passphrase.Read(passphrase, Directory.GetCurrentDirectory());
        secret?.RequireStrong();
        using var bytes = new PinnedBuffer();
        KeyFileJson.Write(this, secret, bytes);
        OwnerOnly(full, bytes.Written, replace);
    }

    /// <summary>The two halves of a whole key: one is random, the other is the key XOR the first, so that either alone says nothing.</summary>
    public KeyPart[] Split()
    {
        var (first, second) = (GC.AllocateArray<byte>(Size, pinned: true), GC.AllocateArray<byte>(Size, pinned: true));
        try
        {
            RandomNumberGenerator.Fill(first);
            for (var i = 0; i < Size; i++)
                second[i] = (byte)(Bytes[i] ^ first[i]);
            return [HalfOf(1, first), HalfOf(2, second)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(first);
            CryptographicOperations.ZeroMemory(second);
        }
    }

    /// <summary>The whole key of two halves.</summary>
    /// <exception cref="KeyRefusedException">They are not the two halves of one key.</exception>
    public static KeyPart Join(KeyPart one, KeyPart other)
    {
        var (a, b) = (one.Header, other.Header);
        var header = WholeOf(a, b);
        if (a.Half is null || b.Half is null || a.Half == b.Half || header != WholeOf(b, a))
            throw new KeyRefusedException(KeyRefusal.HalfMissing, $"{a.Id} ({a.Half}) and {b.Id} ({b.Half}) are not the two halves of one key");
        var whole = GC.AllocateArray<byte>(Size, pinned: true);
        try
        {
            for (var i = 0; i < Size; i++)
                whole[i] = (byte)(one.Bytes[i] ^ other.Bytes[i]);
            return new KeyPart(header, whole).Checked(a.Id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(whole);
        }
    }

    /// <summary>A rotation that was interrupted has marked one half only: that counts for both.</summary>
    static KeyHeader WholeOf(KeyHeader half, KeyHeader other) => half with
    {
        Half = null,
        HalfCheck = null,
        Dates = half.Dates with { Rotated = half.Dates.Rotated ?? other.Dates.Rotated, Successor = half.Dates.Successor ?? other.Dates.Successor },
    };

    KeyPart HalfOf(int number, ReadOnlySpan<byte> value) => new(Header with { Half = number, HalfCheck = KeyFile.FingerprintOf(value) }, value);

    static void OwnerOnly(string path, ReadOnlySpan<byte> bytes, bool replace)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var temporary = path + ".partial";
        File.Delete(temporary);
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, replace);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
