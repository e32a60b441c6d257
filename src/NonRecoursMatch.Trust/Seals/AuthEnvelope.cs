using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using static NonRecoursMatch.Trust.Seals.AuthEnvelopeSyntax;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>
/// CMS AuthEnvelopedData (RFC 5083) in DER, to one receiver: AES-256-GCM (RFC 5084) under a random key, that key under RSAES-OAEP (RFC 3560).
/// <c>openssl cms -decrypt -inform DER -binary -inkey key.pem</c> opens it. .NET's own <c>EnvelopedCms</c> knows CBC only, which does not notice a change.
/// The reader accepts what this writer writes and nothing else: any byte changed is refused.
/// </summary>
public static class AuthEnvelope
{
    /// <summary>Content hint of a wrapped key: <c>match</c> recognises such a file, whoever it is for.</summary>
    public const string KeyHint = "nonrecours key/1";

    /// <summary>More than the bytes that an envelope adds to its content.</summary>
    public const int Overhead = 1 << 14;

    const int KeySize = 32;

    static readonly byte[] s_zero = [2, 1, 0];
    static readonly Asn1Tag s_context0 = new(TagClass.ContextSpecific, 0);

    /// <summary>Seals a content of up to 2 GB to one receiver.</summary>
    /// <param name="content">The content, which is overwritten: the cipher works in its place.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="output">Receives the envelope.</param>
    /// <param name="hint">A constant that tells what the content is; null for none.</param>
    public static void Seal(Span<byte> content, SealingCertificate to, Stream output, string? hint = null)
    {
        var key = GC.AllocateArray<byte>(KeySize, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(key);
            var (nonce, tag) = (RandomNumberGenerator.GetBytes(NonceSize), new byte[TagSize]);
            using (var aes = new AesGcm(key, TagSize))
                aes.Encrypt(nonce, content, content, tag);
            WriteTo(output, Recipients(to, to.Encrypt(key)), nonce, content, tag, hint);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens an envelope.</summary>
    /// <param name="envelope">The whole envelope, which is overwritten: the content is deciphered in its place.</param>
    /// <param name="mine">The receiver.</param>
    /// <param name="hint">The constant that it must carry; null: none.</param>
    /// <exception cref="SealRefusedException">It is for somebody else, or not byte for byte what was sealed.</exception>
    /// <returns>The content, a part of <paramref name="envelope"/>.</returns>
    public static Memory<byte> Open(Memory<byte> envelope, ReceivingIdentity mine, string? hint = null)
    {
        try
        {
            return Decrypt(Read(envelope, mine, hint), mine);
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            throw Altered();
        }
    }

    static void WriteTo(Stream output, byte[] recipients, byte[] nonce, ReadOnlySpan<byte> cipher, byte[] tag, string? hint)
    {
        byte[] content = [.. Write(writer => writer.WriteObjectIdentifier(Data)), .. ContentEncryption(nonce), .. Header(0x80, cipher.Length)];
        byte[] info = [.. s_zero, .. recipients, .. Header(0x30, content.Length + (long)cipher.Length), .. content];
        byte[] after = [.. Write(writer => writer.WriteOctetString(tag)), .. hint is null ? [] : Hint(hint)];
        var body = info.Length + (long)cipher.Length + after.Length;
        var inner = Header(0x30, body);
        var explicit0 = Header(0xA0, inner.Length + body);
        var type = Write(writer => writer.WriteObjectIdentifier(AuthEnvelopedData));
        output.Write(Header(0x30, type.Length + explicit0.Length + inner.Length + body));
        output.Write([.. type, .. explicit0, .. inner, .. info]);
        output.Write(cipher);
        output.Write(after);
    }

    /// <summary>RecipientInfos with one KeyTransRecipientInfo (RFC 5652, 6.2.1), version 0: named by issuer and serial number.</summary>
    static byte[] Recipients(SealingCertificate to, byte[] encryptedKey) => Write(writer =>
    {
        using (writer.PushSetOf())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                writer.WriteEncodedValue(to.IssuerAndSerial);
                writer.WriteEncodedValue(KeyTransport);
                writer.WriteOctetString(encryptedKey);
            }
        }
    });

    static (byte[] Key, byte[] Nonce, ReadOnlyMemory<byte> Cipher, ReadOnlyMemory<byte> Tag) Read(ReadOnlyMemory<byte> envelope, ReceivingIdentity mine, string? hint)
    {
        var root = Only(new AsnReader(envelope, AsnEncodingRules.DER), reader => reader.ReadSequence());
        Require(root.ReadObjectIdentifier() == AuthEnvelopedData);
        var data = Only(Only(root, reader => reader.ReadSequence(s_context0)), reader => reader.ReadSequence());
        Expect(data, s_zero);
        var recipient = Only(data.ReadSetOf(), reader => reader.ReadSequence());
        Expect(recipient, s_zero);
        if (!recipient.ReadEncodedValue().Span.SequenceEqual(mine.Certificate.IssuerAndSerial))
            throw new SealRefusedException(SealRefusal.NotForUs, $"not sealed to {mine.Certificate.Subject}");
        Expect(recipient, KeyTransport);
        var encryptedKey = recipient.ReadOctetString();
        recipient.ThrowIfNotEmpty();

        var info = data.ReadSequence();
        Require(info.ReadObjectIdentifier() == Data);
        var algorithm = info.ReadEncodedValue();
        var nonce = NonceIn(algorithm);
        Require(info.TryReadPrimitiveOctetString(out var cipher, s_context0));
        info.ThrowIfNotEmpty();
        Require(data.TryReadPrimitiveOctetString(out var tag) && tag.Length == TagSize);
        if (hint is not null)
            Expect(data, Hint(hint));
        data.ThrowIfNotEmpty();
        return (encryptedKey, nonce, cipher, tag);
    }

    static Memory<byte> Decrypt((byte[] Key, byte[] Nonce, ReadOnlyMemory<byte> Cipher, ReadOnlyMemory<byte> Tag) read, ReceivingIdentity mine)
    {
        var key = mine.Decrypt(read.Key);
        try
        {
            Require(key.Length == KeySize);
            // A part of the envelope, which its owner gave to be written over.
            var content = MemoryMarshal.AsMemory(read.Cipher);
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(read.Nonce, content.Span, read.Tag.Span, content.Span);
            return content;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    static byte[] NonceIn(ReadOnlyMemory<byte> algorithm)
    {
        var reader = new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence();
        _ = reader.ReadObjectIdentifier();
        var nonce = reader.ReadSequence().ReadOctetString();
        Require(nonce.Length == NonceSize && algorithm.Span.SequenceEqual(ContentEncryption(nonce)));
        return nonce;
    }

    /// <summary>The last value that a reader holds.</summary>
    static AsnReader Only(AsnReader reader, Func<AsnReader, AsnReader> read)
    {
        var inner = read(reader);
        reader.ThrowIfNotEmpty();
        return inner;
    }

    static void Expect(AsnReader reader, byte[] value) => Require(reader.ReadEncodedValue().Span.SequenceEqual(value));

    static void Require(bool condition)
    {
        if (!condition)
            throw Altered();
    }

    static SealRefusedException Altered() => new(SealRefusal.Altered, "not an envelope byte for byte as it was sealed");
}
