using System.Globalization;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Two persons who have nothing in common: no initial, no sound, no part of a birth date, no place.</summary>
static class Strangers
{
    static readonly string[][] s_surnames = [["ANDRE", "BOUCHET", "DA COSTA-LIMA", "FOUGERES", "GUILLOU"], ["MARTINEAU", "NGUYEN", "PERRIN", "ROLLAND-TESSIER", "VASSEUR"]];
    static readonly string[][] s_givenNames = [["Claire", "Jean-Hubert", "Irène Edith", "Killian Jules", "Elodie"], ["Solène", "Thomas", "Zacharie Quentin", "Odile", "Wendy Ursula"]];
    static readonly string[][] s_communes = [["35238", "35047", "99352", "PONDICHERY"], ["29019", "56260", "75056", "97411"]];

    public static (Persona One, Persona Other) Draw(System.Random random) => (Draw(random, 0), Draw(random, 1));

    static Persona Draw(System.Random random, int half) => new(
        Of(random, s_surnames[half]),
        Of(random, s_givenNames[half]),
        string.Create(CultureInfo.InvariantCulture, $"{1 + half + (2 * random.Next(14)):00}/{1 + half + (2 * random.Next(6)):00}/{1930 + half + (2 * random.Next(40))}"),
        half == 0 ? "M" : "F",
        Of(random, s_communes[half]),
        Of(random, s_communes[half]),
        random.Next(2) == 0 ? "" : Of(random, s_surnames[half]));

    static string Of(System.Random random, string[] values) => values[random.Next(values.Length)];
}
