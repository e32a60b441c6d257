using System.Diagnostics;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>What the operator's process has in its memory when all its work is done and nothing is written yet: tokens and handles, no key, nobody.</summary>
[Collection(SharedRoles.Name)]
public class MemoryOfMatchTests(SeparateRoles roles)
{
    [DumpsAProcess]
    public void The_memory_of_match_at_its_last_step_holds_no_key_and_no_identity()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["operateur"]);
        File.Copy(roles.Operator["convention.yaml"], folder["operateur", "convention.yaml"]);
        var memory = Memory(
            folder, ["match", "--convention", folder["operateur"], "--month", SeparateRoles.Month, "--in", Path.Combine(roles.Received, "recus"), "--out", folder["sortie"]], process =>
            {
                while (process.StandardError.ReadLine() is { } line && !line.Contains("lists (", StringComparison.Ordinal))
                {
                }
            });
        File.Exists(folder["sortie", "attestation.intoto.json"]).ShouldBeTrue("held at its last step, it went on to its end");

        // The search finds what must be there: handles of a list, as bytes or as the text that was written, and tokens of a package.
        var present = new Needles();
        var handle = CsvRows.Read(roles.Body("cpam-35")["liste", "liste.csv"])[1][1];
        present.AddBytes("poignée", Convert.FromHexString(handle));
        present.In(memory).ShouldBe(["poignée"]);

        roles.Secrets().Needles().In(memory).ShouldBeEmpty();
        Identities().In(memory).ShouldBeEmpty();
    }

    [DumpsAProcess]
    public void The_same_search_finds_keys_and_identities_in_the_memory_of_a_body_at_work()
    {
        using var folder = new TemporaryFolder();
        var body = roles.Body("cpam-35");
        var memory = Memory(
            folder, ["pseudonymize", "--convention", body.Home, "--source", "cpam-35", "--month", SeparateRoles.Month, "--key", "file:" + body["prive", "racine.json"], "--secret", "file:" + body["prive", "cpam-35.json"], "--out", folder["sortie"]],
            process =>
            {
                while (!process.HasExited && !(Directory.Exists(folder["sortie"]) && Directory.EnumerateFiles(folder["sortie"], "*.spool", SearchOption.AllDirectories).Any(HasRows)))
                {
                }
            });
        Identities().In(memory).ShouldNotBeEmpty();
        roles.Secrets().Needles().In(memory).ShouldContain("clé de campagne");
    }

    /// <summary>Rows were spilled: an identity was read. The file itself is there before the first row.</summary>
    static bool HasRows(string spool) => new FileInfo(spool) is { Exists: true, Length: > 4096 };

    /// <summary>Holds a program at a moment, and gives its memory; then lets it end well.</summary>
    static byte[] Memory(TemporaryFolder folder, string[] arguments, Action<Process> wait)
    {
        Directory.CreateDirectory(folder["tmp"]);
        using var process = NonRecours.Start(arguments, new Dictionary<string, string> { ["TMPDIR"] = folder["tmp"] });
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            wait(process);
            ProcessDump.Hold(process);
            var memory = ProcessDump.Of(process, folder["memoire"]);
            Signals.Send("CONT", process.Id);
            process.StandardError.ReadToEnd();
            output.GetAwaiter().GetResult();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return memory;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    Needles Identities()
    {
        var needles = new Needles();
        foreach (var value in roles.Territory.Identities.Where(value => value.Length > 10))
            needles.AddText(value);
        return needles;
    }
}
