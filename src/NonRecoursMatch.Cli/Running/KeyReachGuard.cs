using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Trust.Seals;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// The operator holds no campaign key, derived key or holder secret, and refuses to start when one is within its reach: in its arguments, its
/// environment, its input and output folders or the folder of the agreement. What looks like a key is enough: the operator cannot, and must
/// not, tell a real key from another 32-byte value. Half a key, a key under a passphrase and a key wrapped to somebody count as keys.
/// </summary>
static partial class KeyReachGuard
{
    const int LargestKeyFile = 1 << 16;

    /// <summary>Looks everywhere the operator can reach.</summary>
    /// <returns>Where something that looks like a key was found, never its value.</returns>
    public static IReadOnlyList<string> Find(IEnumerable<string> arguments, System.Collections.IDictionary environment, IEnumerable<string> folders)
    {
        var found = new List<string>();
        var position = 0;
        foreach (var argument in arguments)
        {
            position++;
            if (LooksLikeKey(argument) || argument.StartsWith("env:", StringComparison.Ordinal))
                found.Add(CliTexts.Format("Reach.Argument", position));
        }

        foreach (System.Collections.DictionaryEntry variable in environment)
        {
            if (variable.Value is string value && LooksLikeKey(value))
                found.Add(CliTexts.Format("Reach.Variable", variable.Key));
        }

        foreach (var folder in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
            found.AddRange(KeyFiles(folder));
        return [.. found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    static IEnumerable<string> KeyFiles(string folder)
    {
        var work = Path.Combine(folder, MatchRun.WorkFolderName) + Path.DirectorySeparatorChar;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None, MaxRecursionDepth = 6 };
        return Directory.EnumerateFiles(folder, "*", options).Where(path => path.StartsWith(work, StringComparison.Ordinal) ? IsKeyLeftAtWork(path) : IsKeyFile(path));
    }

    /// <summary>In the working folder other tasks of the month write and rename meanwhile: a file that is theirs at this moment is no key that lies here.</summary>
    static bool IsKeyLeftAtWork(string path)
    {
        try
        {
            return IsKeyFile(path);
        }
        catch (IOException)
        {
            return false;
        }
    }

    static bool IsKeyFile(string path)
    {
        // The length is that of what is opened: a link leads to its target.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var length = stream.Length;
        if (length is < 32 or > LargestKeyFile)
            return false;
        var bytes = new byte[length];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            return false;

        // 32 raw bytes, the form of a key that other tools write.
        return length == 32 || LooksLikeKey(Encoding.Latin1.GetString(bytes));
    }

    static bool LooksLikeKey(string text) => KeyDocument().IsMatch(text) || BareKey().IsMatch(text) || IsWrappedKey(text);

    /// <summary>A CMS envelope whose hint says that it holds a key, in DER or as PEM.</summary>
    static bool IsWrappedKey(string text)
    {
        if (text.Contains(AuthEnvelope.KeyHint, StringComparison.Ordinal))
            return true;
        return PemEncoding.TryFind(text, out var pem) && Encoding.Latin1.GetString(Convert.FromBase64String(text[pem.Base64Data])).Contains(AuthEnvelope.KeyHint, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"nonrecours\"\\s*:\\s*\"key/", RegexOptions.CultureInvariant)]
    private static partial Regex KeyDocument();

    [GeneratedRegex(@"\A\s*([0-9A-Fa-f]{64}|[A-Za-z0-9+/]{43}=)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareKey();
}
