using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>The whole memory of a process that is held still, taken by the runtime's own <c>createdump</c>.</summary>
static class ProcessDump
{
    static readonly string s_program = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "createdump");

    /// <summary>Whether this machine can dump a process.</summary>
    public static bool Available => File.Exists(s_program);

    /// <summary>Stops a process with SIGSTOP, and waits until the system says so.</summary>
    public static void Hold(Process process)
    {
        Signals.Send("STOP", process.Id);
        var patience = Stopwatch.StartNew();
        while (!State(process.Id).Contains("(stopped)", StringComparison.Ordinal))
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "the process was not stopped");
            Thread.Sleep(1);
        }
    }

    /// <summary>Its whole memory.</summary>
    public static byte[] Of(Process process, string file)
    {
        OutsideJudge.Ask(s_program, ["--full", "--name", file, process.Id.ToString(CultureInfo.InvariantCulture)], []);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }

    static string State(int id) => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status")).First(line => line.StartsWith("State:", StringComparison.Ordinal));
}

/// <summary>A test that dumps a process: skipped with the reason where that cannot be done, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DumpsAProcessAttribute : FactAttribute
{
    public DumpsAProcessAttribute()
    {
        if (!(OperatingSystem.IsLinux() && ProcessDump.Available) && Environment.GetEnvironmentVariable("CI") is not "true")
            Skip = "the runtime of this machine has no createdump";
    }
}
