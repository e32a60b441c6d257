using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>A structurally valid agreement on its way to being a checked one: the tree, the reference data, and the faults found so far.</summary>
sealed class AgreementDraft(YamlMap document, string path, ConventionLibrary library)
{
    readonly List<Fault> _faults = [];

    /// <summary>The document.</summary>
    public YamlMap Document { get; } = document;

    /// <summary>Absolute path of the file.</summary>
    public string Path { get; } = path;

    /// <summary>The reference data.</summary>
    public ConventionLibrary Library { get; } = library;

    /// <summary>The faults, in the order of the lines.</summary>
    public IReadOnlyList<Fault> Faults => [.. _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>Records a fault at a value.</summary>
    public void Refuse(YamlValue at, string code, params string[] arguments) => _faults.Add(new Fault(code, at.Path, at.Line, at.Column, arguments));

    /// <summary>A path of the agreement as an absolute one: they are relative to its folder.</summary>
    public string Absolute(string relative) => System.IO.Path.GetFullPath(relative, System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>A secret reference with its path made absolute (<c>env:</c> stays as it is).</summary>
    public string? Reference(string? reference)
        => reference is not null && reference.StartsWith("file:", StringComparison.Ordinal) ? "file:" + Absolute(reference[5..]) : reference;
}
