using System.Globalization;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Tests.Synthetic;

public class DeterminismTests
{
    [Fact]
    public void OneSeedGivesTheSameBytesTwiceAndInEveryCulture()
    {
        using var first = new Generated(600, 7);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "fr-FR", "tr-TR", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                using var again = new Generated(600, 7);
                again.Digests().ShouldBe(first.Digests());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AnotherSeedGivesOtherPeople()
    {
        using var first = new Generated(300, 1);
        using var second = new Generated(300, 2);
        first.Truth("persons").Select(person => person["nir"]).Intersect(second.Truth("persons").Select(person => person["nir"])).ShouldBeEmpty();
    }

    [Fact]
    public void PopulationFactsAndExpectedListsDoNotDependOnTheNoise()
    {
        using var clean = new Generated(2000, 3, noise: 0);
        using var noisy = new Generated(2000, 3, noise: 3);
        static Dictionary<string, string> TruthOf(Generated made)
            => made.Digests().Where(file => file.Key.StartsWith("truth", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => file.Value);
        TruthOf(noisy).ShouldBe(TruthOf(clean));
        noisy.Digests().ShouldNotBe(clean.Digests());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(1000)]
    public void TheNumberOfPersonsIsExact(long persons)
    {
        using var made = new Generated(persons, 5);
        made.Result.Persons.ShouldBe(persons);
        made.Truth("persons").Count().ShouldBe((int)persons);
    }

    [Fact]
    public void AnInterruptionLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => SyntheticTerritory.Generate(
            new GenerationOptions(Generated.Redon, 5000, 1, folder["t"], GenerationOptions.DefaultMonth), Generated.Library, Generated.Keys, null, stop.Token));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Nulle part", 10, 1)]
    [InlineData("UNKNOWN 38", 10, 1)]
    [InlineData(Generated.Redon, 0, 1)]
    [InlineData(Generated.Redon, 10, -1)]
    [InlineData(Generated.Redon, 10, double.NaN)]
    public void WhatMakesNoSenseIsRefusedAndLeavesNothing(string territory, long persons, double noise)
    {
        using var folder = new TemporaryFolder();
        Should.Throw<GenerationException>(() => SyntheticTerritory.Generate(
            new GenerationOptions(territory, persons, 1, folder["t"], GenerationOptions.DefaultMonth, noise), Generated.Library, Generated.Keys));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void AFolderThatIsNotEmptyIsNeverTouched()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.txt"], "mine");
        Should.Throw<GenerationException>(() => SyntheticTerritory.Generate(
            new GenerationOptions(Generated.Redon, 10, 1, folder.Path, GenerationOptions.DefaultMonth), Generated.Library, Generated.Keys));
        File.ReadAllText(folder["mine.txt"]).ShouldBe("mine");
    }
}
