using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>AES-256-GCM under a key expanded from the holder secret with a label of its own: for what a body keeps for itself.</summary>
public sealed class HolderCipher : IDisposable
{
    /// <summary>Bytes of a nonce.</summary>
    public const int NonceSize = 12;

    /// <summary>Bytes of an authentication tag.</summary>
    public const int TagSize = 16;

    /// <summary>Bytes of <see cref="CheckValue"/>.</summary>
    public const int CheckSize = 8;

    readonly AesGcm _aes;
    readonly byte[] _check = new byte[CheckSize];

    internal HolderCipher(ReadOnlySpan<byte> secret, string label)
    {
        var bytes = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            HKDF.Expand(HashAlgorithmName.SHA256, secret, bytes, Encoding.UTF8.GetBytes(label));
            Span<byte> check = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes(PseudonymProfile.CheckValueLabel), check);
            check[..CheckSize].CopyTo(_check);
            _aes = new AesGcm(bytes, TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Tells a wrong secret from an altered file, without helping to find the key.</summary>
    public ReadOnlySpan<byte> CheckValue => _check;

    /// <summary>Encrypts one chunk under a fresh random nonce, which is written to <paramref name="nonce"/>.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, Span<byte> nonce, Span<byte> cipher, Span<byte> tag)
    {
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, plain, cipher, tag, associated);
    }

    /// <summary>Decrypts one chunk.</summary>
    /// <exception cref="KeyRefusedException">The chunk was altered or moved, or encrypted under another key.</exception>
    public void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        try
        {
            _aes.Decrypt(nonce, cipher, tag, plain, associated);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new KeyRefusedException(KeyRefusal.WrongKey, "it was altered, or belongs to another secret, source or month");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
