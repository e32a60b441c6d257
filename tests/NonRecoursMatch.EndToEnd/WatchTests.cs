namespace NonRecoursMatch.EndToEnd;

/// <summary><c>watch</c>: the hosted service waits for the last source, then runs the month.</summary>
public class WatchTests
{
    [Fact]
    public async Task A_month_is_run_once_its_last_source_has_arrived()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Copy(Repository.Path("samples", "redon"), folder["inbox"]);
        Directory.Move(folder["inbox", "extraits", "caf-35"], folder["late"]);
        using var watch = NonRecours.Start(["watch", "--inbox", folder["inbox"], "--out", folder["months"], "--interval", "1", "--until-months", "1"]);
        var errors = watch.StandardError.ReadToEndAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
        watch.HasExited.ShouldBeFalse();
        Directory.Exists(folder["months", "2026-10"]).ShouldBeFalse();

        Directory.Move(folder["late"], folder["inbox", "extraits", "caf-35"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await watch.WaitForExitAsync(patience.Token);
        watch.ExitCode.ShouldBe(0);
        (await errors).ShouldContain("caf-35");
        File.Exists(folder["months", "2026-10", "rapport.json"]).ShouldBeTrue();
        Directory.GetFileSystemEntries(folder["months"]).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_signal_ends_the_service_without_a_trace()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Copy(Repository.Path("samples", "redon"), folder["inbox"]);
        Directory.Delete(folder["inbox", "extraits", "caf-35"], recursive: true);
        using var watch = NonRecours.Start(["watch", "--inbox", folder["inbox"], "--out", folder["months"], "--interval", "1"]);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Signals.Terminate(watch);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await watch.WaitForExitAsync(patience.Token);
        Directory.Exists(folder["months"]).ShouldBeFalse();
    }
}
