using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>Invariant I1 over a whole month of all roles, logs at their most verbose: identities and keys are in nothing but the files of those who may have them.</summary>
[Collection(SharedRoles.Name)]
public class CanaryOverAllRolesTests(SeparateRoles roles)
{
    [Fact]
    public void No_planted_value_leaves_the_bodies_own_extracts_and_workbooks()
    {
        var needles = Identities();
        // The search finds them where they must be.
        needles.InFolder(roles.Body("cpam-35")["extraits"]).ShouldNotBeEmpty();
        needles.InFolder(roles.Body("cpam-35")["contacts"]).ShouldHaveSingleItem().ShouldContain("contacts.xlsx");
        needles.InFolder(roles.Body("ccas-rennes")["trop"]).ShouldNotBeEmpty();

        foreach (var actor in roles.Everybody)
        {
            needles.InFolder(actor.Home, except: path => IsOwn(actor, path, "extraits", "demandes", "trop") || path == actor["contacts", "contacts.xlsx"]).ShouldBeEmpty(actor.Name);
            needles.InFolder(actor.Temporary).ShouldBeEmpty(actor.Name);
            needles.In(Encoding.UTF8.GetBytes(actor.Said)).ShouldBeEmpty(actor.Name);
        }

        needles.InFolder(roles.Drop).ShouldBeEmpty();
        needles.InFolder(roles.Received).ShouldBeEmpty();
        needles.InFolder(roles.Together).ShouldBeEmpty();
        needles.In(Encoding.UTF8.GetBytes(roles.SaidTogether)).ShouldBeEmpty();
    }

    [Fact]
    public void No_key_secret_or_passphrase_leaves_the_files_of_its_owner()
    {
        var secrets = roles.Secrets();
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(roles.Received, "recus", "caf-35", "manifest.json")));
        manifest.RootElement.GetProperty("kcv").GetString().ShouldBe(secrets.CheckValue);
        var needles = secrets.Needles();
        needles.AddText(SeparateRoles.Passphrase);
        needles.InFolder(roles.Body("caf-35")["prive"]).ShouldNotBeEmpty();

        foreach (var actor in roles.Everybody)
        {
            // What the custodian has left is under a passphrase.
            needles.InFolder(actor.Home, except: path => actor != roles.Custodian && IsOwn(actor, path, "prive")).ShouldBeEmpty(actor.Name);
            needles.InFolder(actor.Temporary).ShouldBeEmpty(actor.Name);
            needles.In(Encoding.UTF8.GetBytes(actor.Said)).ShouldBeEmpty(actor.Name);
        }

        foreach (var folder in new[] { roles.Drop, roles.Received, roles.Together })
            needles.InFolder(folder).ShouldBeEmpty();
        needles.In(Encoding.UTF8.GetBytes(roles.SaidTogether)).ShouldBeEmpty();
    }

    [Fact]
    public void Temporary_folders_were_used_and_are_empty_in_the_end()
    {
        // Without this, to find nothing in them would prove nothing.
        Directory.EnumerateFiles(roles.Body("cpam-35").Temporary, "*.spool", SearchOption.AllDirectories).ShouldContain(path => new FileInfo(path).Length > 0);
        foreach (var actor in roles.Everybody)
            Directory.EnumerateFileSystemEntries(actor["tmp"]).ShouldBeEmpty(actor.Name);
    }

    [Fact]
    public void The_hosted_service_says_nobody_in_its_most_verbose_log()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Copy(roles.Territory.Folder, folder["boite"]);
        Directory.CreateDirectory(folder["tmp"]);
        var answer = NonRecours.Run(
            ["watch", "--inbox", folder["boite"], "--out", folder["mois"], "--interval", "1", "--until-months", "1"],
            new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Trace", ["TMPDIR"] = folder["tmp"] });
        answer.ExitCode.ShouldBe(0, answer.Error);
        answer.Error.ShouldContain("InboxWatch");
        var needles = Identities();
        needles.In(Encoding.UTF8.GetBytes(answer.Output + answer.Error)).ShouldBeEmpty();
        needles.InFolder(folder["mois"]).ShouldBeEmpty();
        needles.InFolder(folder["tmp"]).ShouldBeEmpty();
    }

    Needles Identities()
    {
        var needles = new Needles();
        foreach (var value in roles.Territory.Identities.Concat(roles.Territory.Coordinates))
            needles.AddText(value);
        return needles;
    }

    static bool IsOwn(Actor actor, string path, params string[] folders) => folders.Any(folder => path.StartsWith(actor[folder] + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
