using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What to watch.</summary>
/// <param name="Inbox">Folder of the agreement and of its sources.</param>
/// <param name="Output">Where months go; null = <c>out/&lt;convention&gt;</c>.</param>
/// <param name="Interval">Time between two looks.</param>
/// <param name="UntilMonths">Stop after that many months; null = never.</param>
/// <param name="Identity">Reference of the identity that signs the months; null for a key of each run alone.</param>
/// <param name="Passphrases">References of the passphrases that open encrypted key files.</param>
sealed record WatchOptions(string Inbox, string? Output, TimeSpan Interval, int? UntilMonths, string? Identity, IReadOnlyList<string> Passphrases);

/// <summary>
/// Looks into an inbox at intervals. A month is run when every source has arrived for it, its files did not change between two looks (nobody
/// is still copying), and it has no result yet. A month that failed is tried again only when a file changes.
/// </summary>
sealed partial class InboxWatch(
    WatchOptions options, Workspace workspace, Terminal terminal, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<InboxWatch> log) : BackgroundService
{
    string? _seen;
    string? _failed;
    int _done;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogNews(CliTexts.Format("Watch.Looking", options.Inbox));
        using var timer = new PeriodicTimer(options.Interval, clock);
        do
        {
            Look(stoppingToken);
            if (options.UntilMonths is { } most && _done >= most)
            {
                lifetime.StopApplication();
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    void Look(CancellationToken stop)
    {
        try
        {
            var agreement = AgreementLoader.Load(options.Inbox, workspace.Library);
            var snapshot = Snapshot(agreement);
            var steady = snapshot == _seen;
            _seen = snapshot;
            foreach (var month in Months(agreement))
            {
                var folder = Path.Combine(options.Output ?? Path.Combine("out", agreement.Id), month.ToString());
                if (!Directory.Exists(folder) && snapshot != _failed && IsReady(agreement, month) && steady)
                    RunMonth(agreement, month, folder, stop);
            }
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _failed = _seen;
            LogFailure(Failure.Of(e).Message);
        }
    }

    bool IsReady(Agreement agreement, YearMonth month)
    {
        var waiting = SourceStatus.Of(agreement, month, workspace.Today(agreement, month)).Where(source => source.Arrival != Arrival.Received).ToList();
        if (waiting.Count > 0)
            LogNews(CliTexts.Format("Watch.Waiting", month, string.Join(", ", waiting.Select(source => $"{source.Source.Id} ({CliTexts.Get("Status." + source.Arrival)})"))));
        return waiting.Count == 0;
    }

    void RunMonth(Agreement agreement, YearMonth month, string folder, CancellationToken stop)
    {
        LogNews(CliTexts.Format("Watch.Start", month));
        var opened = workspace.Open(options.Inbox, month);
        var key = opened.KeyReference ?? throw new CliException(ExitCode.Configuration, CliTexts.Get("Error.WatchKey"));
        var keys = new KeyAccess(Workspace.FolderOf(agreement), options.Passphrases, clock);
        var request = new MonthRequest(folder, key, keys) { Resume = true, Identity = options.Identity, Before = RevisionFolders.ReportBefore(folder, opened, month) };
        new MonthRun(workspace, terminal, opened, month, request).Run(stop);
        _done++;
        LogNews(CliTexts.Format("Watch.Done", month, folder));
    }

    /// <summary>The months that the sidecars present speak of.</summary>
    static IEnumerable<YearMonth> Months(Agreement agreement) => agreement.Sources
        .Select(source => SidecarReader.Read(Path.Combine(source.Folder, SourceFiles.SidecarName)).Sidecar?.Month)
        .OfType<YearMonth>().Distinct().Order();

    /// <summary>Names, sizes and dates of all files of the sources.</summary>
    static string Snapshot(Agreement agreement)
    {
        var text = new StringBuilder();
        foreach (var folder in agreement.Sources.Select(source => source.Folder).Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).GetFiles().OrderBy(file => file.FullName, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
        }

        return text.ToString();
    }

    [LoggerMessage(1, LogLevel.Information, "{Message}")]
    partial void LogNews(string message);

    [LoggerMessage(2, LogLevel.Error, "{Message}")]
    partial void LogFailure(string message);
}
