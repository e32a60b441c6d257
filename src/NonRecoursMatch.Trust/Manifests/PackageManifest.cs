using System.Text.Json.Serialization;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>What a holder states about the package that it ships; read before anything else.</summary>
public sealed record PackageManifest
{
    /// <summary>Version of this document.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Agreement.</summary>
    public required string Convention { get; init; }

    /// <summary>SHA-256 of the agreement file, so that both sides enforce the same text.</summary>
    public required string ConventionSha256 { get; init; }

    /// <summary>Territory code.</summary>
    public required string Territoire { get; init; }

    /// <summary>Reference month, AAAA-MM.</summary>
    public required string Mois { get; init; }

    /// <summary>Purpose stamp: <c>information_droits</c>.</summary>
    public required string Finalite { get; init; }

    /// <summary>Source id.</summary>
    public required string Source { get; init; }

    /// <summary>Extract format.</summary>
    public required string Format { get; init; }

    /// <summary>Pseudonymisation profile, for example 1.</summary>
    public required int Profil { get; init; }

    /// <summary>Version of the normalisation of identities.</summary>
    public required string Normalisation { get; init; }

    /// <summary>Key check value: 8 bytes, hexadecimal.</summary>
    public required string Kcv { get; init; }

    /// <summary>Whether a test key was used.</summary>
    public required bool Test { get; init; }

    /// <summary>Date of the data, AAAA-MM-JJ.</summary>
    public required string DateDonnees { get; init; }

    /// <summary>Last day on which the package may be used, AAAA-MM-JJ (CRPA R. 114-9-7).</summary>
    public required string ExpireLe { get; init; }

    /// <summary>Benefits for which the extract declares itself exhaustive: absent from it then means "does not receive".</summary>
    public IReadOnlyList<string> ExhaustifPour { get; init; } = [];

    /// <summary>Files, in name order.</summary>
    public required IReadOnlyList<FileEntry> Fichiers { get; init; }

    /// <summary>Balance per table.</summary>
    public required IReadOnlyDictionary<string, Balance> Bilan { get; init; }

    /// <summary>How concentrated the places of the extract are; null where no anchors are shipped.</summary>
    public Concentration? Concentration { get; init; }

    /// <summary>Anchors made, by letter of their combination (docs/linkage.md); null where none are shipped.</summary>
    public IReadOnlyDictionary<string, long>? Ancres { get; init; }

    /// <summary>Of these, replaced by random ones because too many records shared them.</summary>
    public IReadOnlyDictionary<string, long>? AncresPlafonnees { get; init; }

    /// <summary>Number of opposed persons set apart.</summary>
    public required long Oppositions { get; init; }

    /// <summary>Whether it holds opposed tokens only: the body sends no extract this month. Not written otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OppositionsSeules { get; init; }

    /// <summary>How many NIR are of which kind, by the names of <see cref="NumberCounts"/>; null, and not written, when the extract has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, long>? Nir { get; init; }
}
