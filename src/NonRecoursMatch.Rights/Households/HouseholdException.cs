namespace NonRecoursMatch.Rights.Households;

/// <summary>A household that cannot be computed. Names the field and what was expected, never the value given.</summary>
public sealed class HouseholdException : Exception
{
    /// <summary>States the fault in both languages.</summary>
    /// <param name="field">Where, for example <c>adults[0].wage_net</c>; empty for the whole line.</param>
    public HouseholdException(string field, string fr, string en)
        : base(field.Length == 0 ? en : $"{field}: {en}") => (Field, Fr, En) = (field, fr, en);

    /// <summary>Where.</summary>
    public string Field { get; }

    /// <summary>What is wrong, in French.</summary>
    public string Fr { get; }

    /// <summary>What is wrong, in English.</summary>
    public string En { get; }
}
