namespace NonRecoursMatch.Keys.Vectors;

/// <summary>
/// One published value of a derived kind: AES-128-ECB of the block, under the last sixteen bytes of the anchor's HMAC, starts with the value
/// (<c>openssl enc -aes-128-ecb -nopad -K KEY</c>).
/// </summary>
/// <param name="Kind">Derived kind.</param>
/// <param name="Anchor">Canonical text of the anchor.</param>
/// <param name="Key">Last sixteen bytes of its HMAC, hexadecimal: public, since the root is.</param>
/// <param name="Slot">Place of the trait (docs/linkage.md).</param>
/// <param name="Block">Sixteen bytes: domain and text, hexadecimal.</param>
/// <param name="Value">Two bytes, hexadecimal.</param>
public sealed record DerivedVector(string Kind, string Anchor, string Key, int Slot, string Block, string Value);
