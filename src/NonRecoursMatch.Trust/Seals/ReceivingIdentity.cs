using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>Who opens what is sealed to it: an RSA private key and its certificate, from a PEM given by reference.</summary>
public sealed class ReceivingIdentity : IDisposable
{
    readonly RSA _key;

    ReceivingIdentity(RSA key, SealingCertificate certificate) => (_key, Certificate) = (key, certificate);

    /// <summary>Its public half. It may be out of date: what was sealed in time stays readable.</summary>
    public SealingCertificate Certificate { get; }

    /// <summary>Opens the identity that a reference names.</summary>
    /// <param name="reference"><c>env:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="folder">Folder that a relative path starts from.</param>
    /// <exception cref="SigningRefusedException">It is not there, not a reference, or others can read it.</exception>
    /// <exception cref="SealRefusedException">It is not an RSA certificate with its private key.</exception>
    public static ReceivingIdentity Open(string reference, string folder)
    {
        var pem = SigningReference.Read(reference, folder);
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem, pem);
            var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("not of an RSA key");
            return new ReceivingIdentity(key, SealingCertificate.Of(certificate));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            // The library's message could quote the text.
            throw new SealRefusedException(SealRefusal.IdentityUnusable, "a PEM with an X.509 certificate and its unencrypted RSA private key is expected");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(pem.AsSpan()));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }

    /// <summary>Decrypts a content key into pinned memory; the caller overwrites it.</summary>
    /// <exception cref="CryptographicException">It was not encrypted to this key.</exception>
    internal byte[] Decrypt(ReadOnlySpan<byte> encrypted)
    {
        var wide = GC.AllocateArray<byte>(_key.KeySize / 8, pinned: true);
        try
        {
            var length = _key.Decrypt(encrypted, wide, RSAEncryptionPadding.OaepSHA256);
            var key = GC.AllocateArray<byte>(length, pinned: true);
            wide.AsSpan(0, length).CopyTo(key);
            return key;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wide);
        }
    }
}
