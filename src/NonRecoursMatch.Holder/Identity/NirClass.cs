namespace NonRecoursMatch.Holder.Identity;

/// <summary>What a NIR cell is worth.</summary>
public enum NirClass
{
    /// <summary>The cell is empty.</summary>
    Absent,

    /// <summary>15 characters, right key.</summary>
    Valid,

    /// <summary>13 characters: the key was not sent.</summary>
    KeyAbsent,

    /// <summary>15 characters, wrong key: no strong token.</summary>
    KeyWrong,

    /// <summary>
    /// A number in waiting (NIA, first character 3, 4, 7 or 8). Its key, when present, is right. It gives a token, but may change when the
    /// identity is certified: counted, never guessed.
    /// </summary>
    Provisional,

    /// <summary>Not the form of a NIR.</summary>
    Malformed,
}
