using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Lists.Revisions;

/// <summary>How a source differs from the previous revision.</summary>
/// <param name="Id">Source id.</param>
/// <param name="Change"><c>modifiee</c>, <c>ajoutee</c> or <c>retiree</c>.</param>
public sealed record SourceChange(string Id, string Change);

/// <summary>An earlier result of the same month, as a later revision reads it: its report and its lists, nothing else.</summary>
public sealed class PreviousResult
{
    /// <summary>The report by which a finished result is known.</summary>
    public const string ReportFile = "rapport.json";

    readonly JsonElement _report;

    PreviousResult(string folder, JsonElement report)
    {
        (Folder, _report) = (folder, report);
        ReportSha256 = FileEntry.Of(Path.Combine(folder, ReportFile), ReportFile, 0).Sha256;
        Revision = report.TryGetProperty("revision", out var revision) ? revision.GetInt32() : 1;
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its number.</summary>
    public int Revision { get; }

    /// <summary>Digest of its report.</summary>
    public string ReportSha256 { get; }

    /// <summary>Reads the result in a folder.</summary>
    /// <exception cref="OperatorException">There is none, or it is of another agreement or month.</exception>
    public static PreviousResult Read(string folder, Agreement agreement, YearMonth month)
    {
        var path = Path.Combine(folder, ReportFile);
        if (!File.Exists(path))
            throw new OperatorException(Refusal.InputMissing, $"{folder}: no finished result here (no {ReportFile})");
        using var document = Parse(path);
        var report = document.RootElement.Clone();
        var (convention, found) = (Text(report, "convention"), Text(report, "mois"));
        return convention == agreement.Id && found == month.ToString()
            ? new PreviousResult(folder, report)
            : throw new OperatorException(Refusal.OtherCampaign, $"{folder}: holds the result of {convention}, {found}; {agreement.Id}, {month} is expected");
    }

    /// <summary>Persons that a source shipped; null when it was not there.</summary>
    public long? PersonsOf(Source source) => Rows(source, "lignes_sorties");

    /// <summary>Rows that a source's extract of persons held; null when it was not there.</summary>
    public long? ExtractRowsOf(Source source) => Rows(source, "lignes_entrees");

    /// <summary>Sources declared absent then, with their reasons.</summary>
    public IReadOnlyList<AbsentSource> Absent => [.. Items("sources_absentes").Select(absent => new AbsentSource(Text(absent, "id"), Text(absent, "motif")))];

    /// <summary>Whether the agreement's text is another one.</summary>
    public bool AgreementChanged(Agreement agreement) => Text(_report, "convention_sha256") != agreement.Sha256;

    /// <summary>Whether the parameters of the law are others.</summary>
    public bool ParametersChanged(string digest) => Text(_report.GetProperty("parametres"), "sha256") != digest;

    /// <summary>Which sources changed, in name order.</summary>
    public IReadOnlyList<SourceChange> Changes(IReadOnlyList<ReceivedPackage> packages)
    {
        var before = Items("sources").Concat(Items("oppositions_seules")).ToDictionary(source => Text(source, "id"), source => Text(source, "contenu_sha256"), StringComparer.Ordinal);
        var now = packages.ToDictionary(package => package.Source.Id, package => package.ContentSha256, StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(id => before.GetValueOrDefault(id) != now.GetValueOrDefault(id))
                .Select(id => new SourceChange(id, !now.ContainsKey(id) ? "retiree" : before.ContainsKey(id) ? "modifiee" : "ajoutee")),
        ];
    }

    /// <summary>Whether a run over these inputs would give this result again.</summary>
    public bool IsOf(Agreement agreement, string parameters, IReadOnlyList<ReceivedPackage> packages, Absences absences)
        => !AgreementChanged(agreement) && !ParametersChanged(parameters) && Changes(packages).Count == 0 && Absent.SequenceEqual(absences.Sources);

    /// <summary>Path of a body's list; it may not be there.</summary>
    public string ListOf(string body) => Path.Combine(Folder, "lists", body, "liste.csv");

    long? Rows(Source source, string member)
        => _report.GetProperty("bilan").GetProperty("detenteurs").TryGetProperty(source.Id, out var tables) && tables.TryGetProperty(source.Format.Personnes.Name, out var balance)
            ? balance.GetProperty(member).GetInt64()
            : null;

    List<JsonElement> Items(string member) => _report.TryGetProperty(member, out var items) ? [.. items.EnumerateArray()] : [];

    static string Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new OperatorException(Refusal.Altered, string.Create(CultureInfo.InvariantCulture, $"{path}: not a report, line {e.LineNumber + 1}"));
        }
    }
}
