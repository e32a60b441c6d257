using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>A generated territory in a temporary folder, with handles that need no key.</summary>
sealed class Generated : IDisposable
{
    public const string Redon = "243500741";
    readonly TemporaryFolder _folder = new();

    public Generated(long persons, ulong seed, double noise = 1, string territory = Redon, YearMonth? since = null, YearMonth? month = null)
        => Result = SyntheticTerritory.Generate(new GenerationOptions(territory, persons, seed, Path, month ?? GenerationOptions.DefaultMonth, noise, since), Library, Keys);

    public static ConventionLibrary Library { get; } = ConventionLibrary.Open();

    public GenerationResult Result { get; }

    public string Path => _folder["territoire"];

    /// <summary>Marks the folder as a real key maker would, and makes handles by hashing.</summary>
    public static HandleOf Keys(string folder, string convention, YearMonth month, IReadOnlyList<string> sources)
    {
        File.WriteAllText(System.IO.Path.Combine(folder, "racine.json"), convention);
        return (source, reference) => Key128.Read(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}|{reference}")));
    }

    /// <summary>Rows of the tables of that name in the sources whose id starts so, as column -> value, with the source id under "source".</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string sourcePrefix, string table)
        => Directory.EnumerateDirectories(System.IO.Path.Combine(Path, "extraits")).Order(StringComparer.Ordinal)
            .Where(folder => System.IO.Path.GetFileName(folder).StartsWith(sourcePrefix, StringComparison.Ordinal) && File.Exists(System.IO.Path.Combine(folder, table + ".csv")))
            .SelectMany(folder => Read(System.IO.Path.Combine(folder, table + ".csv"), System.IO.Path.GetFileName(folder)));

    public IEnumerable<IReadOnlyDictionary<string, string>> Truth(string name) => Read(System.IO.Path.Combine(Path, "truth", name + ".csv"), "");

    /// <summary>Every file with its bytes, by relative path.</summary>
    public SortedDictionary<string, string> Digests()
        => new(Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(
            file => System.IO.Path.GetRelativePath(Path, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path, string source)
    {
        using var reader = new DelimitedReader(path, ';');
        while (reader.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = source };
            for (var i = 0; i < reader.Header.Count; i++)
                row[reader.Header[i]] = Encoding.UTF8.GetString(reader.Field(i));
            yield return row;
        }
    }
}
