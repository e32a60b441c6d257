using System.Text.Json;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>
/// A whole month as separate roles live it: a custodian, bodies, an operator, a DPO, each in its own folder, where possible as its own Unix user; what goes
/// from one to another goes sealed through a drop folder that everybody can read. Every command of every role is run, and everything kept.
/// </summary>
public sealed class SeparateRoles : IDisposable
{
    public const string Month = "2026-10";

    internal const string Passphrase = "gentiane cuivre balcon septembre";

    // Numbers that no account has.
    const int FirstUser = 61_001;

    readonly TemporaryFolder _folder = new();
    readonly string _program;
    readonly Dictionary<string, OpenSslIdentity> _signing = [];
    readonly Dictionary<string, OpenSslIdentity> _receiving = [];

    public SeparateRoles()
    {
        SeparateUsers = UnixUsers.Available;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        TemporaryFolder.Copy(AppContext.BaseDirectory, _folder["programme"]);
        _program = _folder["programme", "nonrecours.dll"];
        Territory = new PlantedTerritory(_folder["territoire"]);
        Directory.CreateDirectory(Drop);
        if (SeparateUsers)
            OutsideJudge.Ask("chmod", ["1777", Drop], []);

        Custodian = Settle("depositaire");
        Operator = Settle("operateur");
        Dpo = Settle("dpo");
        Bodies = [.. Territory.Bodies.Select(body => (Settle(body.Key, body), body.ToList()))];
        HandOutKeys();
        foreach (var (body, sources) in Bodies)
            Prepare(body, sources);
        Match();
        foreach (var (body, sources) in Bodies)
            Contact(body, sources);
        FollowUp();
        Audit();
        End();
    }

    /// <summary>Whether each role is another Unix user.</summary>
    public bool SeparateUsers { get; }

    /// <summary>What everybody can read: certificates, and what is sealed to somebody.</summary>
    public string Drop => _folder["depot"];

    internal PlantedTerritory Territory { get; }

    internal Actor Custodian { get; }

    internal Actor Operator { get; }

    internal Actor Dpo { get; }

    internal IReadOnlyList<(Actor Body, List<string> Sources)> Bodies { get; }

    internal IEnumerable<Actor> Everybody => [Custodian, Operator, Dpo, .. Bodies.Select(body => body.Body)];

    internal Actor Body(string name) => Bodies.First(body => body.Body.Name == name).Body;

    /// <summary>Lists and packages as the operator had them while the month was open.</summary>
    internal string Received => _folder["temoin"];

    /// <summary>The result of <c>run</c> on the same extracts, oppositions and keys, all roles on one machine.</summary>
    internal string Together => _folder["ensemble"];

    public void Dispose() => _folder.Dispose();

    static (string, string) Phrase => ("PHRASE", Passphrase);

    /// <summary>An agreement, two certificates, and for a body its extracts.</summary>
    Actor Settle(string name, IEnumerable<string>? sources = null)
    {
        var home = _folder["chez", name];
        var user = FirstUser + _signing.Count;
        var actor = new Actor(name, home, _program, SeparateUsers ? user : null);
        Directory.CreateDirectory(Path.Combine(home, "prive"));
        (_signing[name], _receiving[name]) = (OpenSslIdentity.Signing(_folder, name), OpenSslIdentity.Receiving(_folder, name));
        foreach (var (identity, kind) in new[] { (_signing[name], "signature"), (_receiving[name], "reception") })
        {
            File.Move(identity.Identity, Path.Combine(home, "prive", kind + ".pem"));
            File.Delete(identity.Private);
            Directory.CreateDirectory(Path.Combine(Drop, "annuaire"));
            File.Move(identity.Certificate, Path.Combine(Drop, "annuaire", $"{name}-{kind}.pem"));
        }

        File.WriteAllLines(Path.Combine(home, "convention.yaml"), File.ReadLines(Territory.Agreement).Where(line => !line.Contains("sous_traitant:", StringComparison.Ordinal) && !line.Contains("_reference:", StringComparison.Ordinal))
            .Select(line => line.Replace("roles: unique", "roles: separes", StringComparison.Ordinal)));
        foreach (var source in sources ?? [])
            TemporaryFolder.Copy(Path.Combine(Territory.Folder, "extraits", source), Path.Combine(home, "extraits", source));
        actor.MoveIn();
        return actor;
    }

    void HandOutKeys()
    {
        Custodian.Ok(["key", "new", "--out", Custodian["racine.json"], "--passphrase", "env:PHRASE", "--expires", "2027-12-31"], Phrase);
        Custodian.Ok(["key", "new", "--out", Custodian["evaluation.json"], "--passphrase", "env:PHRASE"], Phrase);
        Custodian.Ok(["key", "show", "file:" + Custodian["racine.json"], "--passphrase", "env:PHRASE", "--convention", Custodian.Home, "--month", Month], Phrase);
        foreach (var (body, sources) in Bodies)
        {
            foreach (var key in new[] { "racine", "evaluation" })
            {
                var wrapped = Path.Combine(Drop, $"{key}-{body.Name}.p7m");
                Custodian.Ok(["key", "wrap", "file:" + Custodian[key + ".json"], "--passphrase", "env:PHRASE", "--to", Certificate(body, "reception"), "--out", wrapped], Phrase);
                body.Ok(["key", "unwrap", wrapped, "--identity", "file:" + body["prive", "reception.pem"], "--out", body["prive", key + ".json"]]);
            }

            foreach (var source in sources)
                body.Ok(["key", "new", "--kind", "secret", "--out", body["prive", source + ".json"]]);
        }
    }

    void Prepare(Actor body, List<string> sources)
    {
        foreach (var source in sources)
        {
            body.Ok(["validate", body["extraits", source], "--convention", body.Home, "--source", source, "--report", body["bilan", source]]);
            if (source == "caf-35")
                body.Ok(["opposition", "add", "--reference", Territory.CafReference(Territory.CpamListed()[0]), "--received", "2026-10-12", "--letter", body["accuses"], .. Own(body, source)]);
            if (source == "ccas-rennes")
                BringTooMuch(body, source);
            body.Ok(["pseudonymize", "--month", Month, "--key", "file:" + body["prive", "racine.json"], "--out", body["sortie"], "--identity", "file:" + body["prive", "signature.pem"], .. Own(body, source)]);
            Send(body, body["sortie", "packages", source], Operator, source, "paquet");
        }
    }

    /// <summary>An extract with addresses and telephones, which the agreement does not list: refused, and what it held is not repeated.</summary>
    void BringTooMuch(Actor body, string source)
    {
        var lines = File.ReadAllLines(body["extraits", source, "personnes.csv"]);
        body.Write(File.ReadAllText(body["extraits", source, "extrait.json"]), "trop", source, "extrait.json");
        body.Write(File.ReadAllText(body["extraits", source, "oppositions.csv"]), "trop", source, "oppositions.csv");
        body.Write(string.Join("\r\n", lines.Select((line, i) => line + ";" + (i == 0 ? "adresse;courriel;telephone;mobile" : string.Join(';', Territory.Coordinates)))), "trop", source, "personnes.csv");
        var answer = body.Run(["validate", body["trop", source], "--convention", body.Home, "--source", source, "--report", body["trop-bilan"]]);
        answer.ExitCode.ShouldBe(1, answer.Output + answer.Error);
    }

    void Match()
    {
        foreach (var (body, sources) in Bodies)
        {
            foreach (var source in sources)
                Receive(Operator, body, source, "paquet", Operator["recus", source]);
        }

        Operator.Ok(["match", "--convention", Operator.Home, "--month", Month, "--in", Operator["recus"], "--out", Operator["resultat"], "--identity", "file:" + Operator["prive", "signature.pem"]]);
        Operator.Run(["status", Operator.Home, "--month", Month, "--run", Operator["resultat"]]);
        foreach (var (body, sources) in Bodies)
            Send(Operator, Operator["resultat", "lists", body.Name], body, sources[0], "liste");
        TemporaryFolder.Copy(Operator["recus"], Path.Combine(Received, "recus"));
        TemporaryFolder.Copy(Operator["resultat"], Path.Combine(Received, "resultat"));
        RunTogether();
    }

    /// <summary>The same month on one machine, for comparison: this is the test's own doing, not that of a role.</summary>
    void RunTogether()
    {
        var folder = _folder["seul"];
        TemporaryFolder.Copy(Territory.Folder, folder);
        File.Copy(Bodies[0].Body["prive", "racine.json"], Path.Combine(folder, "cles", "racine.json"), overwrite: true);
        foreach (var (body, sources) in Bodies)
        {
            foreach (var source in sources)
                File.Copy(body["prive", source + ".json"], Path.Combine(folder, "cles", $"secret-{source}.json"), overwrite: true);
            if (Directory.Exists(body["registres"]))
                TemporaryFolder.Copy(body["registres"], Path.Combine(folder, "registres"));
        }

        foreach (var key in Directory.GetFiles(Path.Combine(folder, "cles")))
            OpenSslIdentity.KeepPrivate(key);
        var answer = NonRecours.Run(["run", folder, "--month", Month, "--out", Together], new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Trace" });
        answer.ExitCode.ShouldBe(0, answer.Error);
        SaidTogether = answer.Output + answer.Error;
    }

    /// <summary>The keys of the month.</summary>
    internal CampaignSecrets Secrets()
    {
        var agreement = File.ReadAllLines(Territory.Agreement);
        return new CampaignSecrets(
            Bodies[0].Body["prive", "racine.json"], Bodies.SelectMany(body => body.Sources.Select(source => (source, path: body.Body["prive", source + ".json"]))).ToDictionary(one => one.source, one => one.path),
            agreement.First(line => line.StartsWith("convention: ", StringComparison.Ordinal))["convention: ".Length..], PlantedTerritory.Code, Month);
    }

    /// <summary>What <c>run</c> said.</summary>
    internal string SaidTogether { get; private set; } = "";

    void Contact(Actor body, List<string> sources)
    {
        Receive(body, Operator, sources[0], "liste", body["liste"]);
        body.Ok(
            ["resolve", body["liste"], "--with", .. sources.Select(source => body["extraits", source]), "--handles", .. sources.Select(source => body["sortie", "holders", source, "poignees.bin"]),
            "--secret", .. sources.Select(source => "file:" + body["prive", source + ".json"]), "--out", body["contacts", "contacts.xlsx"], "--household"]);
        var rows = CsvRows.Read(body["liste", "liste.csv"]);
        if (rows.Count < 2)
            return;
        var answers = new[] { "joint", "demande déposée", "mauvaise personne", "ne souhaite pas" };
        var returned = rows.Skip(1).Select((row, i) => (string[])[.. row, answers[i % answers.Length], i % 2 == 0 ? "informée" : ""]).Prepend([.. rows[0], "suivi", "evaluation"]);
        var file = body.Write(string.Concat(returned.Select(row => string.Join(';', row.Select(cell => $"\"{cell}\"")) + "\r\n")), "retour", "liste.csv");
        body.Ok(["outcome", "import", file, "--convention", body.Home, "--month", Month, "--list", body["liste"], "--out", body["suivi"]]);
        if (sources.Count == 1)
        {
            body.Ok(["evaluation", "export", "--convention", body.Home, "--in", body["suivi"], "--with", body["extraits", sources[0]], "--secret", "file:" + body["prive", sources[0] + ".json"],
                "--key", "file:" + body["prive", "evaluation.json"], "--out", body["evaluation"]]);
            Send(body, body["evaluation"], Dpo, sources[0], "evaluation");
        }

        body.Ok(["incident", "list", "--in", body["suivi"]]);
        Send(body, body["suivi"], Operator, sources[0], "suivi");
    }

    void FollowUp()
    {
        var answered = Bodies.Where(body => Directory.Exists(body.Body["suivi"])).ToList();
        foreach (var (body, sources) in answered)
            Receive(Operator, body, sources[0], "suivi", Operator["suivi", body.Name]);
        Operator.Ok(["outcome", "report", "--in", .. answered.Select(body => Operator["suivi", body.Body.Name]), "--list", .. answered.Select(body => Operator["resultat", "lists", body.Body.Name])]);
        Operator.Ok(["evaluation", "annual", "--convention", Operator.Home, "--year", Month[..4], "--run", Operator["resultat"], "--in", .. answered.Select(body => Operator["suivi", body.Body.Name])]);
        var caf = Body("cpam-35");
        using var incidents = JsonDocument.Parse(caf.Ok(["incident", "list", "--in", caf["suivi"], "--json"]).Output);
        var handle = FirstHandle(incidents.RootElement)!;
        caf.Ok(["incident", "close", "--in", caf["suivi"], "--handle", handle, "--conclusion", "sans_risque"]);
    }

    void Audit()
    {
        Send(Operator, Operator["resultat"], Dpo, Bodies[0].Sources[0], "resultat");
        Receive(Dpo, Operator, Bodies[0].Sources[0], "resultat", Dpo["resultat"]);
        Dpo.Ok(["audit", "verify", Dpo["resultat"], "--trust", Certificate(Operator, "signature")]);
        Dpo.Ok(["audit", "report", Dpo["resultat"]]);
        var caf = Body("caf-35");
        caf.Ok(["audit", "access", "--reference", Territory.CafReference(Territory.CpamListed()[1]), "--in", caf["sortie"], caf["contacts"], .. Own(caf, "caf-35")]);
        var cpam = Body("cpam-35");
        var header = File.ReadLines(cpam["extraits", "cpam-35", "oppositions.csv"]).First();
        var request = cpam.Write($"{header}\r\n;{Territory.CpamListed()[1]};;;;;toutes;20/11/2026;ACCUEIL\r\n", "demandes", "demande.csv");
        cpam.Run(["audit", "access", request, "--in", cpam["sortie"], cpam["contacts"], .. Own(cpam, "cpam-35")]);
    }

    /// <summary>The month is closed, what may go goes, the root is destroyed.</summary>
    void End()
    {
        Operator.Ok(["purge", Operator.Home, "--month", Month, "--run", Operator["resultat"], "--in", Operator["recus"], "--close", "--apply", "--identity", "file:" + Operator["prive", "signature.pem"]]);
        foreach (var (body, sources) in Bodies)
        {
            foreach (var source in sources.Where(_ => Directory.Exists(body["registres"])))
            {
                body.Ok(["opposition", "show", .. Own(body, source)]);
                body.Ok(["purge", body.Home, "--source", source, "--secret", "file:" + body["prive", source + ".json"], "--in", body["sortie"], "--apply"]);
            }
        }

        Custodian.Ok(["key", "destroy", "file:" + Custodian["racine.json"], "--identity", "file:" + Custodian["prive", "signature.pem"], "--out", Path.Combine(Drop, "destruction.json")]);
    }

    void Send(Actor from, string what, Actor to, string source, string kind)
        => from.Ok(["seal", what, "--to", Certificate(to, "reception"), "--identity", "file:" + from["prive", "signature.pem"], "--out", Path.Combine(Drop, $"{kind}-{from.Name}-{to.Name}-{source}"), "--convention", from.Home, "--month", Month, "--source", source]);

    void Receive(Actor to, Actor from, string source, string kind, string where)
        => to.Ok(["open", Path.Combine(Drop, $"{kind}-{from.Name}-{to.Name}-{source}"), "--from", Certificate(from, "signature"), "--identity", "file:" + to["prive", "reception.pem"], "--out", where, "--convention", to.Home, "--month", Month, "--source", source]);

    internal string Certificate(Actor of, string use) => Path.Combine(Drop, "annuaire", $"{of.Name}-{use}.pem");

    static string[] Own(Actor body, string source) => ["--convention", body.Home, "--source", source, "--secret", "file:" + body["prive", source + ".json"]];

    static string? FirstHandle(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Name == "poignee" ? member.Value.GetString() : FirstHandle(member.Value)).FirstOrDefault(handle => handle is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(FirstHandle).FirstOrDefault(handle => handle is not null),
        _ => null,
    };
}

/// <summary>Tests that read one month of separate roles.</summary>
[CollectionDefinition(Name)]
public class SharedRoles : ICollectionFixture<SeparateRoles>
{
    public const string Name = "roles";
}
