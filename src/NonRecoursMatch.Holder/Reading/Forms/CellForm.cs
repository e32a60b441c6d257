namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>How a partner, or a typed file, writes the values of one column, and how the format does.</summary>
abstract class CellForm
{
    /// <summary>The value as the format writes it, valid until the next call; false when the cell is not written as declared.</summary>
    /// <param name="cell">Not empty.</param>
    /// <param name="value">The value.</param>
    public abstract bool TryRead(ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> value);
}
