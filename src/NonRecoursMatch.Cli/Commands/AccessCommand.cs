using System.CommandLine;
using System.Text;
using NonRecoursMatch.Cli.Auditing;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>audit access</c>: what a body answers to a person who asks which exchanges concerned them.</summary>
static class AccessCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var folders = new Option<string[]>("--in") { HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true };
        var json = SharedOptions.Json();
        var command = new Command("access") { folders, json };
        var register = RegisterOptions.AddTo(command);
        var person = new OwnPersonOptions();
        person.AddTo(command);
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var opened = register.Open(result);
            using var secret = opened.Secret;
            var forms = new OppositionForms(opened.Agreement, opened.Source, opened.Workspace.Library, OwnRegisters.Clock);
            IReadOnlyList<RegisteredOpposition> asked = person.FileOf(result) is { } file ? forms.Read(file) : [RegisteredOpposition.ByReference(person.ReferenceOf(result)!, OppositionScope.All, OwnRegisters.Clock)];
            if (asked.Count != 1)
                throw new CliException(ExitCode.Usage, CliTexts.Get("Error.OnePerson"));
            var references = forms.ReferencesOf(asked[0]);
            if (references.Count == 0)
                throw new RegisterException(RegisterRefusal.NamesNobody, opened.Source.Id);
            var answer = AccessAnswer.Of(
                opened.Agreement, opened.Source, secret, references, Traces(result.GetRequiredValue(folders), opened, secret),
                OppositionRegister.Open(opened.Path, secret, opened.Source.Id, OwnRegisters.Clock).Entries.Where(entry => OppositionForms.AreSame(entry, asked[0])));
            screen.Output.Write(result.GetValue(json)
                ? Encoding.UTF8.GetString(StableJson.Bytes(answer))
                : AccessText.Of(answer, opened.Source.Name, opened.Agreement.Controllers.Count > 0 ? opened.Agreement.Controllers[0].Dpo : ""));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The traces of this source; a folder may hold those of other sources, which stay closed.</summary>
    /// <exception cref="KeyRefusedException">There are traces, and none is under this secret (77).</exception>
    static List<string> Traces(IEnumerable<string> folders, OpenedRegister opened, HolderSecret secret)
    {
        var all = TraceFolders.Find(folders).ToList();
        if (all.Count == 0)
            throw new FileNotFoundException(string.Join(", ", folders) + " (*" + TraceFile.Extension + ")");
        var own = all.Where(path => TraceFile.IsOf(path, secret, opened.Source.Id)).ToList();
        return own.Count > 0 ? own : throw new KeyRefusedException(KeyRefusal.WrongKey, $"{all[0]} … ({all.Count})");
    }
}
