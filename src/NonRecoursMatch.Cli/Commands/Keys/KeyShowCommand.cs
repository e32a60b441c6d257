using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key show</c>: what may be said of a key, or the public vectors.</summary>
static class KeyShowCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var reference = new Argument<string?>("REF") { Arity = ArgumentArity.ZeroOrOne };
        var vectors = new Option<bool>("--vectors");
        var convention = new Option<string?>("--convention") { HelpName = "PATH" };
        var (month, passphrases, json) = (SharedOptions.Month(required: false), SharedOptions.Passphrases(), SharedOptions.Json());
        var command = new Command("show") { reference, passphrases, vectors, convention, month, json };
        command.SetAction(result =>
        {
            if (result.GetValue(vectors))
            {
                WriteVectors(terminal(result), result.GetValue(json));
                return;
            }

            var chosen = result.GetValue(reference) ?? throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyShowNothing"));
            using var key = SharedOptions.Keys(result, passphrases).Open(chosen);
            KeyText.Write(terminal(result), KeyFacts.Of(key, Domain(result.GetValue(convention), result.GetValue(month))), result.GetValue(json));
        });
        return command;
    }

    static CampaignDomain? Domain(string? convention, YearMonth month)
    {
        if (convention is null)
            return null;
        if (month == default)
            throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyShowMonth"));
        var agreement = AgreementLoader.Load(convention, new Workspace(TimeProvider.System).Library);
        return new CampaignDomain(agreement.Id, month, agreement.Territory.Code ?? "");
    }

    static void WriteVectors(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Output.Write(VectorsJson.Text());
            return;
        }

        foreach (var vector in SyntheticIdentities.Vectors())
            terminal.Output.WriteLine($"{vector.Kind}\t{vector.KindKey}\t{vector.Canonical}\t{vector.Token}");
    }
}
