using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>watch</c>: a hosted service that runs a month once every source of the calendar has arrived.</summary>
static class WatchCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var inbox = new Option<string>("--inbox") { HelpName = "DIR", Required = true };
        var output = new Option<string?>("--out") { HelpName = "DIR" };
        var interval = new Option<int>("--interval") { DefaultValueFactory = _ => 60, HelpName = "SECONDS", CustomParser = SharedOptions.ReadNumber<int> };
        interval.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var seconds) && seconds < 1)
                result.AddError(CliTexts.Get("Error.Interval"));
        });
        var months = new Option<int?>("--until-months") { HelpName = "N", CustomParser = result => SharedOptions.ReadNumber<int>(result) };
        var (identity, passphrases) = (SharedOptions.SignedBy(), SharedOptions.Passphrases());
        var command = new Command("watch") { inbox, output, interval, months, identity, passphrases };
        command.SetAction(async (result, stop) =>
        {
            var screen = terminal(result);
            var options = new WatchOptions(
                Path.GetFullPath(result.GetRequiredValue(inbox)), result.GetValue(output), TimeSpan.FromSeconds(result.GetValue(interval)), result.GetValue(months), result.GetValue(identity),
                result.GetValue(passphrases) ?? []);
            using var host = Build(screen, options);
            await host.RunAsync(stop).ConfigureAwait(false);
            // The host takes a signal as an orderly end; a service that was told to stop has done its work.
            return ExitCode.Done;
        });
        return command;
    }

    static IHost Build(Terminal screen, WatchOptions options)
    {
        // No defaults: settings files of the current directory must not change what runs.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // The host's own messages are for programmers, and in English.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(screen);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Workspace>();
        builder.Services.AddHostedService<InboxWatch>();
        return builder.Build();
    }
}
