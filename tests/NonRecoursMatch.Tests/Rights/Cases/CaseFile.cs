using YamlDotNet.Serialization;

namespace NonRecoursMatch.Tests.Rights.Cases;

/// <summary>Reads <c>conventions/rights/cases/*.yaml</c>: each case over the file's <c>par_defaut</c>; <c>attendu</c> is replaced, not merged.</summary>
static class CaseFile
{
    public static IEnumerable<(string Prestation, string Name, CaseNode Node)> All()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(ReferenceData.Folder, "cases"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var document = new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(path));
            var common = (Dictionary<object, object>)document["par_defaut"];
            foreach (var entry in ((List<object>)document["cas"]).Cast<Dictionary<object, object>>())
            {
                var name = $"{Path.GetFileNameWithoutExtension(path)}: {entry["nom"]}";
                yield return ((string)document["prestation"], name, new CaseNode(name, Merge(common, entry)));
            }
        }
    }

    static Dictionary<object, object> Merge(Dictionary<object, object> common, Dictionary<object, object> own)
    {
        var merged = new Dictionary<object, object>(common);
        foreach (var (key, value) in own)
        {
            merged[key] = value is Dictionary<object, object> map && key is not "attendu" && common.TryGetValue(key, out var below)
                ? Merge((Dictionary<object, object>)below, map)
                : value;
        }

        return merged;
    }
}
