using NonRecoursMatch.Columns;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>Reads one YAML file strictly: an unknown key, a repeated key or a wrong type is an error that names the file and line.</summary>
static class YamlFile
{
    static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    /// <exception cref="RightsDataException">The file is absent or not what <typeparamref name="T"/> describes.</exception>
    public static T Read<T>(string path, string name)
        where T : class
    {
        try
        {
            using var reader = File.OpenText(path);
            return Deserializer.Deserialize<T>(reader) ?? throw new RightsDataException($"{name}: the file is empty");
        }
        catch (YamlException e)
        {
            throw new RightsDataException($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RightsDataException($"{name}: the file is missing", e);
        }
    }

    /// <summary>A text that must be there.</summary>
    public static string Required(string? text, string key, string name)
        => string.IsNullOrWhiteSpace(text) ? throw new RightsDataException($"{name}: `{key}` is missing") : text;

    /// <summary>A month that must be there, AAAA-MM.</summary>
    public static YearMonth RequiredMonth(string? text, string key, string name)
        => YearMonth.TryParse(text, out var month)
            ? month
            : throw new RightsDataException($"{name}: `{key}` must be a month, AAAA-MM");
}
