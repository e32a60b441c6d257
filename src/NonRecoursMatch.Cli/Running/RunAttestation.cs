using System.Reflection;
using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Closes a result or package with its signed attestation: gathers by digest what only the command line knows (agreement, reference data, program).</summary>
/// <param name="workspace">Reference data.</param>
/// <param name="agreement">Agreement.</param>
/// <param name="month">Reference month.</param>
/// <param name="identity">Who signs.</param>
/// <param name="startedOn">When the work began.</param>
sealed class RunAttestation(Workspace workspace, Agreement agreement, YearMonth month, SigningIdentity identity, DateTimeOffset startedOn)
{
    static readonly string[] s_reference = ["pseudonymisation", "territories"];

    /// <summary>Attests a result.</summary>
    /// <param name="buildType">One of <see cref="BuildTypes"/>.</param>
    /// <param name="folder">Where the files are now.</param>
    /// <param name="final">Where they will be.</param>
    /// <param name="packages">What the holders state.</param>
    /// <param name="inputs">Extracts or packages.</param>
    public void WriteResult(string buildType, string folder, string final, IReadOnlyList<PackageManifest> packages, IEnumerable<Resource> inputs)
    {
        // The text in force stays with what was made under it: who audits the result needs nothing else.
        var copy = Path.GetFullPath(Path.Combine(folder, AgreementLoader.FileName));
        if (copy != Path.GetFullPath(agreement.Path))
            File.Copy(agreement.Path, copy, overwrite: true);
        var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, PreviousResult.ReportFile))).RootElement;
        var asked = Asked(packages) with
        {
            Revision = report.GetProperty("revision").GetInt32(),
            SourcesAbsentes = [.. report.GetProperty("sources_absentes").EnumerateArray().Select(source => source.GetProperty("id").GetString()!)],
        };
        Write(buildType, folder, final, asked, packages, [.. inputs, Resource.Of("conventions/rights", workspace.Parameters.Digest)], Counts(report.GetProperty("bilan"), ""));
    }

    /// <summary>Attests a package that leaves its holder.</summary>
    public void WritePackage(string folder, PackageManifest package, IEnumerable<Resource> extract)
    {
        var counts = package.Bilan.SelectMany(table => new[] { ($"{table.Key}/lignes_entrees", table.Value.RowsIn), ($"{table.Key}/lignes_sorties", table.Value.RowsOut) }
            .Concat(table.Value.Drops.Select(drop => ($"{table.Key}/ecarts/{drop.Key}", drop.Value))));
        Write(BuildTypes.Paquet, folder, final: null, Asked([package]) with { Source = package.Source }, [package], extract, counts);
    }

    void Write(
        string buildType, string folder, string? final, ExternalParameters asked, IReadOnlyList<PackageManifest> packages, IEnumerable<Resource> inputs, IEnumerable<(string Name, long Count)> counts)
    {
        List<Resource> all = [Resource.Of(AgreementLoader.FileName, agreement.Sha256), .. inputs, .. ReferenceData()];
        var first = packages[0];
        var run = new AttestedRun(
            buildType, asked, first.Profil, first.Normalisation, first.Kcv, all, Program(), typeof(RunAttestation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            RunInputs.Digest($"{month}\n" + string.Concat(all.Select(input => $"{input.Name} {input.Digest.Sha256}\n"))), startedOn, counts.ToDictionary(count => count.Name, count => count.Count, StringComparer.Ordinal));
        ResultAttestation.Write(folder, final, run, identity, TimeProvider.System);
    }

    ExternalParameters Asked(IReadOnlyList<PackageManifest> packages) => new(
        agreement.Id, month.ToString(), packages.Any(package => package.Test), agreement.SingleProcessor is null ? "roles_separes" : "roles_non_separes", 1, []);

    /// <summary>Formats, pseudonymisation and territories that the work was done with.</summary>
    IEnumerable<Resource> ReferenceData()
    {
        var root = workspace.Library.Root;
        var formats = agreement.Sources.Select(source => source.Format.Id).Append(Conventions.ConventionLibrary.OppositionsFormat).Distinct(StringComparer.Ordinal)
            .Select(format => Path.Combine("extracts", format.Replace('@', Path.DirectorySeparatorChar), "datapackage.json"));
        var others = s_reference
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)).Select(path => Path.GetRelativePath(root, path));
        return formats.Concat(others).Select(name => "conventions/" + name.Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
            .Select(name => Resource.Of(name, FileEntry.Of(Path.Combine(root, "..", name), name, 0).Sha256));
    }

    /// <summary>The program's own assemblies, as they lie beside it.</summary>
    static List<Resource> Program()
        => [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Where(name => name == "nonrecours.dll" || (name.StartsWith("NonRecoursMatch.", StringComparison.Ordinal) && !name.EndsWith("Tests.dll", StringComparison.Ordinal)))
            .Select(name => Resource.Of(name, FileEntry.Of(Path.Combine(AppContext.BaseDirectory, name), name, 0).Sha256))];

    /// <summary>Every number of a balance, under its path.</summary>
    static IEnumerable<(string Name, long Count)> Counts(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Counts(member.Value, path.Length == 0 ? member.Name : $"{path}/{member.Name}")),
        JsonValueKind.Number => [(path, element.GetInt64())],
        _ => [],
    };
}
