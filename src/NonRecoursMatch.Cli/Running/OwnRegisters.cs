using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Cli.Running;

/// <summary>The registers that bodies keep beyond a month: by default beside the agreement, so that an opposition once registered cannot be forgotten by an option.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="folder">Where they are; null for the default.</param>
sealed class OwnRegisters(Agreement agreement, string? folder = null)
{
    /// <summary>Name of the folder beside the agreement.</summary>
    public const string DefaultName = "registres";

    readonly string _folder = Path.GetFullPath(folder ?? Path.Combine(Workspace.FolderOf(agreement), DefaultName));

    /// <summary>Day of the machine's clock: registers are of no month, and a test agreement does not stop their time.</summary>
    public static DateOnly Clock => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The opposition register of a source; it may not be there.</summary>
    public string OppositionsOf(Source source) => OppositionRegister.PathIn(_folder, source.Id);

    /// <summary>The oppositions of a source that count for a month, and the number of those that have ended.</summary>
    public RegisteredForMonth Read(Source source, YearMonth month, HolderSecret secret)
    {
        var register = OppositionRegister.Open(OppositionsOf(source), secret, source.Id, Clock);
        var inForce = register.InForce(agreement.Retention.OppositionsMonths, agreement.Today(month, TimeProvider.System));
        return new RegisteredForMonth(inForce, register.Entries.Count - inForce.Count);
    }
}

/// <summary>What a register gives to a month.</summary>
/// <param name="InForce">Oppositions to apply.</param>
/// <param name="Ended">Oppositions past their end: not applied.</param>
sealed record RegisteredForMonth(IReadOnlyList<RegisteredOpposition> InForce, int Ended)
{
    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
