namespace NonRecoursMatch.EndToEnd;

/// <summary>Compares folders byte for byte.</summary>
static class SameBytes
{
    public static void Expect(string expected, string actual)
    {
        var names = Names(expected);
        names.ShouldNotBeEmpty();
        Names(actual).ShouldBe(names);
        foreach (var name in names)
            ExpectFile(Path.Combine(expected, name), Path.Combine(actual, name));
    }

    public static void ExpectFile(string expected, string actual)
        => File.ReadAllBytes(actual).AsSpan().SequenceEqual(File.ReadAllBytes(expected)).ShouldBeTrue($"{actual} differs from {expected}");

    static List<string> Names(string folder)
        => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];
}
