using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The life of a key, from the custodian to the holder and to its end, with openssl as the outside judge.</summary>
[Collection(SharedTerritory.Name)]
public class KeyLifeTests(GeneratedTerritory territory)
{
    const string Phrase = "correct cheval pile agrafe";

    static readonly Dictionary<string, string> s_environment = new() { ["PHRASE"] = Phrase, ["FAUSSE"] = "autre cheval pile agrafe", ["COURTE"] = "azerty", ["CLE"] = new string('7', 64) };

    [OutsideJudge("openssl")]
    public void A_wrapped_key_is_opened_by_openssl_and_by_the_holder_and_makes_the_same_tokens()
    {
        using var folder = new TemporaryFolder();
        var (caf, msa) = (OpenSslIdentity.Receiving(folder, "caf-35"), OpenSslIdentity.Receiving(folder, "msa"));
        Run("key", "new", "--out", folder["a.json"], folder["b.json"], "--passphrase", "env:PHRASE", "--passphrase", "env:FAUSSE").ExitCode.ShouldBe(0);
        var halves = $"file:{folder["a.json"]},file:{folder["b.json"]}";
        Run("key", "wrap", halves, "--passphrase", "env:PHRASE", "--passphrase", "env:FAUSSE", "--to", caf.Certificate, "--out", folder["racine.p7m"]).ExitCode.ShouldBe(0);

        OutsideJudge.Ask("openssl", ["cms", "-decrypt", "-inform", "DER", "-binary", "-in", folder["racine.p7m"], "-inkey", caf.Private, "-out", folder["openssl.json"]], []);
        OpenSslIdentity.KeepPrivate(folder["openssl.json"]);
        Run("key", "unwrap", folder["racine.p7m"], "--identity", "file:" + caf.Identity, "--out", folder["caf.json"], "--passphrase", "env:PHRASE").ExitCode.ShouldBe(0);
        var kcv = new[] { halves, "file:" + folder["openssl.json"], "file:" + folder["caf.json"] }.Select(reference => Kcv(reference)).Distinct().ToList();
        kcv.Count.ShouldBe(1);
        kcv[0].Length.ShouldBe(16);
        Refused(folder, 77, Run("key", "unwrap", folder["racine.p7m"], "--identity", "file:" + msa.Identity, "--out", folder["msa.json"]), "msa.json");

        // The holder works with the file under its passphrase.
        using var bench = new Workbench(territory);
        string[] pseudonymize = ["pseudonymize", "--convention", bench.Folder, "--source", "ccas-redon", "--month", GeneratedTerritory.Month, "--key", "file:" + folder["caf.json"],
            "--secret", "file:" + Path.Combine(bench.Folder, "cles", "secret-ccas-redon.json"), "--out", bench.Output];
        bench.ShouldRefuse(Run(pseudonymize), 77, "--passphrase");
        bench.ShouldRefuse(Run([.. pseudonymize, "--passphrase", "env:FAUSSE"]), 77, "caf.json");
        Run([.. pseudonymize, "--passphrase", "env:PHRASE"]).ExitCode.ShouldBe(0);
        Manifest(bench).GetProperty("kcv").GetString().ShouldBe(kcv[0]);
        // The operator, its child, would refuse to start beside CLE: nothing of this environment reaches it.
        var run = Run("run", bench.Folder, "--month", GeneratedTerritory.Month, "--out", bench["mois"], "--key", "file:" + folder["caf.json"], "--passphrase", "env:PHRASE");
        run.ExitCode.ShouldBe(0, run.Error);
    }

    [Fact]
    public void A_wrong_passphrase_says_nothing_more_than_that_the_file_does_not_open()
    {
        using var folder = new TemporaryFolder();
        Run("key", "new", "--out", folder["racine.json"], "--passphrase", "env:PHRASE").ExitCode.ShouldBe(0);
        File.ReadAllText(folder["racine.json"]).ShouldContain("\"encrypted\"");
        var wrong = Refused(folder, 77, Run("key", "show", "file:" + folder["racine.json"], "--passphrase", "env:FAUSSE"));
        File.WriteAllText(folder["racine.json"], File.ReadAllText(folder["racine.json"]).Replace("\"root\"", "\"secret\"", StringComparison.Ordinal));
        Refused(folder, 77, Run("key", "show", "file:" + folder["racine.json"], "--passphrase", "env:PHRASE")).Error.ShouldBe(wrong.Error);
        wrong.Error.ShouldBe($"nonrecours: ce fichier de clé ne s'ouvre pas : {folder["racine.json"]}\n");
        var value = Refused(folder, 77, Run("key", "new", "--out", folder["x.json"], "--passphrase", Phrase), "x.json");
        value.Error.ShouldNotContain(Phrase);
        Refused(folder, 77, Run("key", "new", "--out", folder["x.json"], "--passphrase", "env:COURTE"), "x.json");
        Refused(folder, 2, Run("key", "new", "--out", folder["x.json"], folder["y.json"], "--passphrase", "env:PHRASE"), "x.json", "y.json");
    }

    [OutsideJudge("node")]
    public void Another_program_opens_a_key_under_its_passphrase_from_what_the_documentation_says()
    {
        const string Script = """
            const fs = require('fs'), c = require('crypto');
            const { iterations, salt, nonce, tag, encrypted, ...header } = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
            const hex = text => Buffer.from(text, 'hex');
            const aes = c.createDecipheriv('aes-256-gcm', c.pbkdf2Sync(process.argv[2], hex(salt), iterations, 32, 'sha256'), hex(nonce));
            aes.setAAD(Buffer.from(JSON.stringify(header))).setAuthTag(hex(tag));
            const key = Buffer.concat([aes.update(hex(encrypted)), aes.final()]);
            const mac = c.createHmac('sha256', key).update('NonRecoursMatch/1|empreinte').digest();
            console.log(c.createHash('sha256').update(mac).digest('hex').slice(0, 16));
            """;
        using var folder = new TemporaryFolder();
        Run("key", "new", "--out", folder["racine.json"], "--passphrase", "env:PHRASE", "--expires", "2999-12-31").ExitCode.ShouldBe(0);
        var shown = Run("key", "show", "file:" + folder["racine.json"], "--passphrase", "env:PHRASE", "--json").Output;
        OutsideJudge.Ask("node", ["-e", Script, folder["racine.json"], Phrase], []).ShouldBe(JsonDocument.Parse(shown).RootElement.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void An_agreement_can_name_the_two_halves_of_its_root()
    {
        using var bench = new Workbench(territory);
        NonRecours.Ok("key", "new", "--out", Path.Combine(bench.Folder, "cles", "a.json"), Path.Combine(bench.Folder, "cles", "b.json"));
        Workbench.Replace(Path.Combine(bench.Folder, "convention.yaml"), "key_reference: file:cles/racine.json", "key_reference: file:cles/a.json,file:cles/b.json");
        var answer = bench.Run(more: ["--dry-run"]);
        answer.ExitCode.ShouldBe(0, answer.Error);
    }

    [Fact]
    public void A_run_under_a_rotated_expired_future_or_half_key_is_refused()
    {
        using var bench = new Workbench(territory);
        var root = Path.Combine(bench.Folder, "cles", "racine.json");
        NonRecours.Ok("key", "rotate", "file:" + root, "--out", bench["suivante.json"]);
        var shown = JsonDocument.Parse(NonRecours.Ok("key", "show", "file:" + root, "--json").Output).RootElement;
        var successor = shown.GetProperty("successor").GetString()!;
        shown.GetProperty("rotated").GetString().ShouldNotBeNullOrEmpty();
        bench.ShouldRefuse(bench.Run(), 77, successor);
        NonRecours.Ok("key", "new", "--out", bench["expiree.json"], "--from", "2020-01-01", "--expires", "2020-12-31");
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + bench["expiree.json"]]), 77, "2020-12-31");
        NonRecours.Ok("key", "new", "--out", bench["future.json"], "--from", "2999-01-01");
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + bench["future.json"]]), 77, "2999-01-01");
        NonRecours.Ok("key", "new", "--out", bench["a.json"], bench["b.json"]);
        bench.ShouldRefuse(bench.Run(more: ["--key", "file:" + bench["a.json"]]), 77, "2");
    }

    [OutsideJudge("openssl")]
    public void A_destroyed_key_is_gone_and_openssl_verifies_the_statement()
    {
        using var folder = new TemporaryFolder();
        var custodian = OpenSslIdentity.Signing(folder, "gardien");
        Run("key", "new", "--out", folder["racine.json"], "--passphrase", "env:PHRASE", "--expires", "2999-12-31").ExitCode.ShouldBe(0);
        var shown = JsonDocument.Parse(Run("key", "show", "file:" + folder["racine.json"], "--passphrase", "env:PHRASE", "--json").Output).RootElement;
        Refused(folder, 77, Run("key", "destroy", "file:" + folder["racine.json"], "--identity", "file:" + custodian.Certificate, "--out", folder["pv.json"]), "pv.json");
        Refused(folder, 77, Run("key", "destroy", "file:" + folder["absente.json"], "--identity", "file:" + custodian.Identity, "--out", folder["pv.json"]), "pv.json");
        File.Exists(folder["racine.json"]).ShouldBeTrue();
        Run("key", "destroy", "file:" + folder["racine.json"], "--identity", "file:" + custodian.Identity, "--out", folder["pv.json"]).ExitCode.ShouldBe(0);

        File.Exists(folder["racine.json"]).ShouldBeFalse();
        Run("key", "show", "file:" + folder["racine.json"], "--passphrase", "env:PHRASE").ExitCode.ShouldBe(77);
        File.WriteAllText(folder["pub.pem"], OutsideJudge.Ask("openssl", ["x509", "-in", folder["pv.json.pem"], "-pubkey", "-noout"], []));
        OutsideJudge.Ask("openssl", ["dgst", "-sha256", "-verify", folder["pub.pem"], "-signature", folder["pv.json.sig"], folder["pv.json"]], []).ShouldBe("Verified OK");
        var statement = JsonDocument.Parse(File.ReadAllText(folder["pv.json"])).RootElement;
        statement.GetProperty("cle").GetString().ShouldBe(shown.GetProperty("id").GetString());
        statement.GetProperty("empreinte").GetString().ShouldBe(shown.GetProperty("fingerprint").GetString());
        statement.GetProperty("expire_le").GetString().ShouldBe("2999-12-31");
        statement.GetProperty("signataire").GetString().ShouldBe("CN=gardien-ec");
        Directory.GetFileSystemEntries(folder[[]], "*.partial").ShouldBeEmpty();
    }

    [OutsideJudge("openssl")]
    public void A_key_is_wrapped_only_to_a_certificate_in_force_and_the_operator_does_not_start_beside_it()
    {
        using var bench = new Workbench(territory);
        using var folder = new TemporaryFolder();
        var caf = OpenSslIdentity.Receiving(folder, "caf-35");
        NonRecours.Ok("key", "new", "--out", folder["racine.json"]);
        Refused(folder, 77, Run("key", "wrap", "file:" + folder["racine.json"], "--to", OpenSslIdentity.Signing(folder, "x").Certificate, "--out", folder["x.p7m"]), "x.p7m");
        Refused(folder, 66, Run("key", "wrap", "file:" + folder["racine.json"], "--to", folder["nulle-part.pem"], "--out", folder["x.p7m"]), "x.p7m");
        TemporaryFolder.Copy(Path.Combine(territory.Output, "packages"), bench["paquets"]);
        Directory.CreateDirectory(bench["convention"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["convention", "convention.yaml"]);
        NonRecours.Ok("key", "wrap", "file:" + folder["racine.json"], "--to", caf.Certificate, "--out", bench["paquets", "caf-35", "lettre.bin"]);
        bench.ShouldRefuse(NonRecours.Run("match", "--convention", bench["convention"], "--month", GeneratedTerritory.Month, "--in", bench["paquets"], "--out", bench.Output), 77, "lettre.bin");
    }

    static Answer Run(params string[] arguments) => NonRecours.Run(arguments, s_environment);

    static Answer Refused(TemporaryFolder folder, int code, Answer answer, params string[] absent)
    {
        answer.ExitCode.ShouldBe(code, answer.Error);
        answer.Output.ShouldBeEmpty();
        foreach (var name in absent)
            Directory.EnumerateFiles(folder[[]]).Select(Path.GetFileName).ShouldNotContain(file => file!.StartsWith(name, StringComparison.Ordinal));
        return answer;
    }

    string Kcv(string reference)
    {
        var answer = Run("key", "show", reference, "--passphrase", "env:PHRASE", "--passphrase", "env:FAUSSE", "--convention", territory.Folder, "--month", GeneratedTerritory.Month, "--json");
        answer.ExitCode.ShouldBe(0, answer.Error);
        return JsonDocument.Parse(answer.Output).RootElement.GetProperty("kcv").GetString()!;
    }

    static JsonElement Manifest(Workbench bench) => JsonDocument.Parse(File.ReadAllText(Path.Combine(bench.Output, "packages", "ccas-redon", "manifest.json"))).RootElement;
}
