using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>Invariants I1 to I10 where the system, and not the program alone, keeps the roles apart: each role is another Unix user, in a folder of its own.</summary>
[Collection(SharedRoles.Name)]
public class SeparateUsersTests(SeparateRoles roles)
{
    [SeveralUsers]
    public void Nobody_enters_the_folder_of_another_and_everybody_the_drop_folder()
    {
        roles.SeparateUsers.ShouldBeTrue();
        foreach (var actor in roles.Everybody)
        {
            actor.CanRead(actor["convention.yaml"]).ShouldBeTrue(actor.Name);
            actor.CanRead(roles.Drop).ShouldBeTrue(actor.Name);
            foreach (var other in roles.Everybody.Where(other => other != actor))
            {
                actor.CanRead(other.Home).ShouldBeFalse($"{actor.Name}: {other.Name}");
                actor.CanRead(other["convention.yaml"]).ShouldBeFalse($"{actor.Name}: {other.Name}");
            }
        }

        foreach (var (body, sources) in roles.Bodies)
        {
            foreach (var file in new[] { body["extraits", sources[0], "extrait.json"], body["prive", sources[0] + ".json"], body["prive", "racine.json"], body["sortie", "holders", sources[0], "poignees.bin"] })
            {
                body.CanRead(file).ShouldBeTrue(file);
                roles.Operator.CanRead(file).ShouldBeFalse(file);
            }
        }
    }

    [SeveralUsers]
    public void I1_What_another_user_can_read_holds_no_identity()
    {
        var needles = new Needles();
        foreach (var value in roles.Territory.Identities)
            needles.AddText(value);
        needles.InFolder(roles.Drop).ShouldBeEmpty();
        needles.InFolder(roles.Operator.Home).ShouldBeEmpty();
        needles.InFolder(roles.Custodian.Home).ShouldBeEmpty();
        needles.InFolder(roles.Dpo.Home).ShouldBeEmpty();
    }

    [SeveralUsers]
    public void I2_A_list_has_handles_of_its_body_alone_and_no_other_body_opens_it()
    {
        var packages = roles.Bodies.ToDictionary(body => body.Body.Name, body => body.Sources.SelectMany(source => Keys(Package(source, PackageTables.PersonnesFile), PackageTables.Poignee)).ToHashSet());
        foreach (var (body, _) in roles.Bodies)
        {
            var listed = Listed(body);
            listed.ShouldNotBeEmpty(body.Name);
            listed.ShouldBeSubsetOf(packages[body.Name]);
            packages.Where(other => other.Key != body.Name).ShouldAllBe(other => !other.Value.Overlaps(listed));
        }

        var (caf, cpam) = (roles.Body("caf-35"), roles.Body("cpam-35"));
        var stolen = cpam.Run(["open", Path.Combine(roles.Drop, "liste-operateur-caf-35-caf-35"), "--from", roles.Certificate(roles.Operator, "signature"), "--identity", "file:" + cpam["prive", "reception.pem"],
            "--out", cpam["vole"], "--convention", cpam.Home, "--month", SeparateRoles.Month, "--source", "caf-35"]);
        stolen.ExitCode.ShouldBe(77, stolen.Error);
        Directory.Exists(cpam["vole"]).ShouldBeFalse();
        caf.Run(["resolve", caf["liste"], "--with", caf["extraits", "caf-35"], "--handles", cpam["sortie", "holders", "cpam-35", "poignees.bin"], "--secret", "file:" + caf["prive", "caf-35.json"], "--out", caf["autre.xlsx"]])
            .ExitCode.ShouldNotBe(0);
        File.Exists(caf["autre.xlsx"]).ShouldBeFalse();
    }

    [SeveralUsers]
    public void I3_Of_a_closed_month_the_operator_keeps_the_handles_of_the_lists_alone_and_the_proof_verifies()
    {
        var listed = roles.Bodies.SelectMany(body => Listed(body.Body)).ToHashSet();
        var gone = new Needles();
        foreach (var handle in roles.Bodies.SelectMany(body => body.Sources).SelectMany(source => Keys(Package(source, PackageTables.PersonnesFile), PackageTables.Poignee)).Where(handle => !listed.Contains(handle)))
            gone.AddBytes(handle, Convert.FromHexString(handle));
        gone.InFolder(roles.Received).ShouldNotBeEmpty();
        gone.InFolder(roles.Operator.Home).ShouldBeEmpty();
        Directory.EnumerateFiles(roles.Operator.Home, "*.col", SearchOption.AllDirectories).ShouldBeEmpty();
        roles.Operator.Ok(["audit", "verify", roles.Operator["resultat"], "--trust", roles.Certificate(roles.Operator, "signature")]);
        // Closed and purged: nothing more to do, and said so.
        roles.Operator.Ok(["purge", roles.Operator.Home, "--month", SeparateRoles.Month, "--run", roles.Operator["resultat"], "--in", roles.Operator["recus"], "--close", "--apply"]);
    }

    [SeveralUsers]
    public void I4_No_list_speaks_of_a_fault_nor_of_the_body_that_knew()
    {
        foreach (var (body, _) in roles.Bodies)
        {
            var said = string.Join('\n', CsvRows.Read(body["liste", "liste.csv"]).Skip(1).SelectMany(row => row.Skip(2)));
            foreach (var word in new[] { "certain", "signalé", "non-recours", "anomalie", "fraude", "indu", "caf-35", "cpam-35", "carsat-bretagne", "msa-territoire", "ccas-rennes", "bailleur-social" })
                said.ShouldNotContain(word, Case.Insensitive, $"{body.Name}: {word}");
        }
    }

    [SeveralUsers]
    public void I5_A_person_opposed_at_one_body_is_in_the_list_of_none()
    {
        var (opposed, other) = (new Needles(), new Needles());
        opposed.AddText(roles.Territory.CpamListed()[0]);
        other.AddText(roles.Territory.CpamListed()[1]);
        var workbooks = roles.Bodies.Select(body => File.ReadAllBytes(body.Body["contacts", "contacts.xlsx"])).ToList();
        workbooks.ShouldAllBe(workbook => opposed.In(workbook).Count == 0);
        // Somebody else whom the truth lists in the same way is there.
        workbooks.ShouldContain(workbook => other.In(workbook).Count > 0);
    }

    [SeveralUsers]
    public void I6_An_extract_that_brings_a_NIR_that_it_may_not_is_refused_and_makes_no_package()
    {
        var landlord = roles.Body("bailleur-social-1");
        const string Source = "bailleur-social-1";
        foreach (var name in new[] { "extrait.json", "oppositions.csv" })
            landlord.Write(File.ReadAllText(landlord["extraits", Source, name]), "nir", "extraits", Source, name);
        landlord.Write(File.ReadAllText(landlord["convention.yaml"]), "nir", "convention.yaml");
        var lines = File.ReadAllLines(landlord["extraits", Source, "occupants.csv"]);
        landlord.Write(string.Join("\r\n", lines.Select((line, i) => $"{line};{(i == 0 ? "nir" : roles.Territory.CpamListed()[1])}")), "nir", "extraits", Source, "occupants.csv");
        var answer = landlord.Run(["pseudonymize", "--convention", landlord["nir"], "--source", Source, "--month", SeparateRoles.Month, "--key", "file:" + landlord["prive", "racine.json"], "--secret", "file:" + landlord["prive", Source + ".json"], "--out", landlord["nir", "sortie"]]);
        answer.ExitCode.ShouldBe(1, answer.Output + answer.Error);
        (answer.Output + answer.Error).ShouldNotContain(roles.Territory.CpamListed()[1][..13]);
        Directory.Exists(landlord["nir", "sortie", "packages", Source]).ShouldBeFalse();
        Directory.Delete(landlord["nir"], recursive: true);
    }

    [SeveralUsers]
    public void I7_Tokens_and_handles_of_another_root_or_secret_join_nothing()
    {
        var ccas = roles.Body("ccas-rennes");
        const string Source = "ccas-rennes";
        ccas.Ok(["key", "new", "--out", ccas["prive", "autre-racine.json"]]);
        ccas.Ok(["key", "new", "--kind", "secret", "--out", ccas["prive", "autre-secret.json"]]);
        ccas.Ok(["pseudonymize", "--convention", ccas.Home, "--source", Source, "--month", SeparateRoles.Month, "--key", "file:" + ccas["prive", "autre-racine.json"], "--secret", "file:" + ccas["prive", "autre-secret.json"], "--out", ccas["ailleurs"]]);
        var compared = 0;
        foreach (var path in Directory.EnumerateFiles(ccas["ailleurs", "packages", Source], "*.col"))
        {
            using var reader = new ColumnFileReader(path);
            foreach (var column in reader.Batch.Schema.Fields.Where(field => field.Kind == NonRecoursMatch.Columns.ColumnKind.Key128).Select(field => field.Name).ToList())
            {
                var before = Keys(Package(Source, Path.GetFileName(path)), column).ToHashSet();
                before.Overlaps(Keys(path, column)).ShouldBeFalse($"{path}: {column}");
                compared += before.Count;
            }
        }

        compared.ShouldBeGreaterThan(100);
    }

    [SeveralUsers]
    public void I8_A_package_past_its_last_day_is_refused()
    {
        var today = "\"expire_le\": \"2026-11-29\"";
        TemporaryFolder.Copy(Path.Combine(roles.Received, "recus"), roles.Operator["perimes"]);
        var manifest = roles.Operator["perimes", "ccas-rennes", "manifest.json"];
        var text = File.ReadAllText(manifest);
        text.ShouldContain("\"expire_le\": \"2027-10-31\"");
        File.Delete(roles.Operator["perimes", "ccas-rennes", "attestation.intoto.json"]);
        roles.Operator.Write(text.Replace("\"expire_le\": \"2027-10-31\"", today, StringComparison.Ordinal), "perimes", "ccas-rennes", "manifest.json");
        var answer = roles.Operator.Run(["match", "--convention", roles.Operator.Home, "--month", SeparateRoles.Month, "--in", roles.Operator["perimes"], "--out", roles.Operator["perime"]]);
        Directory.Delete(roles.Operator["perimes"], recursive: true);
        answer.ExitCode.ShouldBe(78, answer.Error);
        answer.Error.ShouldContain("2026-11-29");
        Directory.Exists(roles.Operator["perime", "lists"]).ShouldBeFalse();
    }

    [SeveralUsers]
    public void I9_Separate_users_and_one_machine_make_the_same_lists_byte_for_byte()
    {
        foreach (var (body, _) in roles.Bodies)
            SameBytes.Expect(Path.Combine(roles.Together, "lists", body.Name), body["liste"]);
    }

    [SeveralUsers]
    public void I10_A_body_reads_what_its_level_tells_in_the_order_of_handles()
    {
        string[] complete = ["source", "poignee", "prestation", "verdict", "motif", "fourchette", "questions", "precautions"];
        string[] question = ["source", "poignee", "prestation", "verdict", "questions", "precautions"];
        string[] invitation = ["source", "poignee", "invitation"];
        foreach (var (body, sources) in roles.Bodies)
        {
            var rows = CsvRows.Read(body["liste", "liste.csv"]);
            rows[0].Except(["avertissement"]).ShouldBe(body.Name switch { "bailleur-social-1" => invitation, "ccas-rennes" => question, _ => complete }, body.Name);
            rows.Skip(1).Select(row => row[1]).ShouldBe(rows.Skip(1).Select(row => row[1]).Order(StringComparer.Ordinal), body.Name);
            if (body.Name == "bailleur-social-1")
                rows.Skip(1).Select(row => string.Join(';', row.Skip(2))).Distinct().ShouldHaveSingleItem();
        }
    }

    string Package(string source, string file) => Path.Combine(roles.Received, "recus", source, file);

    static HashSet<string> Listed(Actor body) => [.. CsvRows.Read(body["liste", "liste.csv"]).Skip(1).Select(row => row[1])];

    static IEnumerable<string> Keys(string file, string column)
    {
        using var reader = new ColumnFileReader(file);
        var index = reader.Batch.Schema.Fields.Index().First(field => field.Item.Name == column).Index;
        while (reader.Read())
        {
            for (var row = 0; row < reader.Batch.Length; row++)
            {
                if (reader.Batch.Columns[index].KeyOrNull(row) is { } key)
                    yield return key.ToString();
            }
        }
    }
}
