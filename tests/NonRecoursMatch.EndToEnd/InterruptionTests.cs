using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Ctrl-C and SIGTERM in the middle of a run: the exit code of the signal, nothing under a final name, and finished steps to take up again.</summary>
public sealed class InterruptionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly HashSet<string> _nirs;

    public InterruptionTests()
    {
        NonRecours.Ok("generate", "243500741", "--persons", "50000", "--seed", "5", "--out", _folder["territoire"]);
        _nirs = IdentityValues.Of(_folder["territoire"]).Where(value => value.Length >= 13 && value.All(char.IsAsciiDigit)).Select(nir => nir[..13]).ToHashSet(StringComparer.Ordinal);
    }

    [Fact]
    public void A_run_interrupted_anywhere_answers_130_or_143_and_can_be_resumed_to_the_same_bytes()
    {
        if (OperatingSystem.IsWindows())
            return;
        // While a holder pseudonymises; while the operator, a child process, matches; and an orderly stop by a supervisor.
        Interrupt("INT", after: "[1/", wholeGroup: false).ShouldBe(130);
        Interrupt("INT", after: "[14/", wholeGroup: false).ShouldBe(130);
        Interrupt("INT", after: "[14/", wholeGroup: true).ShouldBe(130);
        Interrupt("TERM", after: "[3/", wholeGroup: false).ShouldBe(143);

        var resumed = NonRecours.Ok("run", _folder["territoire"], "--month", GeneratedTerritory.Month, "--out", _folder["sortie"], "--resume");
        resumed.Error.Split('\n').Count(line => line.Contains("(repris)", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
        resumed.Error.ShouldNotContain("[15/15] rapprochement, droits, listes (repris)");
        NonRecours.Ok("run", _folder["territoire"], "--month", GeneratedTerritory.Month, "--out", _folder["autre"]);
        foreach (var part in new[] { "packages", "lists", "bilans" })
            SameBytes.Expect(_folder["autre", part], _folder["sortie", part]);
        SameBytes.ExpectFile(_folder["autre", "rapport.json"], _folder["sortie", "rapport.json"]);
        Directory.GetFileSystemEntries(_folder["sortie"]).Select(Path.GetFileName).Order().ShouldBe(Directory.GetFileSystemEntries(_folder["autre"]).Select(Path.GetFileName).Order());
        File.ReadAllText(_folder["sortie", "journal.jsonl"]).ShouldContain("mois.reprise");
    }

    public void Dispose() => _folder.Dispose();

    int Interrupt(string signal, string after, bool wholeGroup)
    {
        using var process = NonRecours.Start(["run", _folder["territoire"], "--month", GeneratedTerritory.Month, "--out", _folder["sortie"]]);
        var output = process.StandardOutput.ReadToEndAsync();
        var seen = false;
        while (!seen && process.StandardError.ReadLine() is { } line)
            seen = line.StartsWith(after, StringComparison.Ordinal);
        seen.ShouldBeTrue("the run ended before the signal");
        Directory.Exists(_folder["sortie.partial"]).ShouldBeTrue();
        var children = WaitForChildren(process.Id, wholeGroup);
        foreach (var id in wholeGroup ? children.Append(process.Id) : [process.Id])
            Signals.Send(signal, id);

        var rest = process.StandardError.ReadToEnd();
        process.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        rest.ShouldContain("interrompu");
        rest.ShouldNotContain("   at ");
        output.GetAwaiter().GetResult().ShouldBeEmpty();
        rest.ShouldContain("--resume");
        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["sortie.partial", "territoire"], ignoreOrder: true);
        ExpectFinishedStepsOnly(_folder["sortie.partial"], _nirs);
        children.Where(Lives).ShouldBeEmpty();
        return process.ExitCode;
    }

    /// <summary>Nothing of an unfinished step, nothing under a temporary name, nobody's identity.</summary>
    static void ExpectFinishedStepsOnly(string partial, IReadOnlySet<string> nirs)
    {
        var packages = Directory.GetDirectories(Path.Combine(partial, "packages"));
        packages.ShouldNotBeEmpty();
        packages.ShouldAllBe(package => File.Exists(Path.Combine(package, "manifest.json")));
        Directory.GetFileSystemEntries(Path.Combine(partial, "operateur")).Select(Path.GetFileName).ShouldBe(["journal.jsonl"]);
        foreach (var path in Directory.EnumerateFiles(partial, "*", SearchOption.AllDirectories))
        {
            path.ShouldNotEndWith(".partial");
            Path.GetFileName(path).ShouldNotStartWith(".");
            IdentityValues.DigitsIn(File.ReadAllBytes(path), length: 13).Where(nirs.Contains).ShouldBeEmpty(path);
        }
    }

    /// <summary>The child processes; waits a little for one where there must be one, as a terminal sends Ctrl-C to all of them.</summary>
    static List<int> WaitForChildren(int id, bool expected)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task/{id}/children");
            var children = File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture)).ToList() : [];
            if (!expected || !File.Exists(path) || children.Count > 0 || started.Elapsed > TimeSpan.FromSeconds(2))
                return children;
            Thread.Sleep(20);
        }
    }

    static bool Lives(int id) => Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}"));
}
