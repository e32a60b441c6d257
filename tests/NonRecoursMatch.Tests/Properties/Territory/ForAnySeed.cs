using FsCheck;
using FsCheck.Fluent;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>Runs a property over random seeds; each case writes extracts and packages, so there are few of them, each with many residents.</summary>
static class ForAnySeed
{
    public static void Check(int cases, Action<int> property)
        => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
