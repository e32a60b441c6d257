namespace NonRecoursMatch.EndToEnd;

/// <summary>A body's certificate and private key, made by openssl as an administrator makes them.</summary>
/// <param name="Certificate">Path of the certificate, PEM.</param>
/// <param name="Private">Path of the private key, PEM.</param>
/// <param name="Identity">Path of one PEM with both, readable by its owner alone.</param>
sealed record OpenSslIdentity(string Certificate, string Private, string Identity)
{
    /// <summary>An RSA certificate, to seal to.</summary>
    public static OpenSslIdentity Receiving(TemporaryFolder folder, string name, int days = 30) => Make(folder, name + "-rsa", days, "-newkey", "rsa:2048");

    /// <summary>An EC P-256 certificate, to sign with.</summary>
    public static OpenSslIdentity Signing(TemporaryFolder folder, string name) => Make(folder, name + "-ec", 30, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");

    /// <summary>An EC P-256 certificate to sign with, in the plain name of a body, issued by an authority.</summary>
    public static OpenSslIdentity Issued(TemporaryFolder folder, string name, OpenSslIdentity authority)
    {
        var (certificate, secret, request, both) = (folder[name + "-delivre.pem"], folder[name + "-delivre.key"], folder[name + ".csr"], folder[name + "-delivre-prive.pem"]);
        OutsideJudge.Ask("openssl", ["req", "-new", "-nodes", "-subj", "/CN=" + name, "-keyout", secret, "-out", request, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], []);
        OutsideJudge.Ask("openssl", ["x509", "-req", "-in", request, "-CA", authority.Certificate, "-CAkey", authority.Private, "-CAcreateserial", "-days", "30", "-out", certificate], []);
        File.WriteAllText(both, File.ReadAllText(certificate) + File.ReadAllText(secret));
        KeepPrivate(both);
        return new OpenSslIdentity(certificate, secret, both);
    }

    /// <summary>What an agreement states of it.</summary>
    public string Fingerprint => OutsideJudge.Ask("openssl", ["x509", "-in", Certificate, "-noout", "-fingerprint", "-sha256"], []).Trim().Split('=')[1];

    static OpenSslIdentity Make(TemporaryFolder folder, string name, int days, params string[] key)
    {
        var (certificate, secret, both) = (folder[name + ".pem"], folder[name + ".key"], folder[name + "-prive.pem"]);
        OutsideJudge.Ask("openssl", ["req", "-x509", "-nodes", "-subj", "/CN=" + name, "-days", $"{days}", "-keyout", secret, "-out", certificate, .. key], []);
        File.WriteAllText(both, File.ReadAllText(certificate) + File.ReadAllText(secret));
        KeepPrivate(both);
        return new OpenSslIdentity(certificate, secret, both);
    }

    /// <summary>chmod 600.</summary>
    public static void KeepPrivate(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
