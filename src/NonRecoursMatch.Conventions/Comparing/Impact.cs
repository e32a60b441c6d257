namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>What a difference means to the team that makes the extract.</summary>
public enum Impact
{
    /// <summary>An extract that was accepted may be refused, or lose rows: the export must change.</summary>
    Breaking,

    /// <summary>Nothing is refused, but what the extract means or who reads it changes: somebody must look at it.</summary>
    Review,

    /// <summary>An extract that was accepted still is.</summary>
    Compatible,
}
