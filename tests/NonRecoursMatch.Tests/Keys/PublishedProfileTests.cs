using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;
using YamlDotNet.RepresentationModel;

namespace NonRecoursMatch.Tests.Keys;

/// <summary>What conventions/pseudonymisation says is what the code does.</summary>
public class PublishedProfileTests
{
    static readonly string _folder = Repository.Path("conventions", "pseudonymisation");

    [Fact]
    public void The_published_vectors_are_those_that_the_code_makes()
    {
        var path = Path.Combine(_folder, "vectors.json");
        if (Environment.GetEnvironmentVariable("NONRECOURS_UPDATE") == "1")
            File.WriteAllText(path, VectorsJson.Text());
        File.ReadAllText(path).ShouldBe(VectorsJson.Text(), "run the tests with NONRECOURS_UPDATE=1 to write the file again, after thinking about what changed");
    }

    [Fact]
    public void The_published_profile_states_the_constants_of_the_code()
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(_folder, "profile-1.yaml"));
        yaml.Load(reader);
        var profile = yaml.Documents[0].RootNode;
        Value(profile["profil"]).ShouldBe($"{PseudonymProfile.Number}");
        Value(profile["normalisation"]).ShouldBe(PseudonymProfile.Normalisation);
        Value(profile["finalite"]).ShouldBe(PseudonymProfile.Purpose);
        Value(profile["derivation"]["cle_de_campagne"]["info"]).ShouldBe(PseudonymProfile.DomainLabel);
        Value(profile["derivation"]["valeur_de_controle"]["message"]).ShouldBe(PseudonymProfile.CheckValueLabel);
        Value(profile["derivation"]["valeur_de_controle"]["octets"]).ShouldBe($"{PseudonymProfile.CheckValueSize}");
        Value(profile["poignees"]["table"]["info"]).ShouldBe(PseudonymProfile.HandleTableLabel);
        Value(profile["poignees"]["registre"]["info"]).ShouldBe(PseudonymProfile.OppositionsLabel);
        Value(profile["poignees"]["trace"]["info"]).ShouldBe(PseudonymProfile.TraceLabel);
        var kinds = ((YamlSequenceNode)profile["jetons"]).Children;
        kinds.Select(kind => Value(kind["genre"])).ShouldBe(PseudonymProfile.Kinds);
        kinds.ShouldAllBe(kind => Value(kind["octets"]) == $"{PseudonymProfile.TokenSize}");
        var derived = ((YamlSequenceNode)profile["derives"]).Children.ShouldHaveSingleItem();
        Value(derived["genre"]).ShouldBe(PseudonymProfile.Trait);
        Value(derived["octets"]).ShouldBe($"{PseudonymProfile.TraitSize}");
        Values(profile["absents"]).ShouldBe(NameNormaliser.AbsentWords);
        Values(profile["titres"]).ShouldBe(NameNormaliser.Titles);
        Values(profile["separateurs"]).ShouldBe(NameNormaliser.Separators);
        Values(profile["surnoms"]).ShouldBe(NameNormaliser.Nicknames);
        Values(profile["particules"]).ShouldBe(NameNormaliser.Particles);
        Values(profile["conjonctions"]).ShouldBe(NameNormaliser.Conjunctions);
    }

    static IEnumerable<string> Values(YamlNode node) => ((YamlSequenceNode)node).Children.Select(Value);

    static string Value(YamlNode node) => ((YamlScalarNode)node).Value!;
}
