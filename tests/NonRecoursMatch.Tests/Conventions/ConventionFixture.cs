using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary>The reference data beside the test assembly, and agreements made from the example by changing one text.</summary>
static class ConventionFixture
{
    public static ConventionLibrary Library { get; } = ConventionLibrary.Open();

    public static string ExamplePath { get; } = Path.Combine(Library.Root, "agreements", "exemple-roles-separes", "convention.yaml");

    public static string Example { get; } = File.ReadAllText(ExamplePath);

    /// <summary>The example with <paramref name="before"/> replaced once; fails when it is not there.</summary>
    public static string With(string before, string after)
    {
        var at = Example.IndexOf(before, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, before);
        return Example[..at] + after + Example[(at + before.Length)..];
    }

    /// <summary>1-based line of the first occurrence of a text.</summary>
    public static int LineOf(string document, string text)
    {
        var at = document.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        return document.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>Reads a text as an agreement file.</summary>
    public static AgreementReading Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("nonrecours-");
        try
        {
            var path = Path.Combine(folder.FullName, AgreementLoader.FileName);
            File.WriteAllText(path, text);
            return AgreementLoader.Read(path, Library);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The only fault of a text.</summary>
    public static Fault OnlyFault(string text)
    {
        var reading = Read(text);
        reading.Agreement.ShouldBeNull();
        return reading.Faults.ShouldHaveSingleItem();
    }
}
