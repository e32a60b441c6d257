namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>Twenty thousand persons, generated once for the tests that look at rates and identities.</summary>
public sealed class PopulationFixture : IDisposable
{
    internal Generated Clean { get; } = new(20_000, 11, noise: 0);

    internal Generated Noisy { get; } = new(20_000, 11, noise: 1);

    public void Dispose()
    {
        Clean.Dispose();
        Noisy.Dispose();
    }
}
