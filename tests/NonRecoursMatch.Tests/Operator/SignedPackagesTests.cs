using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Tests.Properties.Territory;
using NonRecoursMatch.Tests.Trust;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>Where the agreement states the certificate of a body, its signed package is accepted from nobody else.</summary>
public sealed class SignedPackagesTests
{
    [Fact]
    public void A_package_that_nobody_or_a_stranger_signed_is_refused_when_the_agreement_says_who_signs()
    {
        using var territory = new TinyTerritory();
        territory.Run();
        using var caf = SigningIdentity.Open(null, ".", TimeProvider.System);
        using var stranger = SigningIdentity.Open(null, ".", TimeProvider.System);
        var stated = territory.Agreement with
        {
            Safeguards = new Safeguards { Certificates = new Dictionary<string, BodyCertificates> { [TinyAgreement.Caf] = new([caf.Certificate.KeyId], []) } },
        };

        Should.Throw<OperatorException>(() => Open(territory, stated)).Refusal.ShouldBe(Refusal.UnknownSender);
        Open(territory, stated with { SingleProcessor = "Opérateur" }).Count.ShouldBe(5);
        Sign(territory, caf);
        Open(territory, stated).Count.ShouldBe(5);
        Sign(territory, stranger);
        Should.Throw<OperatorException>(() => Open(territory, stated)).Refusal.ShouldBe(Refusal.UnknownSender);
        // Without a certificate in the agreement, who signed is for the audit to judge.
        Open(territory, territory.Agreement).Count.ShouldBe(5);
    }

    static IReadOnlyList<ReceivedPackage> Open(TinyTerritory territory, Agreement agreement)
        => PackageIntake.Open(agreement, agreement.Sha256, TinyAgreement.Month, agreement.Today(TinyAgreement.Month, TimeProvider.System), [territory.Packages]);

    static void Sign(TinyTerritory territory, SigningIdentity identity)
    {
        var folder = territory.PackageOf(TinyAgreement.Caf);
        File.Delete(Path.Combine(folder, AttestationFile.Name));
        var run = new AttestedRun(
            BuildTypes.Paquet, new ExternalParameters(territory.Agreement.Id, "2026-10", Test: true, "roles_separes", 1, []) { Source = TinyAgreement.Caf }, 1, "n2", "0011223344556677", [], [], "0.1.0",
            new string('e', 64), FixedClock.November.GetUtcNow(), new Dictionary<string, long>());
        ResultAttestation.Write(folder, final: null, run, identity, TimeProvider.System);
    }
}
