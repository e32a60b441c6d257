using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What one source is made from.</summary>
/// <param name="Id">Source id.</param>
/// <param name="EntreesSha256">Digest of all that decides its package: files, agreement, keys, program.</param>
/// <param name="Fichiers">The files of the extract; rows are not counted here.</param>
sealed record SourceInputs(string Id, string EntreesSha256, IReadOnlyList<FileEntry> Fichiers);

/// <summary>
/// Everything that decides the result of a month, by digests: two runs with equal inputs give equal results. Kept as <c>entrees.json</c> beside the
/// result, so that a later run knows whether, and what, has changed.
/// </summary>
sealed record RunInputs(
    int Version, string Convention, string ConventionSha256, string Mois, string ParametresSha256, string Programme, string Kcv,
    IReadOnlyList<SourceInputs> Sources, IReadOnlyList<AbsentSource> Absentes)
{
    /// <summary>Name of the file in a result.</summary>
    public const string FileName = "entrees.json";

    /// <summary>Digest of all of it.</summary>
    public string Sha256() => Digest(Encoding.UTF8.GetString(StableJson.Bytes(this)));

    /// <summary>Reads every file of the month once; opens, and closes, every key.</summary>
    /// <exception cref="KeyRefusedException">A key cannot be used.</exception>
    public static RunInputs Of(Agreement agreement, YearMonth month, RightsParameters parameters, MonthRequest request, CancellationToken stop)
    {
        var kcv = CheckValue(agreement, month, request);
        var program = Program();
        var registers = new OwnRegisters(agreement, request.Registers);
        var sources = agreement.Sources.Where(source => !request.Absences.Contains(source.Id) || File.Exists(registers.OppositionsOf(source))).Select(source =>
        {
            using var secret = request.Keys.OpenInForce(source.SecretReference!);
            // Of an absent source nothing is read but the oppositions of its register: they count all the same.
            var files = Files(request.Absences.Contains(source.Id) ? [registers.OppositionsOf(source)] : PathsOf(agreement, source, registers), stop);
            var listed = string.Concat(files.Select(file => $"{file.Name} {file.Sha256}\n"));
            return new SourceInputs(source.Id, Digest($"{agreement.Sha256}\n{month}\n{program}\n{kcv}\n{secret.Fingerprint}\n{listed}"), files);
        });
        return new RunInputs(1, agreement.Id, agreement.Sha256, month.ToString(), parameters.Digest, program, kcv, [.. sources], request.Absences.Sources);
    }

    /// <summary>The inputs of a finished result; null where it does not say.</summary>
    public static RunInputs? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? StableJson.Read<RunInputs>(path) : null;
    }

    /// <summary>The sources whose inputs differ from those of an earlier result, in name order.</summary>
    public IReadOnlyList<string> ChangedSince(RunInputs earlier)
    {
        var before = earlier.Sources.ToDictionary(source => source.Id, source => source.EntreesSha256, StringComparer.Ordinal);
        var now = Sources.ToDictionary(source => source.Id, source => source.EntreesSha256, StringComparer.Ordinal);
        return [.. before.Keys.Union(now.Keys, StringComparer.Ordinal).Where(id => before.GetValueOrDefault(id) != now.GetValueOrDefault(id)).Order(StringComparer.Ordinal)];
    }

    /// <summary>SHA-256 of a text.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The files of a source that a run reads.</summary>
    public static IReadOnlyList<string> PathsOf(Agreement agreement, Source source, OwnRegisters registers)
    {
        var found = SourceFiles.Find(agreement, source);
        var register = registers.OppositionsOf(source);
        return [.. found.Data.Select(file => file.Path), .. new[] { found.Sidecar, found.Oppositions, File.Exists(register) ? register : null }.OfType<string>()];
    }

    static List<FileEntry> Files(IEnumerable<string> paths, CancellationToken stop)
    {
        var files = new List<FileEntry>();
        foreach (var path in paths.OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            files.Add(FileEntry.Of(path, Path.GetFileName(path), 0));
        }

        return files;
    }

    static string CheckValue(Agreement agreement, YearMonth month, MonthRequest request)
    {
        using var root = request.Keys.OpenRoot(request.Key);
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(agreement, month));
        return campaign.CheckValue;
    }

    /// <summary>Names the exact program: module ids are digests of what was compiled.</summary>
    static string Program() => Digest(string.Join(
        '\n', new[] { typeof(RunInputs), typeof(Pseudonymizer), typeof(MatchRun), typeof(RightsParameters), typeof(FileEntry), typeof(CampaignKey), typeof(Agreement) }
            .Select(type => type.Module.ModuleVersionId)));
}
