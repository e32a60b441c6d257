using System.CommandLine;
using System.Globalization;
using System.Text;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>generate</c>: a territory of invented people that <c>run</c> accepts as it is.</summary>
static class GenerateCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var territory = new Argument<string>("TERRITORY") { Description = "Code or name of a territory of conventions/territories, for example 243500741" };
        var persons = new Option<long>("--persons") { Description = "Number of persons", HelpName = "N", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same files, byte for byte", HelpName = "S", Required = true };
        var output = new Option<string>("--out") { Description = "The folder to create", HelpName = "DIR", Required = true };
        var noise = new Option<double>("--noise") { Description = "Identity errors in the sources: 0 none, 1 usual, up to 10", DefaultValueFactory = _ => 1, HelpName = "X" };
        var month = SharedOptions.Month(required: false);
        var command = new Command("generate", "Generate a synthetic territory: agreement, test key, extracts of the six kinds of body, oppositions, truth.")
        {
            territory, persons, seed, output, noise, month,
        };
        command.SetAction((result, stop) =>
        {
            var folder = Path.GetFullPath(result.GetRequiredValue(output));
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new CliException(ExitCode.CannotCreate, $"{folder} exists and is not empty; choose another folder");
            OutputFolder.Require(Path.GetDirectoryName(folder)!);
            var chosen = result.GetValue(month);
            var options = new GenerationOptions(
                result.GetRequiredValue(territory), result.GetRequiredValue(persons), result.GetRequiredValue(seed), folder,
                chosen == default ? GenerationOptions.DefaultMonth : chosen, result.GetValue(noise));
            Run(terminal(result), options, stop);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static void Run(Terminal terminal, GenerationOptions options, CancellationToken stop)
    {
        GenerationResult? made = null;
        new StepDisplay(terminal).Run(
        [
            (terminal.Say("Territoire synthétique", "Synthetic territory"), report => made = SyntheticTerritory.Generate(
                options, new Workspace(TimeProvider.System).Library, TestKeys, new Progress(report), stop)),
        ]);
        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{made!.Territory}: {made.Persons} {terminal.Say("personnes fictives", "invented persons")}, {made.Households} {terminal.Say("foyers", "households")} -> {options.Output}"));
    }

    /// <summary>Writes the marked test keys, derived from public labels, and names persons as the holders will.</summary>
    static HandleOf TestKeys(string folder, string convention, YearMonth month, IReadOnlyList<string> sources)
    {
        var created = month.FirstDay;
        using (var root = KeyFile.CreateTest(KeyKind.Root, created, convention + "|racine"))
            root.Save(Path.Combine(folder, "racine.json"));
        var makers = sources.ToDictionary(source => source, source =>
        {
            using var file = KeyFile.CreateTest(KeyKind.Secret, created, convention + "|" + source);
            file.Save(Path.Combine(folder, $"secret-{source}.json"));
            using var secret = file.OpenSecret();
            return secret.Handles(source, month);
        }, StringComparer.Ordinal);
        // The truth names persons as the profile does, "p|" first; the handle maker adds that prefix itself.
        return (source, reference) => makers[source].Person(Encoding.UTF8.GetBytes(reference[2..]));
    }

    sealed class Progress(Action<double> report) : IProgress<GenerationProgress>
    {
        public void Report(GenerationProgress value) => report((double)value.Persons / value.Total);
    }
}
