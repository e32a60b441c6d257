using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>AES-256-GCM under a key expanded from the holder secret with its own label, for the handle table of one source and month.</summary>
public sealed class HandleTableKey : IDisposable
{
    /// <summary>Bytes of a nonce.</summary>
    public const int NonceSize = 12;

    /// <summary>Bytes of an authentication tag.</summary>
    public const int TagSize = 16;

    readonly AesGcm _aes;

    internal HandleTableKey(ReadOnlySpan<byte> secret, string source, YearMonth month)
    {
        var bytes = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            HKDF.Expand(HashAlgorithmName.SHA256, secret, bytes, Encoding.UTF8.GetBytes($"{PseudonymProfile.HandleTableLabel}{source}|{month}"));
            _aes = new AesGcm(bytes, TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Encrypts one chunk under a fresh random nonce, which is written to <paramref name="nonce"/>.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, Span<byte> nonce, Span<byte> cipher, Span<byte> tag)
    {
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, plain, cipher, tag, associated);
    }

    /// <summary>Decrypts one chunk.</summary>
    /// <exception cref="KeyRefusedException">The chunk was altered or moved, or encrypted under another secret.</exception>
    public void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        try
        {
            _aes.Decrypt(nonce, cipher, tag, plain, associated);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new KeyRefusedException(KeyRefusal.WrongKey, "the handle table was altered, or belongs to another secret, source or month");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
