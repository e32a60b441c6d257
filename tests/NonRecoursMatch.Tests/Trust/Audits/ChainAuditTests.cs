using NonRecoursMatch.Cli;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Audits;

/// <summary>Months are chained: one that is taken out, exchanged, renamed or made again shows.</summary>
public sealed class ChainAuditTests : IDisposable
{
    static readonly string[] s_months = ["2026-08", "2026-09", "2026-10", "2026-10-r2"];

    readonly Support.TemporaryFolder _folder = new(inMemory: true);
    readonly SigningIdentity _identity = SigningIdentity.Open(null, ".", FixedClock.November);

    public ChainAuditTests()
    {
        foreach (var month in s_months)
            SignedResult.Write(_folder[month], month[..7], _identity, FixedClock.November);
    }

    public void Dispose()
    {
        _identity.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Months_in_order_follow_one_another()
    {
        Chain().ShouldBeEmpty();
        Results().Select(result => result.Attested!.Statement.Predicate.BuildDefinition.InternalParameters.Chaine!.Rang).ShouldBe([1, 2, 3, 4]);
        Results()[0].Attested!.Statement.Predicate.BuildDefinition.InternalParameters.Chaine!.Precedent.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-08", "2026-09")]
    [InlineData("2026-09", "2026-10")]
    [InlineData("2026-10", "2026-10-r2")]
    public void A_deleted_month_shows_in_the_next_one(string deleted, string next)
    {
        Directory.Delete(_folder[deleted], recursive: true);
        Chain().ShouldBe([new AuditDifference(next, AuditFault.PreviousMissing)]);
    }

    [Fact]
    public void Months_whose_folders_were_exchanged_show()
    {
        Directory.Move(_folder["2026-08"], _folder["x"]);
        Directory.Move(_folder["2026-09"], _folder["2026-08"]);
        Directory.Move(_folder["x"], _folder["2026-09"]);
        Chain().ShouldBe([new AuditDifference("2026-08", AuditFault.PreviousRenamed), new AuditDifference("2026-10", AuditFault.PreviousRenamed)]);
    }

    [Fact]
    public void Attestations_that_were_exchanged_show_in_their_own_folders()
    {
        File.Move(_folder["2026-08/" + AttestationFile.Name], _folder["x"]);
        File.Move(_folder["2026-09/" + AttestationFile.Name], _folder["2026-08/" + AttestationFile.Name]);
        File.Move(_folder["x"], _folder["2026-09/" + AttestationFile.Name]);
        Results().Count(result => result.Differences.Any(difference => difference.Fault == AuditFault.Differs)).ShouldBe(2);
    }

    [Fact]
    public void A_month_made_again_later_shows()
    {
        Directory.Delete(_folder["2026-09"], recursive: true);
        SignedResult.Write(_folder["2026-09"], "2026-09", _identity, FixedClock.November);
        Chain().ShouldBe([new AuditDifference("2026-10", AuditFault.PreviousMissing)]);
    }

    [Fact]
    public void Two_results_that_follow_the_same_one_show()
    {
        Directory.Move(_folder["2026-10-r2"], _folder["ailleurs"]);
        Directory.CreateDirectory(_folder["x"]);
        Directory.Move(_folder["ailleurs"], _folder["x/2026-10-r2"]);
        SignedResult.Write(_folder["2026-11"], "2026-11", _identity, FixedClock.November);
        Directory.Move(_folder["x/2026-10-r2"], _folder["2026-10-r2"]);
        Chain().ShouldBe([new AuditDifference("2026-10-r2", AuditFault.Forked), new AuditDifference("2026-11", AuditFault.Forked)]);
    }

    [Fact]
    public void Several_months_given_by_name_may_begin_anywhere_but_have_no_gap()
    {
        ChainAudit.Differences(Results("2026-09", "2026-10"), complete: false).ShouldBeEmpty();
        ChainAudit.Differences(Results("2026-08", "2026-10"), complete: false).ShouldBe([new AuditDifference("2026-10", AuditFault.PreviousMissing)]);
    }

    [Fact]
    public void A_neighbour_that_proves_nothing_or_is_of_another_agreement_is_not_followed()
    {
        File.WriteAllText(_folder["2026-10-r2/" + AttestationFile.Name], "{}");
        Checkpoint.Beside(_folder["2026-11"], "redon").Precedent!.Dossier.ShouldBe("2026-10");
        Checkpoint.Beside(_folder["2026-11"], "autre").ShouldBe(new Checkpoint(1));
        Chain().ShouldBeEmpty();
        Results().Single(result => result.Differences.Count > 0).Differences.ShouldBe([new(AttestationFile.Name, AuditFault.NotAnEnvelope)]);
    }

    [Fact]
    public void What_was_written_down_shows_a_last_month_that_was_cut_off_or_made_again()
    {
        var last = Results()[^1].Attested!.Sha256;
        ChainAudit.Differences(Results(), complete: true, [new KeptCheckpoint(4, last)]).ShouldBeEmpty();
        ChainAudit.Differences(Results(), complete: true, [new KeptCheckpoint(3, last)]).ShouldBe([new AuditDifference("3:" + last, AuditFault.NotAsKept)]);
        Directory.Delete(_folder["2026-10-r2"], recursive: true);
        Chain().ShouldBeEmpty();
        ChainAudit.Differences(Results(), complete: true, [new KeptCheckpoint(4, last)]).ShouldBe([new AuditDifference("4:" + last, AuditFault.NotAsKept)]);
        SignedResult.Write(_folder["2026-10-r2"], "2026-10", _identity, FixedClock.November);
        Chain().ShouldBeEmpty();
        ChainAudit.Differences(Results(), complete: true, [new KeptCheckpoint(4, last)]).ShouldBe([new AuditDifference("4:" + last, AuditFault.NotAsKept)]);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("4:000000000000000000000000000000000000000000000000000000000000000g")]
    [InlineData("4:00")]
    public void A_checkpoint_that_is_none_is_not_read(string text) => KeptCheckpoint.Parse(text).ShouldBeNull();

    [Fact]
    public void The_latest_signature_beside_tells_a_clock_that_was_set_back()
    {
        Checkpoint.LastSignedBeside(_folder["2026-11"], "autre").ShouldBeNull();
        Checkpoint.LastSignedBeside(_folder["2026-11"], "redon").ShouldBe(FixedClock.November.GetUtcNow());
        ClockGuard.Require(_folder["2026-11"], "redon", FixedClock.November);
        ClockGuard.Require(_folder["2026-11"], "redon", new FixedClock(FixedClock.November.GetUtcNow().AddMinutes(-9)));
        ClockGuard.Require(_folder["2026-11"], "autre", new FixedClock(FixedClock.November.GetUtcNow().AddDays(-9)));
        var refused = Should.Throw<CliException>(() => ClockGuard.Require(_folder["2026-11"], "redon", new FixedClock(FixedClock.November.GetUtcNow().AddMinutes(-11))));
        refused.ExitCode.ShouldBe(78);
        refused.Message.ShouldContain("2026-11-12 09:30Z");
    }

    IReadOnlyList<AuditDifference> Chain() => ChainAudit.Differences(Results(), complete: true);

    List<FolderAuditResult> Results(params string[] months)
        => [.. (months.Length > 0 ? months.Select(month => _folder[month]) : Directory.GetDirectories(_folder.Path).Where(FolderAudit.IsCandidate).Order(StringComparer.Ordinal))
            .Select(folder => new FolderAudit(folder, anchor: null).Run())];
}
