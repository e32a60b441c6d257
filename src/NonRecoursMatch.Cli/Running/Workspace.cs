using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What most commands start from: the reference data beside the program, an agreement, a month.</summary>
sealed class Workspace(TimeProvider clock)
{
    readonly Lazy<RightsParameters> _parameters = new(() => RightsParameters.Load(Path.Combine(AppContext.BaseDirectory, "conventions", "rights")));

    /// <summary>Formats, territories, communes.</summary>
    public ConventionLibrary Library { get; } = ConventionLibrary.Open();

    /// <summary>Dated parameters of the law.</summary>
    public RightsParameters Parameters => _parameters.Value;

    /// <summary>Reads an agreement and refuses a month that it does not allow.</summary>
    /// <exception cref="AgreementException">Invalid, expired, or month outside the window.</exception>
    public Agreement Open(string path, YearMonth month)
    {
        var agreement = AgreementLoader.Load(path, Library);
        AgreementException.ThrowIfAny(agreement.Path, agreement.CheckMonth(month, Today(agreement, month)));
        return agreement;
    }

    /// <summary>The day that counts as today.</summary>
    public DateOnly Today(Agreement agreement, YearMonth month) => agreement.Today(month, clock);

    /// <summary>Where the result of a month goes, and is looked for, unless told otherwise.</summary>
    public static string DefaultOutput(Agreement agreement, YearMonth month) => Path.Combine("out", agreement.Id, month.ToString());

    /// <summary>The folder of an agreement file: references in it are relative to this folder.</summary>
    public static string FolderOf(Agreement agreement) => Path.GetDirectoryName(agreement.Path)!;
}
