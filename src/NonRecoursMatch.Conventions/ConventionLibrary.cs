using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions;

/// <summary>
/// The reference data that ships with the program: extract formats, territories, communes. Opened on the folder beside the assembly, never
/// looked for through the current directory. Thread safe; the communes are read on first use.
/// </summary>
public sealed class ConventionLibrary
{
    readonly Lazy<CommuneTable> _communes;
    readonly Lazy<KeyDomain> _keyDomain;

    ConventionLibrary(string root)
    {
        Root = root;
        Formats = Directory.EnumerateFiles(Path.Combine(root, "extracts"), FormatFile.Name, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(DescriptorReader.Read)
            .ToDictionary(format => format.Id, StringComparer.Ordinal);
        Territories = TerritoryTable.Read(Path.Combine(root, "territories", "territories.csv"));
        _keyDomain = new Lazy<KeyDomain>(() => ProfileReader.KeyDomain(Path.Combine(root, "pseudonymisation", "profile-1.yaml")));
        _communes = new Lazy<CommuneTable>(() => CommuneTable.Read(Path.Combine(root, "territories", "communes.csv")));
    }

    /// <summary>Id of the format of the opposition file that accompanies any extract.</summary>
    public const string OppositionsFormat = "oppositions@1";

    /// <summary>The folder <c>conventions</c>.</summary>
    public string Root { get; }

    /// <summary>The extract formats by id, for example <c>caf/allocataires@1</c>; <see cref="OppositionsFormat"/> is one of them.</summary>
    public IReadOnlyDictionary<string, ExtractFormat> Formats { get; }

    /// <summary>The format of <c>oppositions.csv</c>.</summary>
    public ExtractFormat Oppositions => Formats[OppositionsFormat];

    /// <summary>The 39 territories.</summary>
    public TerritoryTable Territories { get; }

    /// <summary>The communes.</summary>
    public CommuneTable Communes => _communes.Value;

    /// <summary>What keys are derived for, as <c>pseudonymisation/profile-1.yaml</c> publishes it.</summary>
    public KeyDomain KeyDomain => _keyDomain.Value;

    /// <summary>Path of the JSON Schema of the agreement.</summary>
    public string AgreementSchema => Path.Combine(Root, "agreements", "convention.schema.json");

    /// <summary>Path of the JSON Schema of the format descriptors.</summary>
    public string FormatSchema => Path.Combine(Root, "extracts", "format.schema.json");

    /// <summary>A format by its id; else one that is not, or not yet, part of the reference data: a descriptor, or a folder that holds <c>datapackage.json</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AgreementException">It is no format: every fault with its line.</exception>
    public ExtractFormat FindFormat(string idOrPath) => Formats.GetValueOrDefault(idOrPath) ?? FormatFile.Read(idOrPath, FormatSchema);

    /// <summary>Opens the reference data beside the program.</summary>
    public static ConventionLibrary Open() => Open(Path.Combine(AppContext.BaseDirectory, "conventions"));

    /// <summary>Opens the reference data under <paramref name="root"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">A descriptor or table is damaged.</exception>
    public static ConventionLibrary Open(string root) => new(root);
}
