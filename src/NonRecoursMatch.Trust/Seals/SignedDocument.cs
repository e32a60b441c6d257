using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>
/// A document <c>X.json</c> with its detached signature <c>X.json.sig</c> (ECDSA P-256 with SHA-256, DER) and the signer's certificate <c>X.json.pem</c>:
/// <c>openssl x509 -in X.json.pem -pubkey -noout &gt; X.pub</c>, then <c>openssl dgst -sha256 -verify X.pub -signature X.json.sig X.json</c>.
/// </summary>
public static class SignedDocument
{
    const int Largest = 1 << 24;

    /// <summary>The three files of a document.</summary>
    public static IReadOnlyList<string> FilesOf(string name) => [name, name + ".sig", name + ".pem"];

    /// <summary>Writes the three files, the document last.</summary>
    /// <exception cref="IOException">One cannot be written.</exception>
    public static void Write<T>(string path, T document, SigningIdentity identity)
    {
        var bytes = StableJson.Bytes(document);
        File.WriteAllText(path + ".pem", identity.Certificate.Pem + "\n");
        File.WriteAllBytes(path + ".sig", identity.Sign(bytes));
        StableJson.Write(path, document);
    }

    /// <summary>Reads a document that one of the expected signers signed. Nothing of it is looked at before its signature.</summary>
    /// <param name="path">The document.</param>
    /// <param name="signers">Who may have signed it.</param>
    /// <param name="clock">The signer's certificate must be valid now.</param>
    /// <exception cref="SealRefusedException">Signed by somebody else, out of date, altered, or another document.</exception>
    /// <exception cref="FileNotFoundException">There is no document.</exception>
    /// <returns>The document, and who signed it.</returns>
    public static (T Document, SignerCertificate Signer) Read<T>(string path, ExpectedSigners signers, TimeProvider clock)
        where T : class
    {
        var name = Path.GetFileName(path);
        var (bytes, signature) = (Bytes(path), Bytes(path + ".sig"));
        var signer = Stated(path + ".pem");
        var now = clock.GetUtcNow();
        // A certificate that has ended is that of somebody known all the same: the sentence below says it better.
        if (!signers.Accepts(signer, signer.IsValidAt(now) ? now : signer.NotBefore))
            throw new SealRefusedException(SealRefusal.UnknownSender, $"{name} says {signer.Subject}, certificate {signer.KeyId}");
        if (!signer.IsValidAt(now))
            throw new SealRefusedException(SealRefusal.OutOfDate, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{signer.Subject}, valid from {signer.NotBefore:yyyy-MM-dd} to {signer.NotAfter:yyyy-MM-dd}"));
        if (!IsSigned(signer, bytes, signature))
            throw new SealRefusedException(SealRefusal.Altered, $"the signature of {name} is not that of its content");
        return (Parse<T>(bytes, name), signer);
    }

    static T Parse<T>(byte[] bytes, string name)
        where T : class
    {
        try
        {
            return StableJson.Read<T>(bytes, name);
        }
        catch (ManifestException fault)
        {
            throw new SealRefusedException(SealRefusal.Altered, fault.Message);
        }
    }

    static SignerCertificate Stated(string path)
    {
        var bytes = Bytes(path);
        try
        {
            var certificate = SignerCertificate.Read(bytes);
            if (bytes.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(certificate.Pem + "\n")))
                return certificate;
        }
        catch (CryptographicException)
        {
            // Refused below, as anything else that is not the file that was written.
        }

        throw new SealRefusedException(SealRefusal.Altered, $"{Path.GetFileName(path)} is not the certificate of an EC P-256 key, as it was written");
    }

    static bool IsSigned(SignerCertificate signer, byte[] bytes, byte[] signature)
    {
        try
        {
            return signer.Signed(bytes, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static byte[] Bytes(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || (file.Exists && file.Length > Largest))
            throw new SealRefusedException(SealRefusal.Altered, $"{file.Name} is a link, or too long");
        return File.ReadAllBytes(path);
    }
}
