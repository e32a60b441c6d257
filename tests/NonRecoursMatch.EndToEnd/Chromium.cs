using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>What Chromium and axe-core say of a page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Requests">Addresses asked for, beyond the page itself.</param>
/// <param name="Violations">Rules of accessibility that it breaks, with the place.</param>
/// <param name="Undecided">Places that axe-core leaves to people.</param>
/// <param name="Rules">How many rules it keeps.</param>
/// <param name="Reachable">Links and regions that the Tab key reaches.</param>
/// <param name="Overflow">Pixels that stick out of a window of 1,280.</param>
sealed record PageVerdict(
    string Title, IReadOnlyList<string> Requests, IReadOnlyList<string> Violations, IReadOnlyList<string> Undecided, int Rules, int Reachable, int Overflow);

/// <summary>Pages as Chromium shows and prints them.</summary>
static class Chromium
{
    public const string Program = "chromium";
    public const string Package = "axe-core";
    public const string PdfReader = "pdftotext";

    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Opens pages one after the other; their images and prints go to a folder, as <c>name.png</c> and <c>name.pdf</c>.</summary>
    public static IReadOnlyList<PageVerdict> Judge(string folder, params string[] pages)
    {
        OutsideJudge.IsThere(Program).ShouldBeTrue($"{Program} is not installed: .ci/run installs it");
        Directory.CreateDirectory(folder);
        return [.. OutsideJudge.Ask("node", [OutsideJudge.Script("page.mjs"), Program, "--out", folder, .. pages], []).Split('\n').Select(line => JsonSerializer.Deserialize<PageVerdict>(line, s_options)!)];
    }

    /// <summary>The text of a printed page, sheet by sheet.</summary>
    public static IReadOnlyList<string> Printed(string pdf)
        => [.. OutsideJudge.Ask(PdfReader, ["-layout", pdf, "-"], []).Split('\f', StringSplitOptions.RemoveEmptyEntries)];
}
