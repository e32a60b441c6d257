using System.Diagnostics;
using System.Text;

namespace NonRecoursMatch.Tests.Keys;

/// <summary>The real <c>openssl</c>, the outside judge of every published value.</summary>
static class OpenSsl
{
    /// <summary>Whether the program is there. In continuous integration it must be.</summary>
    public static bool IsThere { get; } = Find();

    /// <summary>HMAC-SHA-256 of a text, hexadecimal.</summary>
    public static string Hmac(string hexKey, byte[] message)
        => Run(message, "dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:" + hexKey).Split('=')[^1].Trim();

    /// <summary>HKDF-SHA-256, hexadecimal lower case; <paramref name="mode"/> is EXTRACT_AND_EXPAND or EXPAND_ONLY.</summary>
    public static string Hkdf(string mode, string hexKey, string? hexSalt, string hexInfo)
    {
        var arguments = new List<string> { "kdf", "-keylen", "32", "-kdfopt", "digest:SHA256", "-kdfopt", "mode:" + mode, "-kdfopt", "hexkey:" + hexKey, "-kdfopt", "hexinfo:" + hexInfo };
        if (hexSalt is not null)
            arguments.AddRange(["-kdfopt", "hexsalt:" + hexSalt]);
        arguments.Add("HKDF");
        return Run([], [.. arguments]).Replace(":", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
    }

    /// <summary>AES-128 of whole blocks, one by one, hexadecimal lower case.</summary>
    public static string AesEcb(string hexKey, byte[] blocks)
        => Convert.ToHexStringLower(RunBytes(blocks, "enc", "-aes-128-ecb", "-nopad", "-K", hexKey));

    static string Run(byte[] input, params string[] arguments) => Encoding.UTF8.GetString(RunBytes(input, arguments));

    static byte[] RunBytes(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output.ToArray();
    }

    static bool Find()
    {
        try
        {
            Run([], "version");
            return true;
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            return false;
        }
    }
}

/// <summary>A fact that needs <c>openssl</c>: skipped, and said to be, on a machine without it; never in continuous integration.</summary>
sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute() => Skip = OpenSsl.IsThere ? null : "openssl is not installed on this machine";
}
