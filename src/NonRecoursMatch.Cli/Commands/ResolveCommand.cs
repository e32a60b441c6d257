using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>resolve</c>: a recipient reopens its own people and gets the workbook to contact them.</summary>
static class ResolveCommand
{
    const string Utf8 = "utf-8";

    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var lists = new Argument<string[]>("LIST") { Arity = ArgumentArity.OneOrMore };
        var extracts = Several("--with", "EXTRACT", required: true);
        var tables = Several("--handles", "FILE", required: true);
        var secrets = Several("--secret", "REF", required: true);
        var passphrases = SharedOptions.Passphrases();
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var history = Several("--history", "DIR", required: false);
        var household = new Option<bool>("--household");
        var capacity = new Option<int?>("--capacity") { HelpName = "N", CustomParser = result => SharedOptions.ReadNumber<int>(result) };
        capacity.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError(CliTexts.Get("Error.Capacity"));
        });
        var encoding = new Option<string>("--encoding") { HelpName = "NAME", DefaultValueFactory = _ => Utf8 };
        encoding.AcceptOnlyFromAmong(Utf8, "windows-1252", "iso-8859-15");
        var convention = new Option<string?>("--convention") { HelpName = "PATH" };
        var command = new Command("resolve")
        {
            lists, extracts, tables, secrets, passphrases, output, history, household, capacity, encoding, convention,
        };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var path = Path.GetFullPath(result.GetRequiredValue(output));
            Require(path);
            var keys = new List<HolderSecret>();
            try
            {
                var access = SharedOptions.Keys(result, passphrases);
                foreach (var reference in result.GetRequiredValue(secrets))
                {
                    // In force or not: a secret that was rotated still opens what was made with it.
                    using var file = access.Open(reference);
                    keys.Add(file.OpenSecret());
                }

                var files = new OwnFiles(
                    result.GetRequiredValue(lists), result.GetRequiredValue(extracts), result.GetRequiredValue(tables), keys, result.GetValue(history) ?? [], result.GetRequiredValue(encoding), result.GetValue(household))
                {
                    Agreement = result.GetValue(convention) is { } agreement ? AgreementLoader.Load(agreement, new Workspace(TimeProvider.System).Library) : null,
                };
                Run(screen, files, path, result.GetValue(capacity) ?? int.MaxValue, stop);
                return Task.FromResult(ExitCode.Done);
            }
            finally
            {
                keys.ForEach(key => key.Dispose());
            }
        });
        return command;
    }

    static void Run(Terminal screen, OwnFiles files, string path, int capacity, CancellationToken stop)
    {
        var manifests = OwnList.Manifests(files.Lists);
        var about = manifests[0];
        var words = Words(about);
        using var list = OwnList.Open(files, manifests, new Workspace(TimeProvider.System).Library, words, Today(about), stop);
        var texts = new ContactTexts(about.Language);
        var letter = HandOver.PathBeside(path);
        var counts = new ContactWorkbook(list, texts, words, files.Household, capacity).Write(path, stop);
        AtomicFile.WriteText(letter, HandOver.Text(about, texts, counts, path));
        list.WriteTrace(path, OwnRegisters.Clock);
        if (list.Recalled.Persons.Count > 0)
            list.Recalled.Write(RecalledPersons.PathBeside(path));
        ContactText.Write(screen, about, counts, list.HistoryCount, path, letter);
        ContactText.WriteRecall(screen, list.Recalled, RecalledPersons.PathBeside(path));
    }

    static ContactWords Words(DeliveredManifest about)
    {
        var outcomes = ListWords.OutcomesIn(about.Language);
        return new ContactWords(
            new FollowUpVocabulary(ListWords.Outcomes, ListWords.AllBenefits), [.. outcomes.Select(outcome => outcome.Value)], outcomes.ToDictionary(StringComparer.Ordinal), ListWords.NoLetter);
    }

    /// <summary>As in an agreement: test data do not grow old.</summary>
    static DateOnly Today(DeliveredManifest about)
        => about.Test ? about.Month.AddMonths(1).LastDay : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>A workbook may hold answers that were typed since: it is never written over.</summary>
    static void Require(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.WorkbookThere", path));
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new CliException(ExitCode.Usage, CliTexts.Format("Error.NotXlsx", path));
        OutputFolder.Require(Path.GetDirectoryName(path)!);
    }

    static Option<string[]> Several(string name, string placeholder, bool required)
        => new(name) { HelpName = placeholder, Required = required, AllowMultipleArgumentsPerToken = true };
}
