using System.Diagnostics;
using System.Runtime.ExceptionServices;
using NonRecoursMatch.Cli.Texts;
using Spectre.Console;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>A step of a long command.</summary>
/// <param name="Title">Its name for people.</param>
/// <param name="Work">Does it; gets a callback that takes the done share, 0 to 1.</param>
/// <param name="Weight">Rough size: of steps that run side by side the heaviest start first.</param>
sealed record Step(string Title, Action<Action<double>> Work, long Weight = 0);

/// <summary>Progress of a long command: a live bar on an interactive terminal, one plain line per finished step elsewhere.</summary>
sealed class StepDisplay(Terminal terminal)
{
    const int MostSideBySide = 4;

    readonly Lock _lock = new();
    int _finished;

    /// <summary>Runs steps that need nothing of each other side by side, then the others one after the other.</summary>
    /// <param name="apart">Steps that need nothing of each other.</param>
    /// <param name="then">Steps that need the earlier ones.</param>
    /// <param name="failed">Told that a step failed, so that those beside it can be stopped.</param>
    public void Run(IReadOnlyList<Step> apart, IReadOnlyList<Step> then, Action failed)
    {
        if (terminal.Live)
            RunLive(apart, then, failed);
        else
            RunAll(apart, then, failed, Plain(apart.Count + then.Count));
    }

    /// <summary>Runs the steps one after the other.</summary>
    public void Run(params IReadOnlyList<Step> steps) => Run([], steps, () => { });

    void RunLive(IReadOnlyList<Step> apart, IReadOnlyList<Step> then, Action failed)
        => terminal.Screen.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var tasks = apart.Concat(then).ToDictionary(step => step, step => context.AddTask(Markup.Escape(step.Title), autoStart: false, maxValue: 1));
                RunAll(apart, then, failed, step =>
                {
                    var task = tasks[step];
                    task.StartTask();
                    step.Work(share => task.Value = Math.Clamp(share, 0, 1));
                    task.Value = 1;
                    task.StopTask();
                });
            });

    Action<Step> Plain(int count) => step =>
    {
        var started = Stopwatch.GetTimestamp();
        step.Work(_ => { });
        lock (_lock)
            terminal.Note(string.Create(CliTexts.Language, $"[{++_finished}/{count}] {step.Title} — {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
    };

    static void RunAll(IReadOnlyList<Step> apart, IReadOnlyList<Step> then, Action failed, Action<Step> run)
    {
        SideBySide(apart, failed, run);
        foreach (var step in then)
            run(step);
    }

    /// <summary>Several steps can fail at once: the one that comes first in the list is told, stops that followed from it are not.</summary>
    static void SideBySide(IReadOnlyList<Step> steps, Action failed, Action<Step> run)
    {
        var faults = new Exception?[steps.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostSideBySide, Environment.ProcessorCount) };
        var heaviestFirst = Enumerable.Range(0, steps.Count).OrderByDescending(i => steps[i].Weight).ToList();
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(heaviestFirst, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), options, (i, loop) =>
        {
            try
            {
                run(steps[i]);
            }
            catch (Exception fault)
            {
                faults[i] = fault;
                loop.Stop();
                failed();
            }
        });
        if ((faults.FirstOrDefault(fault => fault is not (null or OperationCanceledException)) ?? faults.FirstOrDefault(fault => fault is not null)) is { } first)
            ExceptionDispatchInfo.Throw(first);
    }
}
