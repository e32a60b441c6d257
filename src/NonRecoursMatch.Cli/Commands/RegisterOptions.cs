using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>A register and what opens it.</summary>
/// <param name="Workspace">Reference data.</param>
/// <param name="Agreement">Agreement.</param>
/// <param name="Source">The source whose register it is.</param>
/// <param name="Secret">The body's secret, for the caller to dispose.</param>
/// <param name="Path">The file.</param>
sealed record OpenedRegister(Workspace Workspace, Agreement Agreement, Source Source, HolderSecret Secret, string Path);

/// <summary>The options of every command on a register.</summary>
sealed class RegisterOptions
{
    readonly Option<string> _convention = SharedOptions.Convention();
    readonly Option<string> _source = SharedOptions.Source();
    readonly Option<string> _secret = new("--secret") { HelpName = "REF", Required = true };
    readonly Option<string[]> _passphrases = SharedOptions.Passphrases();
    readonly Option<string?> _registers = SharedOptions.Registers();

    /// <summary>Adds them.</summary>
    public static RegisterOptions AddTo(Command command)
    {
        var options = new RegisterOptions();
        command.Options.Add(options._convention);
        command.Options.Add(options._source);
        command.Options.Add(options._secret);
        command.Options.Add(options._passphrases);
        command.Options.Add(options._registers);
        return options;
    }

    /// <summary>Opens the agreement and the secret; an agreement whose window has ended still has oppositions to honour.</summary>
    public OpenedRegister Open(ParseResult result)
    {
        var workspace = new Workspace(TimeProvider.System);
        var agreement = AgreementLoader.Load(result.GetRequiredValue(_convention), workspace.Library);
        var source = SharedOptions.Find(agreement, result.GetRequiredValue(_source));
        var path = new OwnRegisters(agreement, result.GetValue(_registers)).OppositionsOf(source);
        // In force or not: what was kept under a secret that was rotated still counts.
        using var file = SharedOptions.Keys(result, _passphrases).Open(result.GetRequiredValue(_secret));
        return new OpenedRegister(workspace, agreement, source, file.OpenSecret(), path);
    }
}
