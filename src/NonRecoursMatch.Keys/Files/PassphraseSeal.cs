using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Files;

/// <summary>
/// Thirty-two bytes under a passphrase: AES-256-GCM (NIST SP 800-38D) with the key that PBKDF2-HMAC-SHA-256 (RFC 8018, 5.2) makes of the passphrase
/// and a salt. What the file says in clear is authenticated with it.
/// </summary>
/// <param name="Iterations">Of PBKDF2.</param>
/// <param name="Salt">Sixteen random bytes.</param>
/// <param name="Nonce">Twelve random bytes.</param>
/// <param name="Tag">Sixteen bytes.</param>
sealed record PassphraseSeal(int Iterations, byte[] Salt, byte[] Nonce, byte[] Tag)
{
    /// <summary>What OWASP (Password Storage Cheat Sheet, 2023) asks of PBKDF2-HMAC-SHA-256; fewer are refused.</summary>
    public const int LeastIterations = 600_000;

    /// <summary>A file that asks for more would only keep the machine busy.</summary>
    public const int MostIterations = 20_000_000;

    public const int SaltSize = 16;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    /// <summary>Encrypts <paramref name="key"/> into <paramref name="cipher"/>.</summary>
    public static PassphraseSeal Make(ReadOnlySpan<byte> key, Passphrase passphrase, ReadOnlySpan<byte> header, Span<byte> cipher)
    {
        var seal = new PassphraseSeal(
            LeastIterations, RandomNumberGenerator.GetBytes(SaltSize), RandomNumberGenerator.GetBytes(NonceSize), new byte[TagSize]);
        using var aes = seal.Derive(passphrase);
        aes.Encrypt(seal.Nonce, key, cipher, seal.Tag, header);
        return seal;
    }

    /// <summary>Decrypts; false, and nothing more, when the passphrase is wrong or a byte of the file was changed.</summary>
    public bool TryOpen(ReadOnlySpan<byte> cipher, Passphrase passphrase, ReadOnlySpan<byte> header, Span<byte> key)
    {
        using var aes = Derive(passphrase);
        try
        {
            aes.Decrypt(Nonce, cipher, Tag, key, header);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    AesGcm Derive(Passphrase passphrase)
    {
        var derived = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            Rfc2898DeriveBytes.Pbkdf2(passphrase.Bytes, Salt, derived, Iterations, HashAlgorithmName.SHA256);
            return new AesGcm(derived, TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }
}
