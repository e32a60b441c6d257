namespace NonRecoursMatch.Recipient;

/// <summary>Why a recipient's list was not reopened.</summary>
public enum RecipientRefusal
{
    /// <summary>The list or its manifest is not as the operator made it.</summary>
    AlteredList,

    /// <summary>The last day of the list has passed.</summary>
    Expired,

    /// <summary>Lists, extracts or handles are not of one body, month and agreement.</summary>
    Mismatch,

    /// <summary>A handle of the list is not one of the body's own.</summary>
    ForeignHandle,

    /// <summary>A handle table was altered, or does not open.</summary>
    HandleTable,

    /// <summary>The extract or its oppositions cannot be read, or do not hold a person of the list.</summary>
    Extract,
}

/// <summary>Nothing was reopened. The message names files, lines, bodies and months; never a person.</summary>
public sealed class RecipientException(RecipientRefusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public RecipientRefusal Refusal { get; } = refusal;
}
