using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Intake;

/// <summary>A package whose manifest was accepted.</summary>
/// <param name="Index">Position of the source in the agreement.</param>
/// <param name="Source">The source that ships it.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Manifest">What the holder states.</param>
public sealed record ReceivedPackage(int Index, Source Source, string Folder, PackageManifest Manifest)
{
    /// <summary>Whether it is of a body that is absent, and holds the oppositions that it received.</summary>
    public bool OppositionsOnly => Manifest.OppositionsSeules;

    /// <summary>Number of persons shipped.</summary>
    public long Persons => OppositionsOnly ? 0 : Manifest.Fichiers.First(file => file.Name == PackageTables.PersonnesFile).Rows;

    /// <summary>Digest of what the package holds, whatever the agreement's text: the same files of the same data date give the same one.</summary>
    public string ContentSha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(Manifest.Fichiers.Select(file => $"{file.Name} {file.Sha256}\n")) + Manifest.DateDonnees)));

    /// <summary>Opens the file called <paramref name="name"/>.</summary>
    public ColumnFileReader Open(string name) => new(Path.Combine(Folder, name));

    /// <summary>Opens a table, or null where the holder ships none.</summary>
    public ColumnFileReader? OpenTable(string table)
    {
        var path = Path.Combine(Folder, PackageTables.FileOf(table));
        return File.Exists(path) ? new ColumnFileReader(path) : null;
    }
}
