using System.Globalization;
using System.Text;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>One role on its own premises: a folder and a temporary folder of its own, a Unix user of its own where there may be several, and all that the program told it.</summary>
/// <param name="name">Its name.</param>
/// <param name="home">Its folder.</param>
/// <param name="program">The program, where every user can read it.</param>
/// <param name="user">Its Unix user, or null.</param>
sealed class Actor(string name, string home, string program, int? user)
{
    readonly StringBuilder _said = new();
    int _commands;

    public string Name => name;

    public string Home => home;

    /// <summary>Everything on stdout and stderr, of all commands.</summary>
    public string Said => _said.ToString();

    /// <summary>Folder of what was in the temporary folder at some moment, out of reach of the role.</summary>
    public string Temporary { get; } = Path.Combine(home, "..", "..", "temporaires", name);

    string TemporaryFolder => Path.Combine(home, "tmp");

    /// <summary>A path at home.</summary>
    public string this[params string[] parts] => Path.Combine([home, .. parts]);

    /// <summary>Moves in: nobody else can enter.</summary>
    public void MoveIn()
    {
        Directory.CreateDirectory(TemporaryFolder);
        if (user is { } id)
            UnixUsers.Give(home, id);
    }

    /// <summary>Runs the program as this role does, with the logs at their most verbose.</summary>
    public Answer Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var temporary = new TemporaryFiles(TemporaryFolder, Path.Combine(Temporary, string.Create(CultureInfo.InvariantCulture, $"{++_commands}")));
        var start = UnixUsers.Start(user, "dotnet", [program, .. arguments]);
        start.WorkingDirectory = home;
        foreach (var (variable, value) in environment.Concat([("HOME", home), ("TMPDIR", TemporaryFolder), ("NONRECOURS_LANG", "fr"), ("Logging__LogLevel__Default", "Trace"), ("DOTNET_EnableDiagnostics", "0")]))
            start.Environment[variable] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        var answer = new Answer(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        _said.AppendLine(answer.Output).AppendLine(answer.Error);
        return answer;
    }

    /// <summary>Runs it and expects exit code 0.</summary>
    public Answer Ok(string[] arguments, params (string Name, string Value)[] environment)
    {
        var answer = Run(arguments, environment);
        answer.ExitCode.ShouldBe(0, $"{name}: nonrecours {string.Join(' ', arguments)}\n{answer.Output}\n{answer.Error}");
        return answer;
    }

    /// <summary>Writes a file at home, as its own user would.</summary>
    public string Write(string text, params string[] parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[parts])!);
        File.WriteAllText(this[parts], text);
        if (user is { } id)
            UnixUsers.Give(home, id);
        return this[parts];
    }

    /// <summary>Whether this role's user can read a file or list a folder.</summary>
    public bool CanRead(string path)
    {
        using var process = System.Diagnostics.Process.Start(UnixUsers.Start(user, Directory.Exists(path) ? "ls" : "cat", path))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Task.WaitAll(output, error);
        return process.ExitCode == 0;
    }
}
