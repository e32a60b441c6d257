using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Seals;

/// <summary>Bodies with their two certificates, made once: RSA keys are slow to draw.</summary>
sealed class Body
{
    static readonly DateTimeOffset s_now = FixedClock.November.GetUtcNow();

    Body(string name)
    {
        Receiving = Rsa(name, -1, 30);
        Signing = Ec(name);
    }

    public static Body Operator { get; } = new("operateur");

    public static Body Caf { get; } = new("caf-35");

    /// <summary>PEM of the RSA certificate and its private key.</summary>
    public string Receiving { get; }

    /// <summary>PEM of the EC certificate and its private key.</summary>
    public string Signing { get; }

    public SignerCertificate Signer => SignerCertificate.Read(System.Text.Encoding.ASCII.GetBytes(PublicOf(Signing)));

    public static string Rsa(string name, int from, int to, int size = 2048, X509KeyUsageFlags? usage = null)
    {
        using var key = RSA.Create(size);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } flags)
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        using var certificate = request.CreateSelfSigned(s_now.AddDays(from), s_now.AddDays(to));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    public static string PublicOf(string pem) => pem[..(pem.IndexOf("-----END CERTIFICATE-----", StringComparison.Ordinal) + "-----END CERTIFICATE-----".Length)] + "\n";

    public SealingCertificate To(TemporaryFolder folder)
    {
        File.WriteAllText(folder["to.pem"], PublicOf(Receiving));
        return SealingCertificate.Load(folder["to.pem"], FixedClock.November);
    }

    public ReceivingIdentity Opens(TemporaryFolder folder) => ReceivingIdentity.Open("file:" + Private(folder, "reception.pem", Receiving), folder.Path);

    public SigningIdentity Signs(TemporaryFolder folder) => SigningIdentity.Open("file:" + Private(folder, "signature.pem", Signing), folder.Path, FixedClock.November);

    public static string Private(TemporaryFolder folder, string name, string text)
    {
        File.WriteAllText(folder[name], text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return folder[name];
    }

    static string Ec(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(s_now.AddDays(-1), s_now.AddDays(30));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
