using System.CommandLine;
using System.Globalization;
using System.Text;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Holder.Oppositions;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>opposition</c>: the encrypted register of a body. It is counted, never listed.</summary>
static class OppositionCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("opposition") { Add(terminal), Withdraw(terminal), Show(terminal), Expire(terminal) };

    static Command Add(Func<ParseResult, Terminal> terminal)
    {
        var person = new OwnPersonOptions();
        var scope = new Option<string?>("--scope") { HelpName = "SCOPE" };
        var received = new Option<string?>("--received") { HelpName = "YYYY-MM-DD" };
        var letter = new Option<string?>("--letter") { HelpName = "DIR" };
        var command = new Command("add") { scope, received, letter };
        var register = RegisterOptions.AddTo(command);
        person.AddTo(command);
        command.Validators.Add(result =>
        {
            if (OppositionScope.Read(Encoding.UTF8.GetBytes(result.GetValue(scope) ?? OppositionScope.All)) == 0)
                result.AddError(CliTexts.Get("Error.Scope"));
            if (result.GetValue(received) is { } text && (ReadDay(text) is not { } day || day > OwnRegisters.Clock))
                result.AddError(CliTexts.Get("Error.Received"));
        });
        command.SetAction(result =>
        {
            var opened = register.Open(result);
            using var secret = opened.Secret;
            var forms = new OppositionForms(opened.Agreement, opened.Source, opened.Workspace.Library, OwnRegisters.Clock);
            var oppositions = forms.Name(person.FileOf(result) is { } file
                ? forms.Read(file)
                : [RegisteredOpposition.ByReference(person.ReferenceOf(result)!, result.GetValue(scope) ?? OppositionScope.All, ReadDay(result.GetValue(received)) ?? OwnRegisters.Clock)]);
            var letters = result.GetValue(letter) is { } folder ? Letters(opened, folder, oppositions) : [];
            RegistrationCounts? counts = null;
            OppositionRegister.Change(opened.Path, secret, opened.Source.Id, OwnRegisters.Clock, kept => (counts = kept.Add(oppositions)) is not { Added: 0, Renewed: 0 });
            foreach (var (path, text) in letters)
                AtomicFile.WriteText(path, text);
            var screen = terminal(result);
            screen.Output.WriteLine(CliTexts.Format("Opposition.Added", counts!.Added, counts.Renewed, counts.AlreadyThere));
            foreach (var (path, _) in letters)
                screen.Output.WriteLine(CliTexts.Format("Opposition.LetterAt", path));
            screen.Output.WriteLine(CliTexts.Format("Opposition.Kept", opened.Path));
            return ExitCode.Done;
        });
        return command;
    }

    static Command Withdraw(Func<ParseResult, Terminal> terminal)
    {
        var person = new OwnPersonOptions();
        var command = new Command("withdraw");
        var register = RegisterOptions.AddTo(command);
        person.AddTo(command);
        command.SetAction(result =>
        {
            var opened = register.Open(result);
            using var secret = opened.Secret;
            var forms = new OppositionForms(opened.Agreement, opened.Source, opened.Workspace.Library, OwnRegisters.Clock);
            var persons = person.FileOf(result) is { } file ? forms.Read(file) : [RegisteredOpposition.ByReference(person.ReferenceOf(result)!, OppositionScope.All, OwnRegisters.Clock)];
            var gone = 0;
            OppositionRegister.Change(opened.Path, secret, opened.Source.Id, OwnRegisters.Clock, kept => (gone = kept.Withdraw(persons)) > 0);
            terminal(result).Output.WriteLine(CliTexts.Format("Opposition.Withdrawn", gone));
            return gone > 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static Command Show(Func<ParseResult, Terminal> terminal)
    {
        var json = SharedOptions.Json();
        var command = new Command("show") { json };
        var register = RegisterOptions.AddTo(command);
        command.SetAction(result =>
        {
            var opened = register.Open(result);
            using var secret = opened.Secret;
            if (!File.Exists(opened.Path))
                throw new FileNotFoundException(opened.Path);
            var counts = OppositionCounts.Of(OppositionRegister.Open(opened.Path, secret, opened.Source.Id, OwnRegisters.Clock), opened.Agreement.Retention.OppositionsMonths, OwnRegisters.Clock);
            var output = terminal(result).Output;
            if (result.GetValue(json))
                output.WriteLine(counts.Json().ToJsonString(Readable.Json));
            else
                counts.Write(output);
            return ExitCode.Done;
        });
        return command;
    }

    static Command Expire(Func<ParseResult, Terminal> terminal)
    {
        var apply = new Option<bool>("--apply");
        var command = new Command("expire") { apply };
        var register = RegisterOptions.AddTo(command);
        command.SetAction(result =>
        {
            var opened = register.Open(result);
            using var secret = opened.Secret;
            if (!File.Exists(opened.Path))
                throw new FileNotFoundException(opened.Path);
            var (gone, really) = (0, result.GetValue(apply));
            OppositionRegister.Change(opened.Path, secret, opened.Source.Id, OwnRegisters.Clock, kept => (gone = kept.Expire(opened.Agreement.Retention.OppositionsMonths, OwnRegisters.Clock)) > 0 && really);
            terminal(result).Output.WriteLine(CliTexts.Format(really ? "Opposition.Expired" : "Opposition.WouldExpire", gone, opened.Agreement.Retention.OppositionsMonths));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>One acknowledgement for each scope and day: it names nobody, the body adds name and address.</summary>
    static List<(string Path, string Text)> Letters(OpenedRegister opened, string folder, IEnumerable<RegisteredOpposition> oppositions)
    {
        OutputFolder.Require(folder);
        return
        [
            .. oppositions.Select(opposition => (opposition.Portee, opposition.RecueLe)).Distinct().Order()
                .Select(one => (Path.GetFullPath(Path.Combine(folder, $"accuse-{one.RecueLe}-{one.Portee}.txt")), OppositionLetter.Text(opened.Agreement, opened.Source, one.Portee, ReadDay(one.RecueLe)!.Value))),
        ];
    }

    static DateOnly? ReadDay(string? text)
        => DateOnly.TryParseExact(text, RegisteredOpposition.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
