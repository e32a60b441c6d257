using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>A descriptor that somebody else wrote: checked against the schema of formats before it is read, so that faults are said with their line.</summary>
static class FormatFile
{
    /// <summary>Name of a descriptor inside its folder.</summary>
    public const string Name = "datapackage.json";

    /// <summary>Reads a descriptor, or the one of a folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AgreementException">It is no format.</exception>
    public static ExtractFormat Read(string path, string schema)
    {
        var file = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, Name) : path);
        if (!File.Exists(file))
            throw new FileNotFoundException($"no format at {file}", file);

        // JSON is YAML: one reader gives the line of every fault.
        var (document, syntax) = YamlComposer.Compose(File.ReadAllText(file));
        if (document is null)
            throw new AgreementException(file, [syntax!]);
        var faults = AgreementSchema.Read(schema).Check(document);
        return faults.Count == 0 ? DescriptorReader.Read(file) : throw new AgreementException(file, faults);
    }
}
