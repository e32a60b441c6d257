using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Tests.Holder;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Signing;
using FixedClock = NonRecoursMatch.Tests.Trust.FixedClock;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>The clocks of a body: oppositions and traces go at their end, not before, and leave a signed proof without anybody in it.</summary>
public sealed class HolderPurgeTests : IDisposable
{
    static readonly DateOnly s_today = new(2026, 11, 24);

    readonly HolderFixture _caf = new();
    readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _caf.Dispose();
    }

    [Fact]
    public void What_has_ended_goes_with_a_signed_proof_and_the_rest_stays()
    {
        using var secret = _caf.Secret();
        OppositionRegister.Change(_caf.Register, secret, _caf.Source.Id, s_today, register => register.Add([Opposition("UN", "2024-11-24"), Opposition("DEUX", "2024-11-25")]).Added == 2);
        var (ended, kept) = (Trace("2023-11-24"), Trace("2023-11-25"));
        var digest = FileEntry.Of(ended, Path.GetFileName(ended), 0).Sha256;
        var purge = new HolderPurge(_caf.Agreement, _caf.Source, secret, _caf.Register, s_today);
        purge.Oppositions().ShouldBe(1);
        var traces = purge.Traces([_folder[""]]);
        traces.ShouldBe([ended]);

        using var signer = SigningIdentity.Open(null, _folder[""], FixedClock.November);
        var record = purge.Apply(traces, signer, FixedClock.November);
        File.Exists(ended).ShouldBeFalse();
        File.Exists(kept).ShouldBeTrue();
        OppositionRegister.Open(_caf.Register, secret, _caf.Source.Id, s_today).Entries.ShouldHaveSingleItem().NomNaissance.ShouldBe("DEUX");
        record.Oppositions.ShouldBe([new PurgedOppositions(1, "2026-11-24")]);
        record.Fichiers.ShouldHaveSingleItem().Sha256.ShouldBe(digest);
        var proofs = Path.GetDirectoryName(_caf.Register)!;
        File.ReadAllText(Path.Combine(proofs, PurgeRecord.FileName)).ShouldNotContain("UN\"");
        AttestationFile.Read<HolderPurgeStatement>(proofs, PurgeStatement.FileName, anchor: null).Statement.Subject.ShouldHaveSingleItem().Name.ShouldBe(PurgeRecord.FileName);
        (purge.Oppositions(), purge.Traces([_folder[""]]).Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Traces_of_another_source_or_of_a_signed_result_are_left_alone_and_an_altered_one_is_named()
    {
        using var secret = _caf.Secret();
        using var other = _caf.Secret("autre");
        var purge = new HolderPurge(_caf.Agreement, _caf.Source, secret, _caf.Register, s_today);
        var ended = Trace("2023-11-24");
        new HolderPurge(_caf.Agreement, _caf.Source, other, _caf.Register, s_today).Traces([_folder[""]]).ShouldBeEmpty();
        File.WriteAllText(_folder[AttestationFile.Name], "{}");
        purge.Traces([_folder[""]]).ShouldBeEmpty();
        File.Delete(_folder[AttestationFile.Name]);
        var bytes = File.ReadAllBytes(ended);
        bytes[^1] ^= 1;
        File.WriteAllBytes(ended, bytes);
        Should.Throw<RegisterException>(() => purge.Traces([_folder[""]])).Message.ShouldContain(ended);
        File.Exists(ended).ShouldBeTrue();
    }

    static RegisteredOpposition Opposition(string name, string received) => new("", "", name, "", "CAMILLE", "09/08/1955", "toutes", received, "");

    string Trace(string day)
    {
        using var secret = _caf.Secret();
        var path = Path.GetFullPath(_folder[$"envoi-{day}{TraceFile.Extension}"]);
        using var trace = new TraceWriter(path, secret, new TraceHeader(1, TraceHeader.Sent, _caf.Agreement.Id, _caf.Source.Id, day[..7], day, 0, "", new Dictionary<string, IReadOnlyList<string>>()));
        trace.Add(_caf.Handle("0012345|1"));
        trace.Complete();
        return path;
    }
}
