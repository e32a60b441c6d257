using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>A package as linkage sees it: tokens, and how concentrated its places are.</summary>
/// <param name="Index">Position of the source: earlier sources found persons.</param>
/// <param name="Name">Source id.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Persons">Rows of persons.</param>
/// <param name="Concentration">Of places of birth and residence.</param>
public sealed record LinkSource(int Index, string Name, string Folder, long Persons, Concentration Concentration)
{
    /// <summary>The source of a package.</summary>
    public static LinkSource Of(ReceivedPackage package)
        => new(package.Index, package.Source.Id, package.Folder, package.Persons, package.Manifest.Concentration ?? Concentration.Unknown);

    /// <summary>Whether it ships anchors.</summary>
    public bool HasAnchors => File.Exists(Path.Combine(Folder, PackageTables.AncresFile));

    /// <summary>Whether it ships anchors of opposed persons.</summary>
    public bool HasOpposedAnchors => File.Exists(Path.Combine(Folder, PackageTables.OppositionsAncresFile));

    /// <summary>Opens the file called <paramref name="name"/>.</summary>
    public ColumnFileReader Open(string name) => new(Path.Combine(Folder, name));
}
