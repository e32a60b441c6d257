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
