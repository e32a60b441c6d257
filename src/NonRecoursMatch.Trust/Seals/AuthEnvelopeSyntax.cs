using System.Formats.Asn1;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>The constant parts of an envelope, DER.</summary>
static class AuthEnvelopeSyntax
{
    public const int NonceSize = 12;
    public const int TagSize = 16;

    /// <summary>id-ct-authEnvelopedData (RFC 5083).</summary>
    public const string AuthEnvelopedData = "1.2.840.113549.1.9.16.1.23";

    /// <summary>id-data (RFC 5652).</summary>
    public const string Data = "1.2.840.113549.1.7.1";

    const string Aes256Gcm = "2.16.840.1.101.3.4.1.46";
    const string RsaesOaep = "1.2.840.113549.1.1.7";
    const string Mgf1 = "1.2.840.113549.1.1.8";
    const string Sha256 = "2.16.840.1.101.3.4.2.1";
    const string ContentHint = "1.2.840.113549.1.9.16.2.4";

    /// <summary>RSAES-OAEP with SHA-256 and MGF1 with SHA-256, parameters written out (RFC 4055, 4.1; RFC 3560).</summary>
    public static byte[] KeyTransport { get; } = Write(writer => Sequence(writer, () =>
    {
        writer.WriteObjectIdentifier(RsaesOaep);
        Sequence(writer, () =>
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                Hash(writer);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                Sequence(writer, () =>
                {
                    writer.WriteObjectIdentifier(Mgf1);
                    Hash(writer);
                });
            }
        });
    }));

    /// <summary>AES-256-GCM with its nonce and a tag of 16 bytes (RFC 5084, 3.2).</summary>
    public static byte[] ContentEncryption(byte[] nonce) => Write(writer => Sequence(writer, () =>
    {
        writer.WriteObjectIdentifier(Aes256Gcm);
        Sequence(writer, () =>
        {
            writer.WriteOctetString(nonce);
            writer.WriteInteger(TagSize);
        });
    }));

    /// <summary>Unauthenticated attributes that hold one content hint (RFC 2634, 2.9): what the content is, for who has not the key.</summary>
    public static byte[] Hint(string text) => Write(writer =>
    {
        using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 2)))
        {
            Sequence(writer, () =>
            {
                writer.WriteObjectIdentifier(ContentHint);
                using (writer.PushSetOf())
                {
                    Sequence(writer, () =>
                    {
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
                        writer.WriteObjectIdentifier(Data);
                    });
                }
            });
        }
    });

    /// <summary>One DER value.</summary>
    public static byte[] Write(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }

    /// <summary>Tag and length of a DER value whose content is written apart.</summary>
    public static byte[] Header(byte tag, long length)
    {
        if (length < 0x80)
            return [tag, (byte)length];
        var digits = new List<byte>();
        for (var rest = length; rest > 0; rest >>= 8)
            digits.Insert(0, (byte)rest);
        return [tag, (byte)(0x80 | digits.Count), .. digits];
    }

    static void Hash(AsnWriter writer) => Sequence(writer, () =>
    {
        writer.WriteObjectIdentifier(Sha256);
        writer.WriteNull();
    });

    static void Sequence(AsnWriter writer, Action content)
    {
        using (writer.PushSequence())
            content();
    }
}
