using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Tests.Conventions;

/// <summary>No link takes the folder of a source out of that of the agreement, wherever on the way it stands.</summary>
public sealed class SourceLinksTests : IDisposable
{
    readonly TemporaryFolder _folder = new(inMemory: true);
    readonly Agreement _agreement;

    public SourceLinksTests()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_folder["ici"]).FullName, AgreementLoader.FileName), ConventionFixture.Example);
        Directory.CreateDirectory(_folder["ailleurs/caf-exemple"]);
        File.WriteAllText(_folder["ailleurs/caf-exemple/personnes.csv"], "");
        _agreement = AgreementLoader.Load(_folder["ici"], ConventionFixture.Library);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_linked_folder_parent_or_file_is_refused_and_named()
    {
        Directory.CreateSymbolicLink(_folder["ici/extraits"], _folder["ailleurs"]);
        Refused().ShouldBe("extraits");
        Directory.Delete(_folder["ici/extraits"]);

        Directory.CreateDirectory(_folder["ici/extraits"]);
        Directory.CreateSymbolicLink(_folder["ici/extraits/caf-exemple"], _folder["ailleurs/caf-exemple"]);
        Refused().ShouldBe(Path.Combine("extraits", "caf-exemple"));
        Directory.Delete(_folder["ici/extraits/caf-exemple"]);

        Directory.CreateDirectory(_folder["ici/extraits/caf-exemple"]);
        SourceFiles.Find(_agreement, _agreement.Sources[0]).IsEmpty.ShouldBeTrue();
        File.CreateSymbolicLink(_folder["ici/extraits/caf-exemple/personnes.csv"], _folder["ailleurs/caf-exemple/personnes.csv"]);
        Refused().ShouldBe(Path.Combine("extraits", "caf-exemple", "personnes.csv"));
        File.Delete(_folder["ailleurs/caf-exemple/personnes.csv"]);
        // One that leads nowhere is no missing file.
        Refused().ShouldBe(Path.Combine("extraits", "caf-exemple", "personnes.csv"));
    }

    [Fact]
    public void The_folder_of_the_agreement_may_itself_be_reached_by_a_link()
    {
        Directory.CreateSymbolicLink(_folder["lien"], _folder["ici"]);
        var agreement = AgreementLoader.Load(_folder["lien"], ConventionFixture.Library);
        SourceFiles.Find(agreement, agreement.Sources[0]).IsEmpty.ShouldBeTrue();
    }

    string Refused()
    {
        var fault = Should.Throw<AgreementException>(() => SourceFiles.Find(_agreement, _agreement.Sources[0])).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(FaultCodes.LinkInFolder);
        fault.Path.ShouldBe("sources[caf-exemple].dossier");
        return fault.Arguments[0];
    }
}
