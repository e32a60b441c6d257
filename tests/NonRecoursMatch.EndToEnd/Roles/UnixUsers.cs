using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>Runs programs as Unix users that have no name, no password and no group: root alone can.</summary>
static class UnixUsers
{
    const string Program = "setpriv";

    /// <summary>Whether this process may become somebody else.</summary>
    public static bool Available { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && OutsideJudge.IsThere(Program);

    /// <summary>The start of a program as a user, without any privilege; as the current one when there is none.</summary>
    public static ProcessStartInfo Start(int? user, string program, params string[] arguments)
    {
        string[] all = user is { } id ? [.. As(id), program, .. arguments] : [program, .. arguments];
        return new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>Gives a folder and everything in it to a user, who alone may enter it.</summary>
    public static void Give(string folder, int user)
    {
        OutsideJudge.Ask("chown", ["-R", string.Create(CultureInfo.InvariantCulture, $"{user}:{user}"), folder], []);
        OutsideJudge.Ask("chmod", ["700", folder], []);
    }

    static string[] As(int user)
    {
        var id = user.ToString(CultureInfo.InvariantCulture);
        return [Program, "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs"];
    }
}

/// <summary>A test of several Unix users: skipped with the reason where nobody else can be become, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeveralUsersAttribute : FactAttribute
{
    public SeveralUsersAttribute()
    {
        if (!UnixUsers.Available && Environment.GetEnvironmentVariable("CI") is not "true")
            Skip = "only root, on Linux and with setpriv, can run each role as another Unix user";
    }
}
