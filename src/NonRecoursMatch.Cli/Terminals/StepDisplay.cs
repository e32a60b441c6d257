using System.Diagnostics;
using NonRecoursMatch.Cli.Texts;
using Spectre.Console;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>Progress of a long command: a live bar on an interactive terminal, one plain line per finished step elsewhere.</summary>
sealed class StepDisplay(Terminal terminal)
{
    /// <summary>Runs the steps in order; each gets a callback that takes the done share, 0 to 1.</summary>
    public void Run(IReadOnlyList<(string Title, Action<Action<double>> Work)> steps)
    {
        if (terminal.Live)
            RunLive(steps);
        else
            RunPlain(steps);
    }

    void RunLive(IReadOnlyList<(string Title, Action<Action<double>> Work)> steps)
        => terminal.Screen.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var tasks = steps.Select(step => context.AddTask(Markup.Escape(step.Title), autoStart: false, maxValue: 1)).ToList();
                for (var i = 0; i < steps.Count; i++)
                {
                    tasks[i].StartTask();
                    steps[i].Work(share => tasks[i].Value = Math.Clamp(share, 0, 1));
                    tasks[i].Value = 1;
                    tasks[i].StopTask();
                }
            });

    void RunPlain(IReadOnlyList<(string Title, Action<Action<double>> Work)> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var started = Stopwatch.GetTimestamp();
            steps[i].Work(_ => { });
            terminal.Note(string.Create(
                CliTexts.Language, $"[{i + 1}/{steps.Count}] {steps[i].Title} — {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        }
    }
}
