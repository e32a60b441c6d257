using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>One data file of a source.</summary>
/// <param name="Table">The table of the format that it holds.</param>
/// <param name="Path">Absolute path.</param>
public sealed record DataFile(TableFormat Table, string Path);

/// <summary>What lies in the folder of a source. Looks, never opens.</summary>
/// <param name="Data">The files of the tables of the format, in the order of the format; sidecars and oppositions are not among them.</param>
/// <param name="MissingTables">The tables that the agreement needs and that are not there.</param>
/// <param name="Sidecar">Path of <c>extrait.json</c>, null when it is not there.</param>
/// <param name="Oppositions">Path of <c>oppositions.csv</c>, null when the holder sent none.</param>
public sealed record SourceFiles(IReadOnlyList<DataFile> Data, IReadOnlyList<TableFormat> MissingTables, string? Sidecar, string? Oppositions)
{
    /// <summary>Name of the sidecar.</summary>
    public const string SidecarName = "extrait.json";

    /// <summary>Name of the opposition file.</summary>
    public const string OppositionsName = "oppositions.csv";

    /// <summary>Whether everything that a run needs has arrived: the sidecar and every table that the agreement needs.</summary>
    public bool IsComplete => Sidecar is not null && MissingTables.Count == 0;

    /// <summary>Whether nothing at all has arrived.</summary>
    public bool IsEmpty => Sidecar is null && Data.Count == 0;

    /// <summary>Looks into the folder of <paramref name="source"/>; a folder that is not there is an empty one.</summary>
    public static SourceFiles Find(Agreement agreement, Source source)
    {
        var data = source.Format.Tables.SelectMany(table => TableFiles.Find(source.Folder, table, source.Mapping?.Of(table)).Where(File.Exists).Select(path => new DataFile(table, path))).ToList();
        return new SourceFiles(
            data,
            [.. agreement.TablesOf(source.Format).Where(table => !data.Exists(file => file.Table == table))],
            Existing(source, SidecarName),
            Existing(source, OppositionsName));
    }

    static string? Existing(Source source, string name) => Path.Combine(source.Folder, name) is var path && File.Exists(path) ? path : null;
}
