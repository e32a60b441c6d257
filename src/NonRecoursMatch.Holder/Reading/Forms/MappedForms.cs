using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Mappings;

namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>How a partner writes the values of a field, by its mapping.</summary>
static class MappedForms
{
    /// <summary>The form; null where it is that of the format.</summary>
    public static CellForm? Of(FieldFormat field, SourceMapping mapping, TableMapping? table, Func<string, byte[]> encode)
    {
        if (table?.Codes.TryGetValue(field.Name, out var codes) == true)
            return new CodeForm(codes, encode);
        return field.Type switch
        {
            FieldType.Date when mapping.Dates is { } pattern => new DateForm(pattern, isMonth: false),
            FieldType.Mois when mapping.Months is { } pattern => new DateForm(pattern, isMonth: true),
            FieldType.Montant when mapping.Amounts == AmountForm.Point => new PointForm(decimals: 2),
            FieldType.Montant when mapping.Amounts == AmountForm.Centimes => new CentsForm(),
            _ => null,
        };
    }
}
