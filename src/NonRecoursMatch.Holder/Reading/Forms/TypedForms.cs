using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>How a file that has types writes the values of a field.</summary>
static class TypedForms
{
    const string Iso = "AAAA-MM-JJ";

    static readonly KeyValuePair<string, string>[] s_truth = [new("true", "O"), new("false", "N")];

    /// <summary>The form of a column; null where it is that of the format, or the column cannot be of the field: its check says so.</summary>
    public static CellForm? Of(FieldFormat? field, ValueForm form) => (form, field?.Type) switch
    {
        (ValueForm.IsoDate, FieldType.Date) => new DateForm(Iso, isMonth: false, mayHaveMidnight: true),
        (ValueForm.IsoDate, FieldType.Mois) => new DateForm(Iso, isMonth: true, mayHaveMidnight: true),
        (ValueForm.Decimal, FieldType.Montant) => new PointForm(decimals: 2),
        (ValueForm.Decimal, FieldType.Entier) => new PointForm(decimals: 0),
        (ValueForm.Truth, FieldType.OuiNon) => new CodeForm(s_truth, System.Text.Encoding.UTF8.GetBytes),
        _ => null,
    };
}
