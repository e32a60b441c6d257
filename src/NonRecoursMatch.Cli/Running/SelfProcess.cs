using System.Diagnostics;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Starts this same program as a child with a clean environment: nothing of the parent's secrets can reach it.</summary>
static class SelfProcess
{
    // What a .NET program needs to start, and what it may say to the user; nothing else is inherited.
    static readonly string[] s_kept = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "NONRECOURS_LANG", "NO_COLOR", "TERM", "CI", "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "SystemRoot", "TEMP"];

    /// <summary>Runs the program and waits; its stderr lines go to <paramref name="onError"/>.</summary>
    /// <returns>Its exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, string workingDirectory, Action<string> onError, CancellationToken stop)
    {
        var (file, prefix) = Self();
        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in prefix.Concat(arguments))
            start.ArgumentList.Add(argument);
        var kept = s_kept.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(variable => variable.value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;

        using var process = new Process { StartInfo = start };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                onError(text);
        };
        process.OutputDataReceived += (_, _) => { };
        process.Start();
        process.StandardInput.Close();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var killed = stop.Register(() => Kill(process));
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    /// <summary>The executable, and the arguments that come first when the program runs under the <c>dotnet</c> host.</summary>
    static (string File, IReadOnlyList<string> Prefix) Self()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "nonrecours.dll");
        var host = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "nonrecours.exe" : "nonrecours");
        return File.Exists(host) ? (host, []) : (Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet", [assembly]);
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }
    }
}
