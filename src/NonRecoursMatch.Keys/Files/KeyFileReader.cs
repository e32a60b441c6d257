using System.Globalization;
using System.Text.Json;

namespace NonRecoursMatch.Keys.Files;

/// <summary>What a key file holds, before any passphrase.</summary>
sealed class KeyFileContent : KeyMaterial
{
    public KeyFileContent(KeyHeader header, PassphraseSeal? seal, ReadOnlySpan<byte> value)
        : base(value) => (Header, Seal) = (header, seal);

    /// <summary>What it says in clear.</summary>
    public KeyHeader Header { get; }

    /// <summary>How its 32 bytes are encrypted; null when they are in clear.</summary>
    public PassphraseSeal? Seal { get; }
}

/// <summary>Reads the members of a key file. Strict: a member that is unknown, there twice or of another form is refused.</summary>
sealed class KeyFileReader(string origin)
{
    readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    bool? _test;
    string? _valueName;

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">Its content.</param>
    /// <param name="value">Receives the 32 bytes of <c>key</c> or <c>encrypted</c>.</param>
    /// <exception cref="KeyRefusedException">It is not a key file.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public KeyFileContent Read(ReadOnlySpan<byte> utf8, Span<byte> value)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw KeyFileJson.Malformed(origin, "it is neither a key file nor 64 hexadecimal digits");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!Member(ref reader, name, value))
                throw KeyFileJson.Malformed(origin, $"\"{name}\" is there twice, or not of the right form");
        }

        reader.Read();
        if (Text("nonrecours") != "key/1")
            throw KeyFileJson.Malformed(origin, "\"nonrecours\": \"key/1\" is missing");
        if (_valueName is null || Text("id") is not { } id)
            throw KeyFileJson.Malformed(origin, "\"id\" and \"key\" are needed");
        return new KeyFileContent(Header(id), Seal(), value);
    }

    bool Member(ref Utf8JsonReader reader, string name, Span<byte> value)
    {
        switch (name)
        {
            case "nonrecours" or "kind" or "id" or "created" or "activated" or "expires" or "rotated" or "successor" or "check" or "half_check" or "salt" or "nonce" or "tag":
                return reader.TokenType == JsonTokenType.String && _texts.TryAdd(name, reader.GetString()!);
            case "half" or "iterations":
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && _numbers.TryAdd(name, number);
            case "test":
                var first = _test is null && reader.TokenType is JsonTokenType.True or JsonTokenType.False;
                _test = reader.TokenType == JsonTokenType.True;
                return first;
            case "key" or "encrypted":
                var only = _valueName is null && reader.TokenType == JsonTokenType.String && KeyFileJson.IsHex(reader.ValueSpan, value);
                _valueName = name;
                return only;
            default:
                // Its name may be a key that was pasted in the wrong place: not repeated.
                throw KeyFileJson.Malformed(origin, "it has a property that this version does not know");
        }
    }

    KeyHeader Header(string id)
    {
        var half = Number("half");
        if (half is not (null or 1 or 2) || (half is null) != (Text("half_check") is null) || (half is not null && Text("check") is null))
            throw KeyFileJson.Malformed(origin, "a half has \"half\": 1 or 2, \"half_check\" and \"check\"");
        return new KeyHeader(
            Kind(), id, _test ?? false, new KeyDates(Day("created"), Day("activated"), Day("expires"), Day("rotated"), Text("successor")), Text("check"), half, Text("half_check"));
    }

    PassphraseSeal? Seal()
    {
        if (_valueName == "key")
            return null;
        if (Number("iterations") is not (>= PassphraseSeal.LeastIterations and <= PassphraseSeal.MostIterations) || Text("check") is null)
            throw KeyFileJson.Malformed(origin, $"an encrypted key has \"check\", and \"iterations\" of at least {PassphraseSeal.LeastIterations}");
        return new PassphraseSeal(Number("iterations")!.Value, Hex("salt", PassphraseSeal.SaltSize), Hex("nonce", PassphraseSeal.NonceSize), Hex("tag", PassphraseSeal.TagSize));
    }

    KeyKind Kind() => Text("kind") switch
    {
        "root" => KeyKind.Root,
        "secret" => KeyKind.Secret,
        _ => throw KeyFileJson.Malformed(origin, "\"kind\" is root or secret"),
    };

    DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw KeyFileJson.Malformed(origin, $"\"{name}\" is written AAAA-MM-JJ");
    }

    byte[] Hex(string name, int size)
    {
        var bytes = new byte[size];
        return Text(name) is { } text && text.Length == 2 * size && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes
            : throw KeyFileJson.Malformed(origin, $"\"{name}\" has {size} bytes in hexadecimal");
    }

    string? Text(string name) => _texts.GetValueOrDefault(name);

    int? Number(string name) => _numbers.TryGetValue(name, out var number) ? number : null;
}
