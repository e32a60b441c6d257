using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What a month is asked to be.</summary>
/// <param name="OutFolder">Where the first result goes; revisions go beside it.</param>
/// <param name="Key">Reference of the campaign root.</param>
/// <param name="Keys">Opens the keys.</param>
sealed record MonthRequest(string OutFolder, string Key, KeyAccess Keys)
{
    /// <summary>Sources declared absent.</summary>
    public Absences Absences { get; init; } = Absences.None;

    /// <summary>Sources whose large loss of persons was checked with the body.</summary>
    public IReadOnlyList<string> Confirmed { get; init; } = [];

    /// <summary>Where the bodies' registers are; null for beside the agreement.</summary>
    public string? Registers { get; init; }

    /// <summary>Reference of the identity that signs the result; null for a key of this run alone.</summary>
    public string? Identity { get; init; }

    /// <summary>Path of the report of the month before, for this one to compare with; null without one.</summary>
    public string? Before { get; init; }

    /// <summary>Whether to keep the finished steps of an interrupted run.</summary>
    public bool Resume { get; init; }
}

/// <summary>What a month became.</summary>
/// <param name="Folder">Its result.</param>
/// <param name="Revision">Its number.</param>
/// <param name="Unchanged">Whether it was there already: nothing was computed.</param>
sealed record MonthResult(string Folder, int Revision, bool Unchanged);
