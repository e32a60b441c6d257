using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.EndToEnd;

/// <summary>What a user or an init system sends: .NET itself can only kill.</summary>
static class Signals
{
    public static void Interrupt(Process process) => Send("INT", process.Id);

    public static void Terminate(Process process) => Send("TERM", process.Id);

    public static void Send(string signal, int id)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -s {signal} {id}")]);
        kill.WaitForExit();
    }
}
