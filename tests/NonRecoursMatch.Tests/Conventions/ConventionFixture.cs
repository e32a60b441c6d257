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

    /// <summary>The perimeter of the example, up to its communes.</summary>
    public const string Perimeter = "  niveau: intercommunal\n  millesime_cog: 2026\n  communes: toutes\n";

    /// <summary>Two codes of each division.</summary>
    public const string Codes = """
            qpv: ["QN03512M", "QN03513M"]
            iris: ["352360101", "352360102"]

        """;

    /// <summary>The formats of the example, each with both columns.</summary>
    public const string Columns = """
              caf/allocataires@1: [qpv, iris]
              cpam/assures@1: [qpv, iris]
              carsat/retraites@1: [qpv, iris]
              msa/famille@1: [qpv, iris]
              msa/assures@1: [qpv, iris]
              bailleur/locataires@1: [qpv, iris]
              ccas/usagers@1: [qpv, iris]

        """;

    /// <summary>A perimeter of quartiers in place of <see cref="Perimeter"/>.</summary>
    public static string Quartiers(string codes = Codes, string columns = Columns)
        => $"  niveau: quartier\n  millesime_cog: 2026\n  communes: toutes\n  quartiers:\n{codes}    colonnes:\n{columns}";

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
