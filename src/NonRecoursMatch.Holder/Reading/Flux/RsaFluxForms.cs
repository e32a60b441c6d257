using System.Text;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Reading.Forms;

namespace NonRecoursMatch.Holder.Reading.Flux;

/// <summary>
/// How the RSA flux writes the values of <c>caf/allocataires@1</c>: ISO dates, decimal points, its own codes. A nature of resources that is no income of
/// the format (meals, hours, flat-rate estimates, benefits of other bodies) is not translated: its row is an error, not a guess.
/// </summary>
static class RsaFluxForms
{
    const string Iso = "AAAA-MM-JJ";

    static readonly KeyValuePair<string, string>[] s_sexes = [new("1", "M"), new("2", "F")];

    // RDO, who answers for the dossier without being in it, has no role of its own in the format.
    static readonly KeyValuePair<string, string>[] s_roles = [.. ((string[])["DEM", "CJT", "ENF", "AUT"]).Select(role => KeyValuePair.Create(role, role)), new("RDO", "AUT")];

    static readonly KeyValuePair<string, string>[] s_natures =
    [
        .. All("SALAIRE", "001", "003", "005", "007", "200", "215", "405"),
        .. All("CHOMAGE", "009", "010"),
        .. All("IJ_MALADIE", "011", "014"),
        .. All("IJ_AT", "012"),
        .. All("IJ_MATERNITE", "013"),
        .. All("PENSION", "020", "022", "028", "029"),
        .. All("INVALIDITE", "021"),
        .. All("PENSION_ALIMENTAIRE", "026"),
        .. All("FORMATION", "201"),
        .. All("CAPITAL", "043", "044"),
        .. All("FONCIER", "040"),
        .. All("EXCEPTIONNEL", "006", "008"),
        .. All("TNS", "030"),
    ];

    /// <summary>The form of a field; null where the flux writes it as the format does.</summary>
    public static CellForm? Of(FieldFormat field) => (field.Name, field.Type) switch
    {
        (_, FieldType.Date) => new DateForm(Iso, isMonth: false),
        (_, FieldType.Mois) => new DateForm(Iso, isMonth: true),
        (_, FieldType.Montant) => new PointForm(decimals: 2),
        ("sexe", _) => Code(s_sexes),
        ("role", _) => Code(s_roles),
        ("nature", _) => Code(s_natures),
        _ => null,
    };

    static CodeForm Code(KeyValuePair<string, string>[] codes) => new(codes, Encoding.UTF8.GetBytes);

    static IEnumerable<KeyValuePair<string, string>> All(string nature, params string[] codes) => codes.Select(code => KeyValuePair.Create(code, nature));
}
