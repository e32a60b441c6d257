namespace NonRecoursMatch.Trust.Purges;

/// <summary>A file that held a key, and was overwritten and removed.</summary>
/// <param name="Fichier">Its name.</param>
/// <param name="Octets">Size overwritten.</param>
/// <param name="Moitie">1 or 2 when it held a half; null when it held the whole key.</param>
public sealed record DestroyedFile(string Fichier, long Octets, int? Moitie);

/// <summary>The proof that a key was destroyed, signed by who destroyed it. It holds nothing that helps to find the key.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Cle">Id of the key.</param>
/// <param name="Type"><c>root</c> or <c>secret</c>; null for bare digits.</param>
/// <param name="Test">Whether it was a test key.</param>
/// <param name="Empreinte">Its check value; null where its file did not state it.</param>
/// <param name="CreeLe">AAAA-MM-JJ.</param>
/// <param name="ActiveLe">AAAA-MM-JJ.</param>
/// <param name="ExpireLe">AAAA-MM-JJ.</param>
/// <param name="RemplaceeLe">AAAA-MM-JJ.</param>
/// <param name="Successeur">Id of the key that had taken its place.</param>
/// <param name="DetruiteLe">RFC 3339, UTC.</param>
/// <param name="Methode">How.</param>
/// <param name="Fichiers">The files.</param>
/// <param name="Signataire">Whom the certificate of the signature names.</param>
/// <param name="Certificat">SHA-256 of that certificate.</param>
public sealed record KeyDestructionStatement(
    int Version, string Cle, string? Type, bool Test, string? Empreinte, string? CreeLe, string? ActiveLe, string? ExpireLe, string? RemplaceeLe, string? Successeur,
    string DetruiteLe, string Methode, IReadOnlyList<DestroyedFile> Fichiers, string Signataire, string Certificat);
