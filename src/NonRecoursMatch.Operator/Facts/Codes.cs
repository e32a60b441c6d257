using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>The nomenclatures of the extracts (conventions/extracts) read into the engine's terms. An unknown code is "not known".</summary>
static class Codes
{
    public static DossierRole Role(string? code) => code switch
    {
        "DEM" => DossierRole.Demandeur,
        "CJT" => DossierRole.Conjoint,
        "ENF" => DossierRole.Enfant,
        "AUT" => DossierRole.Autre,
        _ => DossierRole.Unknown,
    };

    /// <summary>CNAF SITFAM: declared alone, or in a couple whose partner is not named by the code itself.</summary>
    public static Situation Situation(string? code) => code switch
    {
        "CEL" or "DIV" or "SEF" or "SEL" or "VEU" or "ISO" => Rights.Aspa.Situation.Seul,
        "MAR" or "PAC" or "VIM" => Rights.Aspa.Situation.CoupleConjointInconnu,
        _ => Rights.Aspa.Situation.Unknown,
    };

    public static Nationality Nationality(string? code) => code switch
    {
        "F" => Rights.Aspa.Nationality.French,
        "E" => Rights.Aspa.Nationality.Eea,
        "A" => Rights.Aspa.Nationality.Other,
        _ => Rights.Aspa.Nationality.Unknown,
    };

    /// <summary>CNAF ETATDOSRSA.</summary>
    public static RsaState Rsa(string? code) => code switch
    {
        "0" => RsaState.Pending,
        "1" => RsaState.Refused,
        "2" => RsaState.Paid,
        "3" or "4" => RsaState.Suspended,
        "5" or "6" => RsaState.Closed,
        _ => RsaState.Unknown,
    };

    public static C2sState C2s(string? code) => code switch
    {
        "N" => C2sState.None,
        "G" => C2sState.Free,
        "P" => C2sState.Contributive,
        _ => C2sState.Unknown,
    };

    public static AspaState Aspa(string? code) => code switch
    {
        "O" => AspaState.Paid,
        "N" => AspaState.None,
        "D" => AspaState.Pending,
        "R" => AspaState.Refused,
        _ => AspaState.Unknown,
    };

    public static Ternary YesNo(string? code) => code switch
    {
        "O" => Ternary.Yes,
        "N" => Ternary.No,
        _ => Ternary.Unknown,
    };

    public static Ternary InFrance(string? country) => country switch
    {
        null => Ternary.Unknown,
        "FR" => Ternary.Yes,
        _ => Ternary.No,
    };

    /// <summary>Benefits whose amount depends on who lives in the foyer: a divergence on it is not exploited while one is paid (I4).</summary>
    public static bool DependsOnComposition(string? prestation)
        => prestation is "RSA" or "PPA" or "ALF" or "ALS" or "APL" or "ASF" or "AAH";

    /// <summary>Resources of the base of ASPA other than wages, pensions and AAH (CSS L815-9, R815-22 and following).</summary>
    public static bool CountsForAspa(string? nature)
        => nature is "CHOMAGE" or "REVENU_ASSIMILE_ACTIVITE" or "AUTRE_REVENU" or "PENSION_ALIMENTAIRE" or "ASS" or "FORMATION"
            or "CAPITAL" or "FONCIER" or "EXCEPTIONNEL" or "TNS";
}
