using System.Security.Cryptography;
using System.Text;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>Fingerprint of the reference data of the rights.</summary>
static class RightsDigest
{
    /// <summary>
    /// SHA-256 of the lines <c>digest, two spaces, path</c> of all files in ordinal path order, in lower-case hexadecimal. Anyone recomputes it
    /// in the folder with <c>LC_ALL=C; sha256sum $(find parameters *.yaml -type f | sort) | sha256sum</c>.
    /// </summary>
    public static string Of(string directory, IEnumerable<string> names)
    {
        var lines = new StringBuilder();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(Path.Combine(directory, name));
            lines.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append("  ").Append(name).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
