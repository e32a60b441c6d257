using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Synthetic.Agreements;

/// <summary>Who is contacted first, per benefit, in generated agreements.</summary>
internal static class ContactOrders
{
    /// <summary>C2S: the usual order.</summary>
    public static IReadOnlyList<SourceKind> C2s { get; } = [SourceKind.Cpam, SourceKind.Msa, SourceKind.Caf, SourceKind.Ccas, SourceKind.Bailleur];

    /// <summary>ASPA: a local choice that makes the three disclosure levels appear.</summary>
    public static IReadOnlyList<SourceKind> Aspa { get; } = [SourceKind.Ccas, SourceKind.Bailleur, SourceKind.Carsat, SourceKind.Msa];

    /// <summary>RSA and prime d'activité: the payer of the dossier first.</summary>
    public static IReadOnlyList<SourceKind> Rsa { get; } = [SourceKind.Caf, SourceKind.Msa, SourceKind.Ccas, SourceKind.Bailleur];

    /// <summary>As the agreement writes it.</summary>
    public static string Text(IReadOnlyList<SourceKind> order) => $"[{string.Join(", ", order.Select(kind => kind.ToString().ToLowerInvariant()))}]";
}
