using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>Housing and place of each foyer, as 1 and 0: a row per foyer.</summary>
sealed class Habitat
{
    /// <summary>1 where RSA and PPA take the housing flat amount in full.</summary>
    public Colonne SansCharge { get; } = new();

    /// <summary>1 where C2S takes a part of a year of flat amount.</summary>
    public Colonne SansChargeC2s { get; } = new();

    /// <summary>1 where RSA and PPA are those of this law.</summary>
    public Colonne Residence { get; } = new();

    /// <summary>1 where the overseas increase of C2S applies.</summary>
    public Colonne OutreMer { get; } = new();

    /// <summary>Reads a batch.</summary>
    public void Lire(FoyerColumns foyers)
    {
        var situations = foyers.Situations;
        var sansCharge = SansCharge.Prepare(situations.Length).Lignes;
        var sansChargeC2s = SansChargeC2s.Prepare(situations.Length).Lignes;
        var residence = Residence.Prepare(situations.Length).Lignes;
        var outreMer = OutreMer.Prepare(situations.Length).Lignes;
        for (var foyer = 0; foyer < situations.Length; foyer++)
        {
            ref readonly var situation = ref situations[foyer];
            sansCharge[foyer] = s_sansCharge[Index(situation.Logement, situation.PaieUnLoyer)];
            sansChargeC2s[foyer] = s_sansChargeC2s[(int)situation.Logement];
            residence[foyer] = s_residence[(int)situation.Zone];
            outreMer[foyer] = s_outreMer[(int)situation.Zone];
        }
    }

    // One entry per housing, or per zone: a table costs less than a choice that changes from foyer to foyer.
    static readonly double[] s_sansCharge = [.. Enum.GetValues<Logement>().SelectMany(housing => (double[])[Un(LogeSansCharge(housing, false)), Un(LogeSansCharge(housing, true))])];
    static readonly double[] s_sansChargeC2s = [.. Enum.GetValues<Logement>().Select(housing => Un(LogeSansChargeC2s(housing)))];
    static readonly double[] s_residence = [.. Enum.GetValues<Zone>().Select(zone => Un(ResidenceEnFrance(zone)))];
    static readonly double[] s_outreMer = [.. Enum.GetValues<Zone>().Select(zone => Un(zone is Zone.Dom or Zone.Mayotte))];

    /// <summary>An owner without instalments, or somebody housed free; housing that is not known counts as such, the cautious default.</summary>
    [Article("R262-9 CASF")]
    [Article("R844-3 CSS")]
    static bool LogeSansCharge(Logement housing, bool paieUnLoyer) => housing switch
    {
        Logement.Proprietaire or Logement.Accedant => !paieUnLoyer,
        Logement.Gratuit or Logement.Inconnu => true,
        _ => false,
    };

    /// <summary>Owners and those housed free, with a contribution or not.</summary>
    [Article("R861-5 CSS")]
    static bool LogeSansChargeC2s(Logement housing)
        => housing is Logement.Proprietaire or Logement.Gratuit or Logement.GratuitAvecParticipation or Logement.Inconnu;

    /// <summary>RSA and PPA are those of metropolitan France and of the overseas departments; elsewhere the law is another, or there is no right.</summary>
    [Article("L262-2 CASF")]
    [Article("L842-2 CSS")]
    static bool ResidenceEnFrance(Zone zone) => zone is not (Zone.Mayotte or Zone.Collectivite or Zone.Etranger);

    static int Index(Logement housing, bool paieUnLoyer) => (2 * (int)housing) + (paieUnLoyer ? 1 : 0);

    static double Un(bool yes) => yes ? 1 : 0;
}
