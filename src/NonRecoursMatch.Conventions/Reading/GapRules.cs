using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>What <c>convention new</c> left to be decided: no agreement with such a place is in force, whatever the form expected there.</summary>
static class GapRules
{
    /// <summary>A fault per gap, in the order of the lines.</summary>
    public static IEnumerable<Fault> Gaps(YamlValue value) => value switch
    {
        YamlMap map => map.Entries.SelectMany(entry => Gaps(entry.Value)),
        YamlList list => list.Items.SelectMany(Gaps),
        YamlScalar scalar when Gap.Is(scalar.Text) => [new Fault(FaultCodes.Gap, scalar.Path, scalar.Line, scalar.Column)],
        _ => [],
    };
}
