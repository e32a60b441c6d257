using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Mappings;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>One extract of the recipient's own, from which the tables were made.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Source">Its source.</param>
/// <param name="Format">Its format.</param>
/// <param name="Encoding">Encoding of its texts.</param>
public sealed record OwnExtract(string Folder, string Source, ExtractFormat Format, string Encoding)
{
    /// <summary>What the body writes otherwise than the format; null when nothing.</summary>
    public SourceMapping? Mapping { get; init; }

    /// <summary>The file of the persons, whatever its form.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">There are several.</exception>
    public DeliveredTable Persons => TableOf(Format.Personnes);

    /// <summary>The oppositions that the body received, if it keeps them there.</summary>
    public string OppositionsPath => Path.Combine(Folder, SourceFiles.OppositionsName);

    /// <summary>The file of a table.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">There are several.</exception>
    public DeliveredTable TableOf(TableFormat table)
        => new(TableFiles.Only(Folder, table, Mapping?.Of(table)), table, Mapping?.Separator ?? Format.Separator, Encoding) { Mapping = Mapping };

    /// <summary>Whether there is a file of a table.</summary>
    public bool Has(TableFormat table) => TableFiles.Find(Folder, table, Mapping?.Of(table)).Count > 0;

    /// <summary>The source and the path of a command-line value: <c>SOURCE=PATH</c>, or a path whose folder bears the name of its source.</summary>
    public static (string? Source, string Folder) Parse(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var (source, path) = equals > 0 && !File.Exists(value) && !Directory.Exists(value) ? (value[..equals], value[(equals + 1)..]) : (null, value);
        var folder = Path.GetFullPath(path);
        if (!Directory.Exists(folder))
            folder = File.Exists(folder) ? Path.GetDirectoryName(folder)! : throw new FileNotFoundException(path);
        return (source, Path.TrimEndingDirectorySeparator(folder));
    }

    /// <summary>Opens the extracts of the sources of a list.</summary>
    /// <param name="values">Command-line values; those of other sources of the body are not opened.</param>
    /// <param name="sources">Sources of the list.</param>
    /// <param name="list">The list that they must fit.</param>
    /// <param name="library">Formats.</param>
    /// <param name="encoding">Encoding of their texts, where no agreement says it.</param>
    /// <param name="agreement">The agreement of the list, which says how the body writes; null when it writes as the formats do.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="RecipientException">One is of another body, month or agreement, or a source has none.</exception>
    public static IReadOnlyList<OwnExtract> Open(IReadOnlyList<string> values, IReadOnlyList<string> sources, DeliveredManifest list, ConventionLibrary library, string encoding, Agreement? agreement)
    {
        var given = values.Select(Parse).ToList();
        foreach (var (_, folder) in given)
            CheckSidecar(folder, list);
        var extracts = sources.Select(source => agreement?.Sources.FirstOrDefault(declared => declared.Id == source) is { } own
            ? new OwnExtract(FolderOf(source), source, own.Format, own.Encoding) { Mapping = own.Mapping }
            : new OwnExtract(FolderOf(source), source, FormatOf(FolderOf(source), library), encoding)).ToList();
        extracts.ForEach(extract => _ = extract.Persons);
        return extracts;

        string FolderOf(string source)
        {
            var named = given.Where(one => (one.Source ?? Path.GetFileName(one.Folder)) == source).ToList();
            return named.Count == 1 ? named[0].Folder
                : named.Count == 0 && given.Count == 1 && sources.Count == 1 && given[0].Source is null ? given[0].Folder
                : throw new RecipientException(RecipientRefusal.Mismatch, $"--with {source}=…");
        }
    }

    static void CheckSidecar(string folder, DeliveredManifest list)
    {
        var sidecar = Sidecar(folder);
        if (sidecar.Body != list.Body || sidecar.Convention != list.Convention || sidecar.Month != list.Month)
            throw new RecipientException(RecipientRefusal.Mismatch, $"{folder} : {sidecar.Body}, {sidecar.Convention}, {sidecar.Month} ≠ {list.Body}, {list.Convention}, {list.Month}");
    }

    static ExtractFormat FormatOf(string folder, ConventionLibrary library)
        => library.Formats.GetValueOrDefault(Sidecar(folder).Format) ?? throw new RecipientException(RecipientRefusal.Extract, Path.Combine(folder, SourceFiles.SidecarName));

    static ExtractSidecar Sidecar(string folder)
    {
        var path = Path.Combine(folder, SourceFiles.SidecarName);
        if (!File.Exists(path))
            throw new FileNotFoundException(path);
        return SidecarReader.Read(path).Sidecar ?? throw new RecipientException(RecipientRefusal.Extract, path);
    }
}
