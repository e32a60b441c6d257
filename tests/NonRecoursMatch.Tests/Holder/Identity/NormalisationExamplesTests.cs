using System.Text.Json;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Tests.Holder.Identity;

/// <summary>The published examples, written by hand: another implementation of normalisation n2 can be checked against the same file.</summary>
public class NormalisationExamplesTests
{
    static readonly JsonSerializerOptions _options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    static readonly Examples _examples = JsonSerializer.Deserialize<Examples>(
        File.ReadAllText(Repository.Path("conventions", "pseudonymisation", "normalisation-n2.json")), _options)!;

    [Fact]
    public void The_examples_are_those_of_the_current_version() => _examples.Normalisation.ShouldBe(PseudonymProfile.Normalisation);

    [Fact]
    public void Every_example_of_surnames_holds()
    {
        foreach (var example in _examples.Surnames)
        {
            var (full, parts) = FormReader.Surnames(example.Birth, example.Usage);
            full.ShouldBe(example.Full, ignoreOrder: false, $"full forms of {example}");
            parts.ShouldBe(example.Parts, ignoreOrder: false, $"parts of {example}");
        }
    }

    [Fact]
    public void Every_example_of_given_names_holds()
    {
        foreach (var example in _examples.GivenNames)
            FormReader.GivenNames(example.Given).ShouldBe(example.Slots, ignoreOrder: false, example.Given);
    }

    [Fact]
    public void Every_example_of_sounds_holds()
    {
        foreach (var example in _examples.Sounds)
            FormReader.Sound(example.Word).ShouldBe(example.Key, example.Word);
    }

    [Fact]
    public void Every_example_of_places_holds()
    {
        foreach (var example in _examples.Places)
            FormReader.Place(example.Place, example.BirthYear).ShouldBe((example.Canonical, example.Departement), $"{example}");
    }

    sealed record Examples(string Normalisation, SurnameExample[] Surnames, GivenNameExample[] GivenNames, SoundExample[] Sounds, PlaceExample[] Places);

    sealed record SurnameExample(string Birth, string Usage, string[] Full, string[] Parts);

    sealed record GivenNameExample(string Given, string[] Slots);

    sealed record SoundExample(string Word, string Key);

    sealed record PlaceExample(string Place, int BirthYear, string Canonical, string Departement);
}
