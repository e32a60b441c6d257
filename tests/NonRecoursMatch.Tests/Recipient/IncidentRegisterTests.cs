using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Incidents;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Recipient;

public sealed class IncidentRegisterTests : IDisposable
{
    const string Handle = "fc7c59720311903e8d28ed9a5d552b64";

    static readonly DateTimeOffset s_now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    static readonly FollowUpRow s_wrong = new("caf-35", Handle, "C2S", FollowUpVocabulary.WrongPerson, "2026-11-20");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_incident_has_seventy_two_hours_from_the_import_and_another_import_does_not_restart_them()
    {
        Write(Empty().With([s_wrong], "2026-10", s_now));
        var again = Read(s_now.AddHours(50)).With([s_wrong, s_wrong with { Prestation = "ASPA" }], "2026-10", s_now.AddHours(50));
        again.Incidents.Select(one => one.Echeance).ShouldBe(["2026-11-27T09:30:00Z", "2026-11-29T11:30:00Z"]);
        again.Incidents[0].IsLate(s_now.AddHours(72)).ShouldBeFalse();
        again.Incidents[0].IsLate(s_now.AddHours(72).AddSeconds(1)).ShouldBeTrue();
    }

    [Fact]
    public void Only_somebody_closes_an_incident_and_a_closed_one_is_never_late()
    {
        Write(Empty().With([s_wrong], "2026-10", s_now));
        Write(Read(s_now.AddHours(1)).With([], "2026-10", s_now.AddHours(1)));
        Read(s_now.AddHours(2)).Incidents.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
        Write(Read(s_now.AddHours(2)).Close(Handle, "sans_risque", s_now.AddHours(2)));
        var closed = Read(s_now.AddHours(100)).Incidents.ShouldHaveSingleItem();
        (closed.ClosLe, closed.Conclusion, closed.IsLate(s_now.AddHours(100))).ShouldBe(("2026-11-24T11:30:00Z", "sans_risque", false));
    }

    [Fact]
    public void A_clock_behind_or_a_deadline_that_was_moved_is_refused()
    {
        Write(Empty().With([s_wrong], "2026-10", s_now));
        Should.Throw<RegisterException>(() => Read(s_now.AddHours(-1))).Refusal.ShouldBe(RegisterRefusal.ClockSetBack);
        File.WriteAllText(_folder[IncidentRegister.FileName], File.ReadAllText(_folder[IncidentRegister.FileName]).Replace("2026-11-27T", "2026-12-27T", StringComparison.Ordinal));
        Should.Throw<RegisterException>(() => Read(s_now)).Refusal.ShouldBe(RegisterRefusal.Altered);
        File.WriteAllText(_folder[IncidentRegister.FileName], "{ }");
        Should.Throw<ManifestException>(() => Read(s_now));
    }

    static IncidentRegister Empty() => new(1, []);

    void Write(IncidentRegister register) => register.Write(_folder[""]);

    IncidentRegister Read(DateTimeOffset now) => IncidentRegister.Read(_folder[""], now);
}
