using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Synthetic.Agreements;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>What the truth calls the subject of a row, and who objects to it or hears of it.</summary>
internal static class SubjectWords
{
    static readonly IReadOnlyList<SourceKind> _ccas = [SourceKind.Ccas];

    /// <summary>Name in <c>truth/</c>.</summary>
    public static string Of(Sujet subject) => subject switch
    {
        Sujet.C2s => "c2s",
        Sujet.Aspa => "aspa",
        Sujet.Rsa => "rsa",
        Sujet.Ppa => "ppa",
        Sujet.DeclarationRsa => "declaration_rsa",
        Sujet.DeclarationPpa => "declaration_ppa",
        _ => "inconnu_des_caisses",
    };

    /// <summary>Bit in an opposition mask; 0 where only an opposition to everything removes the row.</summary>
    public static int Bit(Sujet subject) => subject switch
    {
        Sujet.C2s => 1,
        Sujet.Aspa => 2,
        Sujet.Rsa or Sujet.DeclarationRsa => 4,
        Sujet.Ppa or Sujet.DeclarationPpa => 8,
        _ => 0,
    };

    /// <summary>Contact order. A declaration concerns its payer alone.</summary>
    public static IReadOnlyList<SourceKind> ContactOrder(Sujet subject) => subject switch
    {
        Sujet.C2s => ContactOrders.C2s,
        Sujet.Aspa => ContactOrders.Aspa,
        Sujet.Rsa or Sujet.Ppa => ContactOrders.Rsa,
        Sujet.InconnuDesCaisses => _ccas,
        _ => [],
    };
}
