using System.Text;

namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>Codes of a partner, each with that of the format. A code that is not listed is not guessed, even where the format has the same one.</summary>
/// <param name="codes">Code of the partner -> code of the format.</param>
/// <param name="encode">Bytes of a text in the encoding of the file.</param>
sealed class CodeForm(IEnumerable<KeyValuePair<string, string>> codes, Func<string, byte[]> encode) : CellForm
{
    readonly (byte[] Written, byte[] Read)[] _codes = [.. codes.Select(code => (encode(code.Key), Encoding.UTF8.GetBytes(code.Value)))];

    public override bool TryRead(ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> value)
    {
        foreach (var (written, read) in _codes)
        {
            if (cell.SequenceEqual(written))
            {
                value = read;
                return true;
            }
        }

        value = cell;
        return false;
    }
}
