using System.Text;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>A nomenclature read from the bytes of a column, without making texts: a few codes, the most frequent first. An unknown code is the default value.</summary>
sealed class CodeTable<T>
{
    readonly (byte[] Code, T Value)[] _codes;
    readonly T _unknown;

    public CodeTable(T unknown, params (string Codes, T Value)[] codes)
    {
        _unknown = unknown;
        _codes = [.. codes.SelectMany(one => one.Codes.Split(' ').Select(code => (Encoding.ASCII.GetBytes(code), one.Value)))];
    }

    /// <summary>The value of a cell; the unknown one where the column is not shipped or the cell is empty.</summary>
    public T Of(Column? column, int row)
    {
        if (column is null || column.IsNull(row))
            return _unknown;
        var text = column.Text(row);
        foreach (var (code, value) in _codes)
        {
            if (text.SequenceEqual(code))
                return value;
        }

        return _unknown;
    }
}
