using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>A body that holds a person, and under which handle.</summary>
struct Holding
{
    /// <summary>Position of the source in the agreement.</summary>
    public int Source;

    /// <summary>Whether the person is known there by an identity token only.</summary>
    public bool Weak;

    /// <summary>Its own handle.</summary>
    public Key128 Poignee;
}
