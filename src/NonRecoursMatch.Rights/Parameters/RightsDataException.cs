namespace NonRecoursMatch.Rights.Parameters;

/// <summary>The reference data of the rights are faulty, or have no value for the month asked: a fault of configuration, never of a person's data.</summary>
public sealed class RightsDataException : Exception
{
    /// <summary>States what is wrong and where.</summary>
    public RightsDataException(string message)
        : base(message)
    {
    }

    /// <summary>States what is wrong and where, with the cause.</summary>
    public RightsDataException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
