using System.CommandLine;
using NonRecoursMatch.Cli.Commands.Keys;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>All the commands, in the order of the monthly cycle.</summary>
static class CommandSet
{
    /// <summary>Adds them to the root.</summary>
    /// <param name="root">The root command.</param>
    /// <param name="terminal">Makes the terminal once the language is known.</param>
    public static void AddTo(RootCommand root, Func<ParseResult, Terminal> terminal)
    {
        root.Subcommands.Add(RunCommand.Create(terminal));
        root.Subcommands.Add(StatusCommand.Create(terminal));
        root.Subcommands.Add(ConventionCommands.Create(terminal));
        root.Subcommands.Add(ValidateCommand.Create(terminal));
        root.Subcommands.Add(PseudonymizeCommand.Create(terminal));
        root.Subcommands.Add(MatchCommand.Create(terminal));
        root.Subcommands.Add(ResolveCommand.Create(terminal));
        root.Subcommands.Add(OutcomeCommands.Create(terminal));
        root.Subcommands.Add(EvaluationCommands.Create(terminal));
        root.Subcommands.Add(IncidentCommands.Create(terminal));
        root.Subcommands.Add(OppositionCommands.Create(terminal));
        root.Subcommands.Add(PurgeCommand.Create(terminal));
        root.Subcommands.Add(AuditCommands.Create(terminal));
        root.Subcommands.Add(WatchCommand.Create(terminal));
        root.Subcommands.Add(SealCommands.Seal(terminal));
        root.Subcommands.Add(SealCommands.Open(terminal));
        root.Subcommands.Add(KeyCommands.Create(terminal));
        root.Subcommands.Add(RightsCommands.Create(terminal));
        root.Subcommands.Add(LinkageCommands.Create(terminal));
        root.Subcommands.Add(GenerateCommand.Create(terminal));
        root.Subcommands.Add(TruthCommands.Create(terminal));
    }
}
