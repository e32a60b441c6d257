using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.EndToEnd;

/// <summary>What a user or an init system sends: .NET itself can only kill.</summary>
static class Signals
{
    public static void Interrupt(Process process) => Send("INT", process);

    public static void Terminate(Process process) => Send("TERM", process);

    static void Send(string signal, Process process)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
