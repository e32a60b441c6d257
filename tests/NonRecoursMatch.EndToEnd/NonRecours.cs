using System.Diagnostics;

namespace NonRecoursMatch.EndToEnd;

/// <summary>What a run of the program answered.</summary>
sealed record Answer(int ExitCode, string Output, string Error);

/// <summary>Runs the built program as a user does: another process, its own folder, its exit code.</summary>
static class NonRecours
{
    static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "nonrecours.dll");

    public static Answer Run(params string[] arguments) => Run(arguments, environment: null, workingDirectory: null);

    public static Answer Run(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? workingDirectory = null)
    {
        using var process = Start(arguments, environment, workingDirectory);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("the program did not end within ten minutes");
        }

        return new Answer(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Runs and expects exit code 0.</summary>
    public static Answer Ok(params string[] arguments)
    {
        var answer = Run(arguments);
        answer.ExitCode.ShouldBe(0, $"nonrecours {string.Join(' ', arguments)}\n{answer.Output}\n{answer.Error}");
        return answer;
    }

    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(s_program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["NONRECOURS_LANG"] = "fr";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
