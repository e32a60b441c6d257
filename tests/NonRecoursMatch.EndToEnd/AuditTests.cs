using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>audit verify</c> over what the program leaves, and openssl over the attestation itself.</summary>
[Collection(SharedTerritory.Name)]
public class AuditTests(GeneratedTerritory territory)
{
    [OutsideJudge("openssl")]
    public void Openssl_verifies_the_signature_over_the_bytes_of_the_specification()
    {
        using var folder = new TemporaryFolder();
        using var envelope = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(territory.Output, "attestation.intoto.json")));
        var signature = envelope.RootElement.GetProperty("signatures")[0];
        var (type, payload) = (envelope.RootElement.GetProperty("payloadType").GetString()!, envelope.RootElement.GetProperty("payload").GetBytesFromBase64());
        type.ShouldBe("application/vnd.in-toto+json");
        File.WriteAllBytes(folder["certificat.pem"], signature.GetProperty("certificate").GetBytesFromBase64());
        File.WriteAllBytes(folder["signature"], signature.GetProperty("sig").GetBytesFromBase64());
        byte[] pae = [.. Encoding.ASCII.GetBytes($"DSSEv1 {type.Length} {type} {payload.Length} "), .. payload];
        File.WriteAllText(folder["publique.pem"], OutsideJudge.Ask("openssl", ["x509", "-in", folder["certificat.pem"], "-noout", "-pubkey"], []));
        OutsideJudge.Ask("openssl", ["dgst", "-sha256", "-verify", folder["publique.pem"], "-signature", folder["signature"]], pae).ShouldBe("Verified OK");
        OutsideJudge.Ask("openssl", ["x509", "-in", folder["certificat.pem"], "-noout", "-fingerprint", "-sha256"], [])
            .Split('=')[1].Replace(":", "", StringComparison.Ordinal).ToLowerInvariant().ShouldBe(signature.GetProperty("keyid").GetString());
    }

    [Fact]
    public void The_attestation_names_every_file_the_inputs_and_the_program_and_says_that_its_key_is_of_this_run()
    {
        using var statement = Statement(territory.Output);
        var root = statement.RootElement;
        root.GetProperty("_type").GetString().ShouldBe("https://in-toto.io/Statement/v1");
        root.GetProperty("predicateType").GetString().ShouldBe("https://slsa.dev/provenance/v1");
        var named = Names(root.GetProperty("subject"));
        var there = Directory.EnumerateFiles(territory.Output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(territory.Output, path).Replace('\\', '/'));
        named.ShouldBe(there.Except(["attestation.intoto.json", "journal.jsonl"]), ignoreOrder: true);
        var definition = root.GetProperty("predicate").GetProperty("buildDefinition");
        var inputs = definition.GetProperty("resolvedDependencies");
        Names(inputs).ShouldContain("conventions/rights");
        foreach (var file in new[] { "convention.yaml", "extraits/caf-35/personnes.csv" })
        {
            inputs.EnumerateArray().Single(input => input.GetProperty("name").GetString() == file).GetProperty("digest").GetProperty("sha256").GetString()
                .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(territory.Folder, file)))));
        }

        Names(root.GetProperty("predicate").GetProperty("runDetails").GetProperty("builder").GetProperty("builderDependencies")).ShouldContain("nonrecours.dll");
        definition.GetProperty("internalParameters").GetProperty("signature").GetProperty("portee").GetString().ShouldBe("éphémère");
        territory.Run.Error.ShouldContain("éphémère");
        IdentityValues.In(root.GetRawText(), IdentityValues.Of(territory.Folder)).ShouldBeEmpty();
    }

    [Fact]
    public void What_verify_says_to_write_down_is_given_back_next_time()
    {
        var said = NonRecours.Ok("audit", "verify", territory.Output).Output;
        var kept = said[(said.IndexOf("--checkpoint ", StringComparison.Ordinal) + "--checkpoint ".Length)..].Split('\n')[0].Trim();
        NonRecours.Ok("audit", "verify", territory.Output, "--checkpoint", kept);
        var other = NonRecours.Run("audit", "verify", territory.Output, "--checkpoint", "7:" + kept.Split(':')[1], "--json");
        other.ExitCode.ShouldBe(1);
        other.Output.ShouldContain("NotAsKept");
        NonRecours.Run("audit", "verify", territory.Output, "--checkpoint", "sept").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_result_is_intact_until_one_byte_of_it_changes()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        NonRecours.Ok("audit", "verify", bench.Output).Output.ShouldContain("Intégrité seulement");
        using var intact = JsonDocument.Parse(NonRecours.Ok("audit", "verify", bench.Output, "--json").Output);
        (intact.RootElement.GetProperty("intact").GetBoolean(), intact.RootElement.GetProperty("trust").GetString()).ShouldBe((true, "integrity_only"));

        var bytes = File.ReadAllBytes(bench["sortie", "packages", "caf-35", "personnes.col"]);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(bench["sortie", "packages", "caf-35", "personnes.col"], bytes);
        var answer = NonRecours.Run("audit", "verify", bench.Output);
        answer.ExitCode.ShouldBe(1);
        answer.Output.ShouldContain("packages/caf-35/personnes.col : n'est plus le fichier qui a été signé");
        var asked = NonRecours.Run("audit", "verify", bench.Output, "--json");
        asked.ExitCode.ShouldBe(1);
        using var changed = JsonDocument.Parse(asked.Output);
        changed.RootElement.GetProperty("results")[0].GetProperty("differences").EnumerateArray().Select(difference => (difference.GetProperty("file").GetString(), difference.GetProperty("reason").GetString()))
            .ShouldBe([("packages/caf-35/personnes.col", "Differs")]);
        IdentityValues.In(answer.Output + answer.Error, bench.Identities).ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_verified_is_said_with_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Run("audit", "verify", folder["absent"]).ExitCode.ShouldBe(66);
        NonRecours.Run("audit", "verify", folder.Path).ExitCode.ShouldBe(66);
        NonRecours.Run("audit", "verify", territory.Output, "--trust", folder["absent.pem"]).ExitCode.ShouldBe(66);
        File.WriteAllText(folder["c.pem"], "no certificate");
        NonRecours.Run("audit", "verify", territory.Output, "--trust", folder["c.pem"]).ExitCode.ShouldBe(78);
        NonRecours.Run("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["sortie"], "--identity", "file:" + folder["c.pem"]).ExitCode.ShouldBe(77);
        NonRecours.Run("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["sortie"], "--identity", "file:" + folder["c.pem"], "--dry-run").ExitCode.ShouldBe(77);
        Directory.Exists(folder["sortie"]).ShouldBeFalse();
    }

    [OutsideJudge("openssl")]
    public void With_identities_made_by_openssl_each_role_signs_and_is_believed_by_its_certificate_alone()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "caf", "operateur" })
            Person(folder, name);
        var certificate = folder["operateur.pem"];

        // A holder signs its package; the operator takes it over only as it was signed.
        TemporaryFolder.Copy(Path.Combine(territory.Output, "packages"), folder["recus"]);
        var sent = NonRecours.Ok(
            "pseudonymize", "--convention", territory.Folder, "--source", "caf-35", "--month", GeneratedTerritory.Month, "--key", "file:" + Path.Combine(territory.Folder, "cles", "racine.json"),
            "--secret", "file:" + Path.Combine(territory.Folder, "cles", "secret-caf-35.json"), "--identity", "file:" + folder["caf.secret.pem"], "--out", folder["envoi"]);
        sent.Error.ShouldNotContain("éphémère");
        var package = folder["envoi", "packages", "caf-35"];
        NonRecours.Ok("audit", "verify", package, "--trust", folder["caf.pem"]).Output.ShouldContain("caf-35");
        NonRecours.Run("audit", "verify", package, "--trust", certificate).ExitCode.ShouldBe(1);
        Directory.Delete(folder["recus", "caf-35"], recursive: true);
        TemporaryFolder.Copy(package, folder["recus", "caf-35"]);

        Directory.CreateDirectory(folder["operateur"]);
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), folder["operateur", "convention.yaml"]);
        string[] match = ["match", "--convention", folder["operateur"], "--month", GeneratedTerritory.Month, "--in", folder["recus"], "--identity", "env:NRM_OPERATEUR", "--out"];
        var environment = new Dictionary<string, string> { ["NRM_OPERATEUR"] = File.ReadAllText(folder["operateur.secret.pem"]) };
        var matched = NonRecours.Run([.. match, folder["sortie"]], environment);
        matched.ExitCode.ShouldBe(0, matched.Error);
        NonRecours.Ok("audit", "verify", folder["sortie"], "--trust", certificate).Output.ShouldContain("CN=operateur");
        var other = NonRecours.Run("audit", "verify", folder["sortie"], "--trust", folder["caf.pem"]);
        other.ExitCode.ShouldBe(1);
        other.Output.ShouldContain("ni délivré par lui");

        // Lists and report are the same bytes whoever signs (invariant I9).
        SameBytes.Expect(Path.Combine(territory.Output, "lists"), folder["sortie", "lists"]);
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), folder["sortie", "rapport.json"]);

        var secret = File.ReadAllLines(folder["operateur.secret.pem"]).First(line => line.Length == 64);
        foreach (var path in Directory.EnumerateFiles(folder["sortie"], "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(territory.Output, "*", SearchOption.AllDirectories)))
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
            text.ShouldNotContain("PRIVATE KEY");
            text.ShouldNotContain(secret);
        }

        // A signed package that was altered, its manifest made to fit, is still not what the holder signed.
        File.AppendAllText(folder["recus", "caf-35", "manifest.json"], "\n");
        var refused = NonRecours.Run([.. match, folder["autre"]], environment);
        refused.ExitCode.ShouldBe(1, refused.Error);
        refused.Error.ShouldContain("caf-35");
    }

    [Fact]
    public void A_month_that_is_taken_out_shows_and_a_purged_one_does_not()
    {
        using var folder = new TemporaryFolder();
        string[] months = ["2026-08", "2026-09", "2026-10"];
        foreach (var month in months)
        {
            NonRecours.Ok("generate", "243500741", "--persons", "600", "--seed", "5", "--month", month, "--since", months[0], "--out", folder[month]);
            NonRecours.Ok("run", folder[month], "--month", month, "--out", folder["mois", month]);
        }

        NonRecours.Ok("purge", folder[months[0]], "--month", months[0], "--run", folder["mois", months[0]], "--close", "--apply");
        NonRecours.Ok("audit", "verify", folder["mois"]).Output.ShouldContain("Les mois se suivent");
        NonRecours.Ok("audit", "verify", folder["mois", months[1]], folder["mois", months[2]]);

        File.Delete(folder["mois", months[0], "purge.intoto.json"]);
        NonRecours.Run("audit", "verify", folder["mois", months[0]]).ExitCode.ShouldBe(1);
        Directory.Delete(folder["mois", months[1]], recursive: true);
        var answer = NonRecours.Run("audit", "verify", folder["mois"]);
        answer.ExitCode.ShouldBe(1);
        answer.Output.ShouldContain("2026-10 : le mois précédent de la chaîne n'est pas là");
    }

    /// <summary>A self-signed identity: NAME.pem to give away, NAME.secret.pem to sign with.</summary>
    static void Person(TemporaryFolder folder, string name)
    {
        OutsideJudge.Ask(
            "openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "2", "-subj", $"/CN={name}", "-keyout", folder[name + ".cle.pem"], "-out", folder[name + ".pem"]], []);
        File.WriteAllText(folder[name + ".secret.pem"], File.ReadAllText(folder[name + ".pem"]) + File.ReadAllText(folder[name + ".cle.pem"]));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder[name + ".secret.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    static JsonDocument Statement(string result)
    {
        using var envelope = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(result, "attestation.intoto.json")));
        return JsonDocument.Parse(envelope.RootElement.GetProperty("payload").GetBytesFromBase64());
    }

    static List<string> Names(JsonElement resources) => [.. resources.EnumerateArray().Select(resource => resource.GetProperty("name").GetString()!)];
}
