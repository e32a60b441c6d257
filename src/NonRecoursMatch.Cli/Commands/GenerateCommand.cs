using System.CommandLine;
using System.Text;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>generate</c>: a territory of invented people that <c>run</c> accepts as it is.</summary>
static class GenerateCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var territory = new Argument<string>("TERRITORY");
        var persons = new Option<long>("--persons") { HelpName = "N", Required = true, CustomParser = SharedOptions.ReadNumber<long> };
        var seed = new Option<ulong>("--seed") { HelpName = "S", Required = true, CustomParser = SharedOptions.ReadNumber<ulong> };
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var noise = new Option<double>("--noise") { DefaultValueFactory = _ => 1, HelpName = "X", CustomParser = SharedOptions.ReadNumber<double> };
        var month = SharedOptions.Month(required: false);
        var since = new Option<YearMonth>("--since") { HelpName = "YYYY-MM", CustomParser = month.CustomParser };
        var command = new Command("generate")
        {
            territory, persons, seed, output, noise, month, since,
        };
        command.SetAction((result, stop) =>
        {
            var folder = Path.GetFullPath(result.GetRequiredValue(output));
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.NotEmpty", folder));
            OutputFolder.Require(Path.GetDirectoryName(folder)!);
            var chosen = result.GetValue(month) is var given && given == default ? GenerationOptions.DefaultMonth : given;
            var drawn = result.GetValue(since);
            var options = new GenerationOptions(
                result.GetRequiredValue(territory), result.GetRequiredValue(persons), result.GetRequiredValue(seed), folder,
                chosen, result.GetValue(noise), drawn == default ? null : drawn);
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
            new Step(CliTexts.Get("Generate.Step"), report => made = SyntheticTerritory.Generate(
                options, new Workspace(TimeProvider.System).Library, TestKeys, new Progress(report), stop)),
        ]);
        terminal.Output.WriteLine(CliTexts.Format("Generate.Done", made!.Territory, made.Persons, made.Households, options.Output));
    }

    /// <summary>Writes the marked test keys, derived from public labels, and names persons as the holders will.</summary>
    static HandleOf TestKeys(string folder, string convention, YearMonth month, IReadOnlyList<string> sources)
    {
        var created = month.FirstDay;
        using (var root = KeyFile.CreateTest(KeyKind.Root, created, convention + "|racine"))
            root.Save([Path.Combine(folder, "racine.json")]);
        var makers = sources.ToDictionary(source => source, source =>
        {
            using var file = KeyFile.CreateTest(KeyKind.Secret, created, convention + "|" + source);
            file.Save([Path.Combine(folder, $"secret-{source}.json")]);
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
