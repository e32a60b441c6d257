using System.Buffers;
using System.Text;
using System.Text.Unicode;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>
/// The encoding that the agreement declares. Declared, never guessed; a wrong declaration is detected and refused. ASCII bytes are the same in
/// all three, so only values with other bytes are looked at, and only those of texts are converted.
/// </summary>
public sealed class DeclaredEncoding
{
    static readonly string _windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    readonly byte[][]? _high;
    readonly ArrayBufferWriter<byte> _converted = new(256);

    DeclaredEncoding(string name, byte[][]? high)
    {
        Name = name;
        _high = high;
    }

    /// <summary>Name in the agreement.</summary>
    public string Name { get; }

    /// <summary>The encoding of a name of the agreement: <c>utf-8</c>, <c>windows-1252</c>, <c>iso-8859-15</c>.</summary>
    /// <exception cref="ArgumentException">Another name.</exception>
    public static DeclaredEncoding Of(string name) => name switch
    {
        "utf-8" => new DeclaredEncoding(name, null),
        "windows-1252" => new DeclaredEncoding(name, Table(Windows1252)),
        "iso-8859-15" => new DeclaredEncoding(name, Table(Latin9)),
        _ => throw new ArgumentException("encodings are utf-8, windows-1252, iso-8859-15", nameof(name)),
    };

    /// <summary>What shows that the declaration is wrong, or null.</summary>
    /// <param name="value">A value with at least one byte that is not ASCII.</param>
    public AnomalyCode? Fault(ReadOnlySpan<byte> value) => _high is null ? FaultInUtf8(value) : FaultInSingleByte(value, _high);

    /// <summary>The value in UTF-8, valid until the next call.</summary>
    public ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> value)
    {
        if (_high is null || Ascii.IsValid(value))
            return value;
        _converted.Clear();
        foreach (var octet in value)
        {
            if (octet < 0x80)
                _converted.Write([octet]);
            else
                _converted.Write(_high[octet - 0x80]);
        }

        return _converted.WrittenSpan;
    }

    static AnomalyCode? FaultInUtf8(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
            return AnomalyCodes.EncodageOctets;
        if (value.IndexOf("\uFFFD"u8) >= 0)
            return AnomalyCodes.EncodageRemplacement;

        // "Ã" (C3 83) is followed by a letter in real names, by another non-ASCII character where UTF-8 was decoded as Latin-1 and encoded again.
        for (var i = value.IndexOf("Ã"u8); i >= 0 && i + 2 < value.Length;)
        {
            if (value[i + 2] >= 0x80)
                return AnomalyCodes.EncodageDouble;
            var next = value[(i + 2)..].IndexOf("Ã"u8);
            i = next < 0 ? -1 : i + 2 + next;
        }

        return null;
    }

    static AnomalyCode? FaultInSingleByte(ReadOnlySpan<byte> value, byte[][] high)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] < 0x80)
                continue;
            if (high[value[i] - 0x80].Length == 0)
                return AnomalyCodes.EncodageOctets;
            if (value[i] == 0xC3 && i + 1 < value.Length && value[i + 1] is >= 0x80 and < 0xC0)
                return AnomalyCodes.EncodageDouble;
        }

        return null;
    }

    static byte[][] Table(Func<int, char> character)
    {
        var table = new byte[0x80][];
        for (var i = 0; i < table.Length; i++)
        {
            var found = character(0x80 + i);
            table[i] = found == '\0' ? [] : Encoding.UTF8.GetBytes([found]);
        }

        return table;
    }

    static char Windows1252(int octet) => octet < 0xA0 ? _windows1252[octet - 0x80] : (char)octet;

    static char Latin9(int octet) => octet switch
    {
        < 0xA0 => '\0',
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        _ => (char)octet,
    };
}
