using System.Security.Cryptography;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A package goes sealed from a holder to the operator, and a list back: openssl opens each file, and a change of one bit is refused.</summary>
[Collection(SharedTerritory.Name)]
public class SealsTests(GeneratedTerritory territory)
{
    [OutsideJudge("openssl")]
    public void A_package_goes_sealed_to_the_operator_who_opens_it_as_openssl_does()
    {
        using var folder = new TemporaryFolder();
        var (caf, operateur) = (OpenSslIdentity.Signing(folder, "caf-35"), OpenSslIdentity.Receiving(folder, "operateur"));
        var package = Path.Combine(territory.Output, "packages", "caf-35");
        Ok(Seal(package, folder["scelle"], caf, operateur));
        Ok(Open(folder["scelle"], folder["ouvert"], caf, operateur));
        SameBytes.Expect(package, folder["ouvert"]);

        foreach (var envelope in Directory.GetFiles(folder["scelle"], "*.p7m", SearchOption.AllDirectories))
        {
            OutsideJudge.Ask("openssl", ["cms", "-decrypt", "-inform", "DER", "-binary", "-in", envelope, "-inkey", operateur.Private, "-out", folder["clair"]], []);
            SameBytes.ExpectFile(Path.Combine(package, Path.GetRelativePath(folder["scelle"], envelope)[..^".001.p7m".Length]), folder["clair"]);
        }

        File.WriteAllText(folder["pub.pem"], OutsideJudge.Ask("openssl", ["x509", "-in", caf.Certificate, "-pubkey", "-noout"], []));
        OutsideJudge.Ask("openssl", ["dgst", "-sha256", "-verify", folder["pub.pem"], "-signature", folder["scelle", "scellement.json.sig"], folder["scelle", "scellement.json"]], [])
            .ShouldBe("Verified OK");
    }

    [OutsideJudge("openssl")]
    public void Altered_of_another_campaign_from_a_stranger_or_for_another_it_is_refused_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var (caf, operateur) = (OpenSslIdentity.Signing(folder, "caf-35"), OpenSslIdentity.Receiving(folder, "operateur"));
        Ok(Seal(Path.Combine(territory.Output, "packages", "caf-35"), folder["scelle"], caf, operateur));
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], OpenSslIdentity.Signing(folder, "inconnu"), operateur));
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], caf, OpenSslIdentity.Receiving(folder, "autre")));
        Refused(folder, 78, Open(folder["scelle"], folder["ouvert"], caf, operateur, source: "cpam-35"));
        var other = folder["autre-texte"];
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "convention.yaml"), File.ReadAllText(Path.Combine(territory.Folder, "convention.yaml")) + "# une autre version\n");
        Refused(folder, 78, Open(folder["scelle"], folder["ouvert"], caf, operateur, convention: other));

        var envelope = folder["scelle", "personnes.col.001.p7m"];
        var bytes = File.ReadAllBytes(envelope);
        bytes[RandomNumberGenerator.GetInt32(bytes.Length)] ^= 4;
        File.WriteAllBytes(envelope, bytes);
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], caf, operateur)).Error.ShouldContain("personnes.col.001.p7m");
        File.WriteAllBytes(envelope, bytes[..100]);
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], caf, operateur));
        File.Delete(folder["scelle", "scellement.json"]);
        Refused(folder, 66, Open(folder["scelle"], folder["ouvert"], caf, operateur));
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(operateur.Identity, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], caf, operateur)).Error.ShouldContain("chmod 600");
    }

    [OutsideJudge("openssl")]
    public void What_was_opened_is_matched_and_what_is_there_is_never_opened_over()
    {
        using var folder = new TemporaryFolder();
        var operateur = OpenSslIdentity.Receiving(folder, "operateur");
        foreach (var source in territory.Sources)
        {
            var body = OpenSslIdentity.Signing(folder, source);
            Ok(Seal(Path.Combine(territory.Output, "packages", source), folder["envois", source], body, operateur, source));
            Ok(Open(folder["envois", source], folder["recus", source], body, operateur, source));
            Open(folder["envois", source], folder["recus", source], body, operateur, source).ExitCode.ShouldBe(73);
        }

        Directory.CreateDirectory(folder["operateur"]);
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), folder["operateur", "convention.yaml"]);
        NonRecours.Ok("match", "--convention", folder["operateur"], "--month", GeneratedTerritory.Month, "--out", folder["sortie"], "--in", folder["recus"]);
        SameBytes.Expect(Path.Combine(territory.Output, "lists"), folder["sortie", "lists"]);
    }

    [OutsideJudge("openssl")]
    public void With_an_authority_the_sender_must_be_issued_by_it_and_named_for_the_body()
    {
        using var folder = new TemporaryFolder();
        var operateur = OpenSslIdentity.Receiving(folder, "operateur");
        var authority = OpenSslIdentity.Signing(folder, "autorite");
        var caf = OpenSslIdentity.Issued(folder, "caf-35", authority);
        Ok(Seal(Path.Combine(territory.Output, "packages", "caf-35"), folder["scelle"], caf, operateur));
        Ok(Trusting(folder["scelle"], folder["ouvert"], operateur, authority.Certificate));
        Directory.Delete(folder["ouvert"], recursive: true);
        Refused(folder, 2, Trusting(folder["scelle"], folder["ouvert"], operateur, trust: null));
        Refused(folder, 77, Trusting(folder["scelle"], folder["ouvert"], operateur, OpenSslIdentity.Signing(folder, "autre").Certificate));

        var cpam = OpenSslIdentity.Issued(folder, "cpam-35", authority);
        Ok(Seal(Path.Combine(territory.Output, "packages", "caf-35"), folder["usurpe"], cpam, operateur));
        Refused(folder, 77, Trusting(folder["usurpe"], folder["ouvert"], operateur, authority.Certificate)).Error.ShouldContain("cpam-35");
        File.WriteAllText(folder["rien.pem"], "rien");
        Refused(folder, 78, Trusting(folder["scelle"], folder["ouvert"], operateur, folder["rien.pem"]));
    }

    [OutsideJudge("openssl")]
    public void The_fingerprints_of_the_agreement_say_who_seals_to_whom_and_who_is_believed()
    {
        using var folder = new TemporaryFolder();
        var (caf, cafReceives) = (OpenSslIdentity.Signing(folder, "caf-35"), OpenSslIdentity.Receiving(folder, "caf-35"));
        var (operateur, operateurSigns) = (OpenSslIdentity.Receiving(folder, "operateur"), OpenSslIdentity.Signing(folder, "operateur"));
        var convention = folder["convention"];
        Directory.CreateDirectory(convention);
        File.WriteAllText(
            Path.Combine(convention, "convention.yaml"), File.ReadAllText(Path.Combine(territory.Folder, "convention.yaml"))
                + $"certificats:\n  operateur: {{ signature: \"{operateurSigns.Fingerprint}\", scellement: \"{operateur.Fingerprint}\" }}\n"
                + $"  caf-35: {{ signature: \"{caf.Fingerprint}\", scellement: \"{cafReceives.Fingerprint}\" }}\n");
        var package = Path.Combine(territory.Output, "packages", "caf-35");

        Ok(Seal(package, folder["scelle"], caf, operateur, convention: convention));
        Ok(Trusting(folder["scelle"], folder["ouvert"], operateur, trust: null, convention));
        SameBytes.Expect(package, folder["ouvert"]);
        Directory.Delete(folder["ouvert"], recursive: true);

        var stranger = OpenSslIdentity.Signing(folder, "inconnu");
        Refused(folder, 77, Seal(package, folder["ouvert"], stranger, operateur, convention: convention)).Error.ShouldContain("inconnu");
        Refused(folder, 77, Seal(package, folder["ouvert"], caf, OpenSslIdentity.Receiving(folder, "autre"), convention: convention)).Error.ShouldContain("autre");
        Refused(folder, 77, Open(folder["scelle"], folder["ouvert"], stranger, operateur, convention: convention));
    }

    [OutsideJudge("openssl")]
    public void With_separate_roles_a_body_signs_its_package_with_the_certificate_of_the_agreement()
    {
        using var folder = new TemporaryFolder();
        using var bench = new Workbench(territory);
        var (caf, stranger, operateur) = (OpenSslIdentity.Signing(folder, "caf-35"), OpenSslIdentity.Signing(folder, "inconnu"), OpenSslIdentity.Signing(folder, "operateur"));
        var (cafReceives, operateurReceives) = (OpenSslIdentity.Receiving(folder, "caf-35"), OpenSslIdentity.Receiving(folder, "operateur"));
        var path = Path.Combine(bench.Folder, "convention.yaml");
        var lines = File.ReadAllLines(path).Where(line => !line.Contains("secret_reference", StringComparison.Ordinal)).ToList();
        File.WriteAllText(path, string.Join('\n', lines).Replace("roles: unique", "roles: separes", StringComparison.Ordinal).Replace("sous_traitant:", "operateur:", StringComparison.Ordinal)
            + $"\ncertificats:\n  operateur: {{ signature: \"{operateur.Fingerprint}\", scellement: \"{operateurReceives.Fingerprint}\" }}\n"
            + $"  caf-35: {{ signature: \"{caf.Fingerprint}\", scellement: \"{cafReceives.Fingerprint}\" }}\n");

        bench.ShouldRefuse(Holder.Pseudonymize(bench.Folder, "caf-35", bench.Folder, bench.Output), 2, "--identity");
        bench.ShouldRefuse(Holder.Pseudonymize(bench.Folder, "caf-35", bench.Folder, bench.Output, identity: stranger.Identity), 77, "inconnu");
        Ok(Holder.Pseudonymize(bench.Folder, "caf-35", bench.Folder, bench.Output, identity: caf.Identity));
    }

    Answer Trusting(string package, string output, OpenSslIdentity receiver, string? trust, string? convention = null) => NonRecours.Run(
        ["open", package, "--convention", convention ?? territory.Folder, "--source", "caf-35", "--month", GeneratedTerritory.Month, "--identity", "file:" + receiver.Identity, "--out", output, .. trust is null ? Array.Empty<string>() : ["--trust", trust]]);

    Answer Seal(string package, string output, OpenSslIdentity sender, OpenSslIdentity receiver, string source = "caf-35", string? convention = null) => NonRecours.Run(
        "seal", package, "--convention", convention ?? territory.Folder, "--source", source, "--month", GeneratedTerritory.Month, "--to", receiver.Certificate, "--identity", "file:" + sender.Identity, "--out", output);

    Answer Open(string package, string output, OpenSslIdentity sender, OpenSslIdentity receiver, string source = "caf-35", string? convention = null) => NonRecours.Run(
        "open", package, "--convention", convention ?? territory.Folder, "--source", source, "--month", GeneratedTerritory.Month, "--from", sender.Certificate, "--identity", "file:" + receiver.Identity, "--out", output);

    static void Ok(Answer answer) => answer.ExitCode.ShouldBe(0, answer.Error);

    static Answer Refused(TemporaryFolder folder, int code, Answer answer)
    {
        answer.ExitCode.ShouldBe(code, answer.Error);
        answer.Output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(folder[[]], "ouvert*").ShouldBeEmpty();
        return answer;
    }
}
