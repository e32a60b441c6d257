using System.CommandLine;
using System.Text;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Suggestions;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>validate</c>: what is wrong in an extract, before it is sent, without printing an identity.</summary>
static class ValidateCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var (convention, source, json) = (SharedOptions.Convention(), SharedOptions.Source(), SharedOptions.Json());
        var month = SharedOptions.Month(required: false);
        var report = new Option<string?>("--report") { HelpName = "DIR" };
        var most = new Option<int>("--max-per-code") { DefaultValueFactory = _ => 20, HelpName = "N", CustomParser = SharedOptions.ReadNumber<int> };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number < 0)
                result.AddError(CliTexts.Get("Error.MaxPerCode"));
        });
        var suggest = new Option<bool>("--suggest-mapping");
        var command = new Command("validate")
        {
            files, convention, source, month, report, json, most, suggest,
        };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var library = new Workspace(TimeProvider.System).Library;
            var agreement = AgreementLoader.Load(result.GetRequiredValue(convention), library);
            var chosen = SharedOptions.Find(agreement, result.GetRequiredValue(source));
            var given = result.GetValue(month);
            var paths = result.GetRequiredValue(files).SelectMany(path => Files(path, chosen)).ToList();
            if (result.GetValue(suggest))
            {
                screen.Output.WriteLine(Suggest(new MappingSuggestion(agreement, chosen, screen.Language), paths).TrimEnd());
                return Task.FromResult(ExitCode.Done);
            }

            ValidationReport? made = null;
            new StepDisplay(screen).Run(
            [
                new Step(chosen.Id, report => made = new ExtractValidator(agreement, library, result.GetValue(most))
                    .Validate(chosen, paths, given == default ? null : given, new RowProgress(SourceRows.Of(chosen), report), stop)),
            ]);
            made = made! with { Scope = ExtractScope.Of(chosen.Format, Path.GetDirectoryName(Path.GetFullPath(paths[0]))!) };
            if (result.GetValue(report) is { } folder)
                ReportFiles.Write(folder, made, screen.Language);
            screen.Output.WriteLine((result.GetValue(json) ? Encoding.UTF8.GetString(JsonReport.Render(made, screen.Language)) : TextReport.Render(made, screen.Language)).TrimEnd());
            return Task.FromResult(made.Valid ? ExitCode.Done : ExitCode.No);
        });
        return command;
    }

    static string Suggest(MappingSuggestion suggestion, IReadOnlyList<string> paths)
    {
        try
        {
            return suggestion.Of(paths);
        }
        catch (InvalidDataException noNames)
        {
            throw new CliException(ExitCode.No, CliTexts.Format("Error.SampleWithoutNames", noNames.Message));
        }
        catch (TableFaultException unreadable)
        {
            throw new CliException(ExitCode.No, CliTexts.Format("Error.SampleUnreadable", unreadable.Fault, unreadable.Line));
        }
    }

    /// <summary>The tables in a folder, sub-folders with the name of one included; a folder without any stands for itself, and is then named as one.</summary>
    static IEnumerable<string> Files(string path, Source source)
        => Directory.Exists(path) && TableFiles.In(path, source.Format, source.Mapping) is { Count: > 0 } tables ? tables : [path];
}
