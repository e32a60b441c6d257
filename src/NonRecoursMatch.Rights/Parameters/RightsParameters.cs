namespace NonRecoursMatch.Rights.Parameters;

/// <summary>The dated values of the law, read from <c>conventions/rights/parameters/**.yaml</c>.</summary>
public sealed class RightsParameters
{
    /// <summary>Reads every parameter file below <paramref name="directory"/>.</summary>
    public static RightsParameters Load(string directory) => throw new NotSupportedException(directory);
}
