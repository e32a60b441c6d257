using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Ctrl-C and SIGTERM in the middle of a run: the exit code of the signal, nothing half-written.</summary>
public sealed class InterruptionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public InterruptionTests()
        => NonRecours.Ok("generate", "243500741", "--persons", "50000", "--seed", "5", "--out", _folder["territoire"]);

    [Fact]
    public void A_run_interrupted_anywhere_answers_130_or_143_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        // While a holder pseudonymises; while the operator, a child process, matches; and an orderly stop by a supervisor.
        Interrupt("INT", after: "[1/", wholeGroup: false).ShouldBe(130);
        Interrupt("INT", after: "[14/", wholeGroup: false).ShouldBe(130);
        Interrupt("INT", after: "[14/", wholeGroup: true).ShouldBe(130);
        Interrupt("TERM", after: "[3/", wholeGroup: false).ShouldBe(143);
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
        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["territoire"]);
        children.Where(Lives).ShouldBeEmpty();
        return process.ExitCode;
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
