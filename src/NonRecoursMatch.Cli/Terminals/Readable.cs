using System.Text.Encodings.Web;
using System.Text.Json;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>JSON on stdout: indented, accents as they are.</summary>
static class Readable
{
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
