using System.Diagnostics;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A test that asks another program. Where that program is missing the test is skipped with the reason, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OutsideJudgeAttribute : FactAttribute
{
    /// <summary>Names the program, the package of <c>tests/outside</c> that node runs, and a second program that reads what the first wrote.</summary>
    public OutsideJudgeAttribute(string program, string? package = null, string? reader = null)
    {
        Program = program;
        Package = package;
        Reader = reader;
        if (Environment.GetEnvironmentVariable("CI") is "true")
            return;
        if (!OutsideJudge.IsThere(program))
            Skip = $"{program} is not installed on this machine";
        else if (reader is not null && !OutsideJudge.IsThere(reader))
            Skip = $"{reader} is not installed on this machine";
        else if (package is not null && !OutsideJudge.IsThere("node"))
            Skip = "node is not installed on this machine";
        else if (package is not null && !Directory.Exists(OutsideJudge.Script("node_modules", package)))
            Skip = $"{package} is not installed: npm ci in tests/outside";
    }

    /// <summary>The program asked.</summary>
    public string Program { get; }

    /// <summary>The node package that it runs, or null.</summary>
    public string? Package { get; }

    /// <summary>The second program, or null.</summary>
    public string? Reader { get; }
}

/// <summary>Runs programs that are not ours.</summary>
static class OutsideJudge
{
    /// <summary>A path in <c>tests/outside</c>.</summary>
    public static string Script(params string[] parts) => Repository.Path(["tests", "outside", .. parts]);

    public static bool IsThere(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    /// <summary>Its stdout, trimmed; fails when it does not answer 0.</summary>
    public static string Ask(string program, IReadOnlyList<string> arguments, byte[] input)
    {
        IsThere(program).ShouldBeTrue($"{program} is not installed: .ci/run installs it");
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.GetAwaiter().GetResult());
        return output.GetAwaiter().GetResult().Trim();
    }
}
